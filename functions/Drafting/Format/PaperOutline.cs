using YiyuanSafety.Drafting.Format.Model;
using YiyuanSafety.Drafting.Format.Parts;

namespace YiyuanSafety.Drafting.Format;

/// <summary>What a line of an outline is.</summary>
public enum OutlineStyle
{
    /// <summary>标题.</summary>
    Title,

    /// <summary>主送机关.</summary>
    Addressee,

    /// <summary>层次标题.</summary>
    Heading,

    /// <summary>正文, and whatever is nothing of the others.</summary>
    Text,

    /// <summary>A table.</summary>
    Table,

    /// <summary>署名, 成文日期, 附注.</summary>
    Signature,

    /// <summary>附件说明, 附件 with its number and its title.</summary>
    Attachment,
}

/// <summary>A line of an outline.</summary>
/// <param name="Style">What it is.</param>
/// <param name="Text">Its words; of a table a line for each row, with tabs between cells.</param>
public sealed record OutlineLine(OutlineStyle Style, string Text);

/// <summary>A paper's words in reading order with what each is, where no picture of its pages can be had.</summary>
/// <param name="Title">标题 in one line; empty where it has none.</param>
/// <param name="Lines">The lines.</param>
public sealed record PaperOutline(string Title, IReadOnlyList<OutlineLine> Lines)
{
    /// <summary>Reads a paper.</summary>
    /// <param name="docx">The file.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <exception cref="WorkPoints.Reading.UnreadableSourceException">The file cannot be read; the message says why.</exception>
    public static PaperOutline Of(ReadOnlyMemory<byte> docx, string file)
    {
        var paper = FormatChecker.Open(docx, new CheckOptions { File = file });
        var lines = new List<OutlineLine>();
        foreach (var line in paper.Document.Blocks.SelectMany(block => LinesOf(block, paper.Parts)))
        {
            // A title is broken where its words allow it, and is one all the same.
            if (line.Style == OutlineStyle.Title && lines is [.., { Style: OutlineStyle.Title } above])
                lines[^1] = above with { Text = above.Text + line.Text };
            else
                lines.Add(line);
        }

        return new PaperOutline(lines.Find(line => line.Style == OutlineStyle.Title)?.Text ?? "", lines);
    }

    private static IEnumerable<OutlineLine> LinesOf(Block block, PaperParts parts) => block switch
    {
        Paragraph paragraph => paragraph.Shapes.SelectMany(shape => shape.Text).SelectMany(inner => LinesOf(inner, parts)).Concat(LineOf(paragraph, parts)),
        Table table when table.Paragraphs.Any(paragraph => parts.PartOf(paragraph) is not (Part.Other or Part.AttachmentText)) => table.Paragraphs.SelectMany(paragraph => LineOf(paragraph, parts)),
        Table table => [new OutlineLine(OutlineStyle.Table, string.Join('\n', table.Rows.Select(row => string.Join('\t', row.Cells.Select(cell => OneLine(cell.Words))))))],
        _ => [],
    };

    private static IEnumerable<OutlineLine> LineOf(Paragraph paragraph, PaperParts parts)
    {
        var style = StyleOf(parts.PartOf(paragraph));
        if (paragraph.Words.Length > 0)
            yield return new OutlineLine(style, style == OutlineStyle.Title ? string.Concat(paragraph.Words.Split('\n')) : paragraph.Words);
    }

    private static string OneLine(string words) => words.Replace('\n', ' ').Replace('\t', ' ');

    private static OutlineStyle StyleOf(Part part) => part switch
    {
        Part.Title => OutlineStyle.Title,
        Part.Addressees => OutlineStyle.Addressee,
        Part.Heading1 or Part.Heading2 or Part.Heading3 or Part.Heading4 => OutlineStyle.Heading,
        Part.Issuer or Part.Date or Part.Annotation => OutlineStyle.Signature,
        Part.AttachmentNote or Part.AttachmentLabel or Part.AttachmentTitle => OutlineStyle.Attachment,
        _ => OutlineStyle.Text,
    };
}
