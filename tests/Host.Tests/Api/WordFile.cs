using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace YiyuanSafety.Host.Tests.Api;

/// <summary>Word documents as people change them, and what comes back for them.</summary>
internal static class WordFile
{
    public const string Main = "word/document.xml";
    public const string Record = "customXml/item1.xml";

    /// <summary>The document with other words in a part.</summary>
    public static byte[] Edited(byte[] docx, string from, string to, string part = Main)
    {
        using var stream = new MemoryStream();
        stream.Write(docx);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, true))
        {
            var entry = zip.GetEntry(part) ?? throw new InvalidOperationException(part);
            var text = Text(entry);
            Assert.Contains(from, text, StringComparison.Ordinal);
            entry.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(part).Open(), new UTF8Encoding(false));
            writer.Write(text.Replace(from, to, StringComparison.Ordinal));
        }

        return stream.ToArray();
    }

    /// <summary>A part's text.</summary>
    public static string Text(byte[] docx, string part = Main)
    {
        using var zip = new ZipArchive(new MemoryStream(docx));
        return Text(zip.GetEntry(part) ?? throw new InvalidOperationException(part));
    }

    public static void AssertValid(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), false);
        AssertValid(document);
    }

    /// <summary>Sees that flat OPC is a document.</summary>
    public static void AssertValid(JsonNode? ooxml)
    {
        using var document = WordprocessingDocument.FromFlatOpcString(ooxml?.ToString() ?? "");
        AssertValid(document);
    }

    private static void AssertValid(WordprocessingDocument document) =>
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, TestService.Stop).Select(fault => $"{fault.Path?.XPath}: {fault.Description}"));

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }
}
