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
        return Of(bytes);
    }

    /// <inheritdoc cref="Of(Paper)"/>
    public static string Of(Stream docx)
    {
        using var document = WordprocessingDocument.Open(docx, false);
        var body = document.MainDocumentPart?.Document.Body ?? throw new InvalidDataException("no body");
        return string.Join('\n', body.ChildElements.SelectMany(Lines).Where(line => line.Length > 0)) + "\n";
    }

    public static IReadOnlyList<string> Faults(Stream docx)
    {
        using var document = WordprocessingDocument.Open(docx, false);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken)
            .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")];
    }

    private static IEnumerable<string> Lines(OpenXmlElement block) => block switch
    {
        Table table => Rows(table),
        SdtBlock control => control.SdtContentBlock?.ChildElements.SelectMany(Lines) ?? [],
        _ when block.Descendants<Table>().Any() => block.Descendants<Table>().SelectMany(Rows),
        _ => [Text(block)],
    };

    private static IEnumerable<string> Rows(Table table) => table.Elements<TableRow>().Select(row => string.Join(
        '│', row.Elements<TableCell>().Select(cell => string.Join('／', cell.Elements<Paragraph>().Select(Text)))));

    private static string Text(OpenXmlElement block) => string.Concat(block.Descendants()
        .Select(element => element switch { Text text => text.Text, TabChar { Parent: Run } => "→", _ => "" }));
}
