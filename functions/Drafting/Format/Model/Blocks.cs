using System.Xml.Linq;

namespace YiyuanSafety.Drafting.Format.Model;

/// <summary>Where a paragraph stands.</summary>
internal enum Holder
{
    Body,
    Cell,
    Box,
    Footer,
}

/// <summary>A stretch of text in one type; text that is deleted or hidden is not among the runs.</summary>
internal sealed record TextRun(XElement Element, string Text, TypeLook Look);

/// <summary>A drawing anchored in a paragraph.</summary>
/// <param name="Element">w:drawing or w:pict.</param>
/// <param name="Text">The text box's blocks; empty for other shapes.</param>
/// <param name="Across">relativeFrom of the horizontal position.</param>
/// <param name="Down">relativeFrom of the vertical position.</param>
/// <param name="DownAlign">top, bottom and so on, or null.</param>
/// <param name="DownBy">Twips from there, or null.</param>
/// <param name="Width">Twips.</param>
/// <param name="Height">Twips.</param>
/// <param name="Turned">Whether its text is turned.</param>
/// <param name="IsPicture">Whether it holds a picture.</param>
/// <param name="LineColour">Colour of its outline, or null.</param>
internal sealed record Shape(
    XElement Element, IReadOnlyList<Block> Text, string Across, string Down, string? DownAlign, int? DownBy, int Width, int Height, bool Turned, bool IsPicture, string? LineColour);

/// <summary>A paragraph or a table.</summary>
internal abstract class Block
{
    /// <summary>The element.</summary>
    public required XElement Element { get; init; }

    /// <summary>The section that it belongs to, from 0.</summary>
    public int Section { get; init; }
}

/// <summary>A paragraph with the formatting that it ends up with.</summary>
internal sealed class Paragraph : Block
{
    public required Holder Holder { get; init; }

    /// <summary>Ordinal from 1 among the paragraphs of the same holder.</summary>
    public required int Ordinal { get; init; }

    public required string StyleId { get; init; }

    public required string StyleName { get; init; }

    public required ParagraphLook Look { get; init; }

    /// <summary>Type of the paragraph mark, which sets the height of an empty paragraph.</summary>
    public required TypeLook Mark { get; init; }

    public required IReadOnlyList<TextRun> Runs { get; init; }

    public required IReadOnlyList<Shape> Shapes { get; init; }

    /// <summary>Names of the fields in it, such as PAGE.</summary>
    public required IReadOnlyList<string> Fields { get; init; }

    /// <summary>The automatic number in front of the text.</summary>
    public required string Number { get; init; }

    /// <summary>The text without the automatic number.</summary>
    public required string Text { get; init; }

    /// <summary>Whether a page break stands in front of the text, or behind it.</summary>
    public bool BreakBefore { get; init; }

    public bool BreakAfter { get; init; }

    /// <summary>Number and text without spaces around them.</summary>
    public string Words => field ??= (Number + Text).Trim(Blank);

    /// <summary>Whether nothing is printed.</summary>
    public bool IsEmpty => Words.Length == 0 && Shapes.Count == 0;

    /// <summary>Whether the text stands in a frame, out of the flow.</summary>
    public bool IsFramed => Look.Frame is not null;

    /// <summary>Type of the first visible character; that of the paragraph mark where there is none.</summary>
    public TypeLook Type => field ??= Runs.FirstOrDefault(run => run.Text.AsSpan().Trim(Blank).Length > 0)?.Look ?? Mark;

    /// <summary>What counts as blank around text.</summary>
    public static readonly char[] Blank = [' ', '\u3000', '\t', '\n', '\u00A0'];
}

/// <summary>A table.</summary>
internal sealed class Table : Block
{
    /// <summary>Ordinal from 1 in the document.</summary>
    public required int Ordinal { get; init; }

    public required Holder Holder { get; init; }

    public required IReadOnlyList<Row> Rows { get; init; }

    /// <summary>Widths of the columns of the grid, twips.</summary>
    public required IReadOnlyList<int> Grid { get; init; }

    public IEnumerable<Paragraph> Paragraphs => Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Paragraphs);
}

/// <summary>A row of a table.</summary>
internal sealed record Row(XElement Element, IReadOnlyList<Cell> Cells, bool IsHead, bool IsWhole);

/// <summary>A cell with its own paragraphs and those of tables inside it.</summary>
internal sealed record Cell(XElement Element, IReadOnlyList<Block> Blocks)
{
    public IEnumerable<Paragraph> Paragraphs => Blocks.SelectMany(block => block switch
    {
        Paragraph paragraph => [paragraph],
        Table table => table.Paragraphs,
        _ => Enumerable.Empty<Paragraph>(),
    });

    public string Words => string.Concat(Paragraphs.Select(paragraph => paragraph.Words));
}
