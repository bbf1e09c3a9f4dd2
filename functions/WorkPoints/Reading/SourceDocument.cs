namespace YiyuanSafety.WorkPoints.Reading;

/// <summary>What a reader saw, block after block, in reading order. Nothing is interpreted yet.</summary>
/// <param name="Format">The file format the blocks came from.</param>
/// <param name="Blocks">Paragraphs, lines and table cells; <see cref="SourceBlock.Index"/> equals the position in this list.</param>
/// <param name="Findings">What the reader wants a person to know, such as dropped page furniture.</param>
public sealed record SourceDocument(
    SourceFormat Format,
    IReadOnlyList<SourceBlock> Blocks,
    IReadOnlyList<Finding> Findings);

/// <summary>The format of a source file.</summary>
public enum SourceFormat
{
    /// <summary>Plain text.</summary>
    Text,

    /// <summary>Markdown, of which only headings, tables and emphasis marks matter.</summary>
    Markdown,

    /// <summary>Office Open XML word-processing document.</summary>
    Docx,

    /// <summary>PDF with a text layer.</summary>
    Pdf,
}

/// <summary>One paragraph, line or table cell of the source with the place it came from.</summary>
/// <param name="Index">Position in <see cref="SourceDocument.Blocks"/>.</param>
/// <param name="Text">
/// The text as printed, automatic numbering included, line breaks inside the block as <c>\n</c>, never null.
/// For plain text a block is one line without its line end.
/// </param>
/// <param name="Place">Where in the file this block stands.</param>
public sealed record SourceBlock(int Index, string Text, SourcePlace Place)
{
    /// <summary>What the block is.</summary>
    public BlockKind Kind { get; init; } = BlockKind.Paragraph;

    /// <summary>Heading level given by the file (1 = highest), or null where the file does not say.</summary>
    public int? HeadingLevel { get; init; }

    /// <summary>
    /// Number of leading characters that stand out from the rest of the block by weight or typeface
    /// (numbering excluded from the judgement, included in the count); 0 where nothing stands out.
    /// A work-points item often prints its title so.
    /// </summary>
    public int EmphasisedLead { get; init; }

    /// <summary>The cell's position, for <see cref="BlockKind.TableCell"/> only.</summary>
    public TableCell? Cell { get; init; }
}

/// <summary>What a <see cref="SourceBlock"/> is.</summary>
public enum BlockKind
{
    /// <summary>A whole paragraph: its end in the file is a real paragraph end.</summary>
    Paragraph,

    /// <summary>A line of a plain-text or PDF file: whether it ends a paragraph is for the outline to decide.</summary>
    Line,

    /// <summary>One cell of a table.</summary>
    TableCell,

    /// <summary>A footnote or endnote; its text stands after the block that refers to it.</summary>
    Footnote,

    /// <summary>A paragraph of a text box; stands after the paragraph that anchors it.</summary>
    TextBox,
}

/// <summary>Where a cell stands. All numbers count from 0; a merged cell appears once, at its top left corner.</summary>
/// <param name="Table">Ordinal of the table in the document.</param>
/// <param name="Row">First row.</param>
/// <param name="Column">First grid column.</param>
/// <param name="RowSpan">Rows covered, at least 1.</param>
/// <param name="ColumnSpan">Grid columns covered, at least 1.</param>
public sealed record TableCell(int Table, int Row, int Column, int RowSpan, int ColumnSpan);
