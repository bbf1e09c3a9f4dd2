using System.Xml.Linq;

namespace YiyuanSafety.Drafting.Format.Model;

/// <summary>A footer of a section.</summary>
/// <param name="Part">Name of the part.</param>
/// <param name="Paragraphs">Its paragraphs, those of text boxes included.</param>
/// <param name="Shapes">Its drawings.</param>
internal sealed record Footer(string Part, IReadOnlyList<Paragraph> Paragraphs, IReadOnlyList<Shape> Shapes)
{
    /// <summary>The paragraph that holds the page number, or null.</summary>
    public Paragraph? PageNumber => Paragraphs.FirstOrDefault(paragraph => paragraph.Fields.Contains("PAGE"));
}

/// <summary>A section's page. Lengths are in twips; absent ones are what Word takes.</summary>
internal sealed class SectionLook
{
    public required XElement Element { get; init; }

    /// <summary>Ordinal from 1.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Footers by type (default, even, first), those taken over from the section before included.</summary>
    public required IReadOnlyDictionary<string, Footer> Footers { get; init; }

    public int Width => Element.Child("pgSz").Number("w") ?? 12240;

    public int Height => Element.Child("pgSz").Number("h") ?? 15840;

    public bool IsLandscape => Width > Height;

    public int Top => Math.Abs(Margin("top", 1440));

    public int Bottom => Math.Abs(Margin("bottom", 1440));

    public int Left => Margin("left", 1440) + Gutter;

    public int Right => Margin("right", 1440);

    public int Gutter => Margin("gutter", 0);

    public int FooterDistance => Margin("footer", 720);

    public int TypeWidth => Width - Left - Right;

    public int TypeHeight => Height - Top - Bottom;

    public string GridType => Element.Child("docGrid").Text("type") ?? "default";

    public int? GridPitch => Element.Child("docGrid").Number("linePitch");

    public int? GridCharacters => Element.Child("docGrid").Number("charSpace");

    public bool HasOwnFirstPage => Element.Switch("titlePg") ?? false;

    public int? NumberStart => Element.Child("pgNumType").Number("start");

    /// <summary>How the section begins: nextPage, continuous and so on.</summary>
    public string Begins => Element.Child("type").Text() ?? "nextPage";

    private int Margin(string side, int otherwise) => Element.Child("pgMar").Number(side) ?? otherwise;
}
