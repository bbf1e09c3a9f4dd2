using System.Xml.Linq;

namespace YiyuanSafety.Drafting.Format.Model;

/// <summary>One edge of a paragraph, cell or table.</summary>
/// <param name="Kind">single, thinThickSmallGap, nil and so on.</param>
/// <param name="Size">Eighths of a point.</param>
/// <param name="Space">Points from the text.</param>
/// <param name="Colour">RRGGBB or auto.</param>
internal sealed record Edge(string Kind, int Size, int Space, string Colour)
{
    public bool IsDrawn => Kind is not ("nil" or "none");

    /// <summary>Reads an edge; null where the element is absent.</summary>
    public static Edge? Read(XElement? element) => element is null
        ? null
        : new Edge(element.Text() ?? "none", element.Number("sz") ?? 4, element.Number("space") ?? 0, element.Text("color") ?? "auto");
}

/// <summary>A tab stop.</summary>
/// <param name="Kind">left, center, right, clear and so on.</param>
/// <param name="At">Twips from the text's left edge.</param>
internal sealed record TabStop(string Kind, int At);

/// <summary>Where a frame puts a paragraph, twips; null where not said.</summary>
internal sealed record FramePlace(int? Width, int? Y, string VerticalAnchor);

/// <summary>What one level of formatting (w:pPr) says of a paragraph; null where it says nothing. Lengths are in twips.</summary>
internal sealed record ParagraphLook
{
    public static readonly ParagraphLook None = new();

    public string? Alignment { get; init; }

    public int? Left { get; init; }

    public int? Right { get; init; }

    /// <summary>First line; negative for a hanging one.</summary>
    public int? First { get; init; }

    /// <summary>As <see cref="Left"/>, in hundredths of a character; Word prefers these.</summary>
    public int? LeftChars { get; init; }

    public int? RightChars { get; init; }

    public int? FirstChars { get; init; }

    public int? Before { get; init; }

    public int? After { get; init; }

    public int? Line { get; init; }

    public string? LineRule { get; init; }

    public bool? AutoSpaceLatin { get; init; }

    public bool? AutoSpaceDigits { get; init; }

    public bool? SnapToGrid { get; init; }

    public bool? PageBreakBefore { get; init; }

    public Edge? Top { get; init; }

    public Edge? Bottom { get; init; }

    public IReadOnlyList<TabStop>? Tabs { get; init; }

    public string? NumberingId { get; init; }

    public int? NumberingLevel { get; init; }

    public FramePlace? Frame { get; init; }

    /// <summary>This level laid over the one below it.</summary>
    public ParagraphLook Over(ParagraphLook below) => ReferenceEquals(this, None) ? below : new ParagraphLook
    {
        Alignment = Alignment ?? below.Alignment,
        Left = Left ?? below.Left,
        Right = Right ?? below.Right,
        First = First ?? below.First,
        LeftChars = LeftChars ?? below.LeftChars,
        RightChars = RightChars ?? below.RightChars,
        FirstChars = FirstChars ?? below.FirstChars,
        Before = Before ?? below.Before,
        After = After ?? below.After,
        Line = Line ?? below.Line,
        LineRule = LineRule ?? below.LineRule,
        AutoSpaceLatin = AutoSpaceLatin ?? below.AutoSpaceLatin,
        AutoSpaceDigits = AutoSpaceDigits ?? below.AutoSpaceDigits,
        SnapToGrid = SnapToGrid ?? below.SnapToGrid,
        PageBreakBefore = PageBreakBefore ?? below.PageBreakBefore,
        Top = Top ?? below.Top,
        Bottom = Bottom ?? below.Bottom,
        Tabs = Joined(below.Tabs, Tabs),
        NumberingId = NumberingId ?? below.NumberingId,
        NumberingLevel = NumberingLevel ?? below.NumberingLevel,
        Frame = Frame ?? below.Frame,
    };

    /// <summary>Reads w:pPr.</summary>
    public static ParagraphLook Read(XElement? pPr)
    {
        if (pPr is null || !pPr.HasElements)
            return None;
        var indent = pPr.Child("ind");
        var spacing = pPr.Child("spacing");
        var numbering = pPr.Child("numPr");
        var borders = pPr.Child("pBdr");
        return new ParagraphLook
        {
            Alignment = pPr.Child("jc").Text(),
            Left = indent.Number("left") ?? indent.Number("start"),
            Right = indent.Number("right") ?? indent.Number("end"),
            First = -indent.Number("hanging") ?? indent.Number("firstLine"),
            LeftChars = indent.Number("leftChars") ?? indent.Number("startChars"),
            RightChars = indent.Number("rightChars") ?? indent.Number("endChars"),
            FirstChars = -indent.Number("hangingChars") ?? indent.Number("firstLineChars"),
            Before = Space(spacing, "before"),
            After = Space(spacing, "after"),
            Line = spacing.Number("line"),
            LineRule = spacing.Text("lineRule") ?? (spacing.Text("line") is null ? null : "auto"),
            AutoSpaceLatin = pPr.Switch("autoSpaceDE"),
            AutoSpaceDigits = pPr.Switch("autoSpaceDN"),
            SnapToGrid = pPr.Switch("snapToGrid"),
            PageBreakBefore = pPr.Switch("pageBreakBefore"),
            Top = Edge.Read(borders.Child("top")),
            Bottom = Edge.Read(borders.Child("bottom")),
            Tabs = pPr.Child("tabs") is { } tabs ? [.. tabs.Elements(W.Main + "tab").Select(tab => new TabStop(tab.Text() ?? "left", tab.Number("pos") ?? 0))] : null,
            NumberingId = numbering.Child("numId").Text(),
            NumberingLevel = numbering.Child("ilvl").Number(),
            Frame = pPr.Child("framePr") is { } frame ? new FramePlace(frame.Number("w"), frame.Number("y"), frame.Text("vAnchor") ?? "page") : null,
        };
    }

    // Space counted in lines (hundredths of 12 pt) goes before space in twips.
    private static int? Space(XElement? spacing, string side) =>
        spacing.Number(side + "Lines") is { } lines and not 0 ? lines * 240 / 100 : spacing.Number(side);

    private static IReadOnlyList<TabStop>? Joined(IReadOnlyList<TabStop>? below, IReadOnlyList<TabStop>? above)
    {
        if (below is null || above is null)
            return above ?? below;
        return [.. below.Where(stop => above.All(other => Math.Abs(other.At - stop.At) > 10)), .. above];
    }
}
