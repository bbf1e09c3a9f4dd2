using YiyuanSafety.Drafting.Format.Fixes;
using YiyuanSafety.Drafting.Format.Model;

namespace YiyuanSafety.Drafting.Format.Checks;

/// <summary>Paper, margins and grid (5). Landscape sheets have the margins turned with the page (8).</summary>
internal static class PageChecks
{
    private const int Millimetre = 57;
    private const int PaperTolerance = 10;
    private const int ProfileBTop = 1960;
    private const int ProfileBBottom = 1847;
    private const int ProfileBTolerance = 12;

    /// <summary>A, B or empty: which of the two layouts in use the first upright section follows.</summary>
    public static string Profile(CheckedPaper paper)
    {
        var section = paper.Document.Sections.FirstOrDefault(one => !one.IsLandscape);
        return section is null ? "" : IsB(section) ? "B" : Near(section.Top, PageFigures.Top) && Near(section.Bottom, PageFigures.Bottom) ? "A" : "";
    }

    public static Fault? Size(CheckedPaper paper, SectionLook section)
    {
        var (width, height) = section.IsLandscape ? (section.Height, section.Width) : (section.Width, section.Height);
        if (IsA4(section))
            return null;
        var flat = section.IsLandscape;
        return new Fault(
            paper.PlaceOf(section),
            $"{Measure.Millimetres(width)}×{Measure.Millimetres(height)}",
            "A4（210 mm×297 mm）",
            Repair.Of(Repairs.Section(section, "pgSz", ("w", W.Write(flat ? PageFigures.Height : PageFigures.Width)), ("h", W.Write(flat ? PageFigures.Width : PageFigures.Height)))));
    }

    public static Fault? TopAndLeft(CheckedPaper paper, SectionLook section)
    {
        if (section.IsLandscape || (IsTop(section) && Near(section.Left, PageFigures.Left)))
            return null;
        return new Fault(
            paper.PlaceOf(section),
            $"天头 {Measure.Millimetres(section.Top)}、订口 {Measure.Millimetres(section.Left)}",
            "天头 37 mm、订口 28 mm",
            Margins(section));
    }

    // Measured against what the text width of 156 mm leaves; with a wrong page or a wrong left margin, against the usual figure.
    public static Fault? TypeArea(CheckedPaper paper, SectionLook section)
    {
        if (section.IsLandscape)
            return null;
        var right = IsA4(section) && Near(section.Left, PageFigures.Left) ? section.Width - section.Left - PageFigures.TypeWidth : PageFigures.Right;
        var bottom = IsB(section) ? ProfileBBottom : IsA4(section) && IsTop(section) && !IsBTop(section) ? section.Height - section.Top - PageFigures.TypeHeight : PageFigures.Bottom;
        if (Near(section.Right, right) && (Near(section.Bottom, bottom) || (IsBTop(section) && Near(section.Bottom, ProfileBBottom))))
            return null;
        return new Fault(
            paper.PlaceOf(section),
            $"{Measure.Millimetres(section.TypeWidth)}×{Measure.Millimetres(section.TypeHeight)}（右 {Measure.Millimetres(section.Right)}、下 {Measure.Millimetres(section.Bottom)}）",
            "156 mm×225 mm（右 26 mm、下 35 mm）",
            Margins(section));
    }

    public static Fault? Landscape(CheckedPaper paper, SectionLook section)
    {
        if (!section.IsLandscape)
            return null;
        var marked = section.Element.Child("pgSz").Text("orient") == "landscape";
        if (marked && Near(section.Top, PageFigures.Left) && Near(section.Right, PageFigures.Top) && Near(section.Bottom, PageFigures.Right) && Near(section.Left, PageFigures.Bottom))
            return null;
        return new Fault(
            paper.PlaceOf(section),
            $"上 {Measure.Millimetres(section.Top)}、右 {Measure.Millimetres(section.Right)}、下 {Measure.Millimetres(section.Bottom)}、左 {Measure.Millimetres(section.Left)}{(marked ? "" : "，没有标为横向")}",
            "横向，上 28 mm、右 37 mm、下 26 mm、左 35 mm（竖版版心转 90 度）",
            Repair.Of(
                Repairs.Section(section, "pgSz", ("orient", "landscape")),
                Repairs.Section(
                    section,
                    "pgMar",
                    ("top", W.Write(PageFigures.Left)),
                    ("right", W.Write(PageFigures.Top)),
                    ("bottom", W.Write(PageFigures.Right)),
                    ("left", W.Write(PageFigures.Bottom)),
                    ("header", W.Write(PageFigures.Header)),
                    ("footer", W.Write(PageFigures.Header)),
                    ("gutter", "0"))));
    }

    public static Fault? Grid(CheckedPaper paper, SectionLook section)
    {
        var fits = section.GridType is "lines" or "linesAndChars" && section.GridPitch is { } pitch && (pitch is >= 570 and <= 580 || (IsB(section) && pitch is >= 580 and <= 592));
        return fits || section.IsLandscape ? null : new Fault(
            paper.PlaceOf(section),
            section.GridType is "lines" or "linesAndChars" ? $"文档网格行距 {Measure.Points(section.GridPitch ?? 0)}" : "没有按行的文档网格",
            "文档网格每页 22 行（行距 28.5 至 29 磅）",
            Repair.Of(Repairs.Section(section, "docGrid", ("type", section.GridType == "linesAndChars" ? "linesAndChars" : "lines"), ("linePitch", W.Write(TypeFigures.Line)))));
    }

    private static bool IsA4(SectionLook section)
    {
        var (width, height) = section.IsLandscape ? (section.Height, section.Width) : (section.Width, section.Height);
        return Math.Abs(width - PageFigures.Width) <= PaperTolerance && Math.Abs(height - PageFigures.Height) <= PaperTolerance;
    }

    private static bool IsTop(SectionLook section) => Near(section.Top, PageFigures.Top) || IsBTop(section);

    private static bool IsBTop(SectionLook section) => Math.Abs(section.Top - ProfileBTop) <= ProfileBTolerance;

    private static bool IsB(SectionLook section) => IsBTop(section) && Math.Abs(section.Bottom - ProfileBBottom) <= Millimetre;

    private static bool Near(int value, int wanted) => Math.Abs(value - wanted) <= Millimetre;

    private static Repair Margins(SectionLook section) => Repair.Of(Repairs.Section(
        section,
        "pgMar",
        ("top", W.Write(PageFigures.Top)),
        ("right", W.Write(PageFigures.Right)),
        ("bottom", W.Write(PageFigures.Bottom)),
        ("left", W.Write(PageFigures.Left)),
        ("header", W.Write(PageFigures.Header)),
        ("footer", W.Write(PageFigures.Footer)),
        ("gutter", "0")));
}
