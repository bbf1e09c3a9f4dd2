using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using YiyuanSafety.Drafting.Papers;

namespace YiyuanSafety.Drafting.Tests.Papers;

/// <summary>What a made paper says, and whether it is sound.</summary>
internal static class PaperText
{
    public static PaperTemplates Templates { get; } =
        new(file => File.OpenRead(Path.Combine(AppContext.BaseDirectory, "templates", file)));

    public static MemoryStream Written(Paper paper)
    {
        var bytes = new MemoryStream();
        paper.Write(bytes);
        bytes.Position = 0;
        return bytes;
    }

    /// <summary>The paragraphs, one a line, cells of a row parted by │, empty paragraphs left out.</summary>
    public static string Of(Paper paper)
    {
        using var bytes = Written(paper);
        using var document = WordprocessingDocument.Open(bytes, false);
        var lines = new List<string>();
        foreach (var block in document.MainDocumentPart?.Document.Body?.ChildElements ?? throw new InvalidDataException("no body"))
        {
            if (block is Table table)
                lines.AddRange(Rows(table));
            else if (block.Descendants<Table>().Any())
                lines.AddRange(block.Descendants<Table>().SelectMany(Rows));
            else
                lines.Add(Text(block));
        }

        return string.Join('\n', lines.Where(line => line.Length > 0)) + "\n";
    }

    public static IReadOnlyList<string> Faults(Stream docx)
    {
        using var document = WordprocessingDocument.Open(docx, false);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken)
            .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")];
    }

    private static IEnumerable<string> Rows(Table table) => table.Elements<TableRow>().Select(row => string.Join(
        '│', row.Elements<TableCell>().Select(cell => string.Join('／', cell.Elements<Paragraph>().Select(Text)))));

    private static string Text(OpenXmlElement block) => string.Concat(block.Descendants()
        .Select(element => element switch { Text text => text.Text, TabChar { Parent: Run } => "→", _ => "" }));
}
