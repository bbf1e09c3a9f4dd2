using System.Xml.Linq;
using YiyuanSafety.Drafting.Format.Model;

namespace YiyuanSafety.Drafting.Format.Fixes;

/// <summary>What to change so that a finding is gone. No repair touches text.</summary>
internal sealed record Repair(IReadOnlyList<Edit> Edits)
{
    public static Repair Of(params IEnumerable<Edit> edits) => new([.. edits]);

    /// <summary>Several repairs in one.</summary>
    public static Repair operator +(Repair a, Repair b) => new([.. a.Edits, .. b.Edits]);
}

/// <summary>One change.</summary>
internal abstract record Edit;

/// <summary>Sets attributes of a property, or takes the property away.</summary>
/// <param name="Owner">Paragraph, run, table, row, cell or section.</param>
/// <param name="Bag">Name of the element that holds its properties; empty where the owner itself does (w:sectPr).</param>
/// <param name="Property">Name of the property.</param>
/// <param name="Values">Attributes to set; a null value takes one away. No attributes: a bare switch.</param>
/// <param name="IsRemoved">Whether the property goes away.</param>
internal sealed record PropertyEdit(XElement Owner, string Bag, string Property, IReadOnlyList<(string Name, string? Value)> Values, bool IsRemoved = false) : Edit;

/// <summary>Puts the properties of an element into the order of the schema.</summary>
internal sealed record OrderEdit(XElement Bag) : Edit;

/// <summary>Turns a setting of the document on or off.</summary>
internal sealed record SettingEdit(string Name, bool IsOn) : Edit;

/// <summary>Gives a section a footer with a page number.</summary>
internal sealed record FooterEdit(XElement Section, bool IsEven) : Edit;

/// <summary>Draws the head's red line below a paragraph (7.2.7).</summary>
/// <param name="Paragraph">The paragraph.</param>
/// <param name="Space">Points between text and line.</param>
internal sealed record BorderEdit(XElement Paragraph, int Space) : Edit;

/// <summary>Gives a table single rules of half a point.</summary>
internal sealed record TableBorderEdit(XElement Table) : Edit;

/// <summary>Sets the weight of one rule of a table, eighths of a point.</summary>
internal sealed record RuleWeightEdit(XElement Table, string Side, int Size) : Edit;

/// <summary>Makes one run of text two runs of the same look.</summary>
/// <param name="Run">A run that holds one w:t.</param>
/// <param name="At">How many characters stay in the first.</param>
internal sealed record SplitEdit(XElement Run, int At) : Edit;

/// <summary>Moves a tab stop.</summary>
internal sealed record TabEdit(XElement Paragraph, int From, int To) : Edit;

/// <summary>Scales the columns of a table to a width.</summary>
internal sealed record WidthEdit(XElement Table, int Width) : Edit;

/// <summary>Repairs that several checks offer.</summary>
internal static class Repairs
{
    public static Edit Paragraph(Paragraph paragraph, string property, params (string, string?)[] values) =>
        new PropertyEdit(paragraph.Element, "pPr", property, values);

    public static Edit Run(TextRun run, string property, params (string, string?)[] values) =>
        new PropertyEdit(run.Element, "rPr", property, values);

    public static Edit Section(SectionLook section, string property, params (string, string?)[] values) =>
        new PropertyEdit(section.Element, "", property, values);

    /// <summary>Font of Chinese characters.</summary>
    public static IEnumerable<Edit> Font(IEnumerable<TextRun> runs, string font) => runs.Select(run =>
        Run(run, "rFonts", ("eastAsia", font), ("eastAsiaTheme", null)));

    /// <summary>Size with the tracking that belongs to it.</summary>
    public static IEnumerable<Edit> Size(IEnumerable<TextRun> runs, int size) => runs.SelectMany(run => new[]
    {
        Run(run, "sz", ("val", W.Write(size))),
        Run(run, "szCs", ("val", W.Write(size))),
        Run(run, "spacing", ("val", W.Write(size == TypeFigures.Size3 ? TypeFigures.Tracking : 0))),
    });

    /// <summary>Indents in twips; those counted in characters are cleared or, for two characters of the first line, set as well.</summary>
    public static Edit Indent(Paragraph paragraph, int left, int right, int first) => Paragraph(
        paragraph,
        "ind",
        ("left", W.Write(left)),
        ("start", null),
        ("leftChars", "0"),
        ("startChars", null),
        ("right", W.Write(right)),
        ("end", null),
        ("rightChars", "0"),
        ("endChars", null),
        ("firstLine", first >= 0 ? W.Write(first) : null),
        ("firstLineChars", first == 2 * TypeFigures.Character ? "200" : "0"),
        ("hanging", first < 0 ? W.Write(-first) : null),
        ("hangingChars", null));

    public static Edit Align(Paragraph paragraph, string side) => Paragraph(paragraph, "jc", ("val", side));

    /// <summary>An exact line without space around it.</summary>
    public static Edit Line(Paragraph paragraph, int line) => Paragraph(
        paragraph,
        "spacing",
        ("before", "0"),
        ("beforeLines", null),
        ("beforeAutospacing", null),
        ("after", "0"),
        ("afterLines", null),
        ("afterAutospacing", null),
        ("line", W.Write(line)),
        ("lineRule", "exact"));
}
