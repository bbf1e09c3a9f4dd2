using System.Xml;

namespace YiyuanSafety.WorkPoints.Reading.Word;

/// <summary>Reads a .docx in one pass over its parts.</summary>
internal static class DocxReader
{
    /// <summary>Reads a file.</summary>
    public static SourceDocument Read(ArraySegment<byte> bytes, string name, ReadingLimits limits)
    {
        using var stream = new MemoryStream(bytes.Array ?? [], bytes.Offset, bytes.Count, false);
        using var package = WordPackage.Open(stream, name, limits);
        try
        {
            var styles = package.Main.StyleDefinitionsPart is { } stylesPart ? With(package.Read(stylesPart), StyleSheet.Read) : StyleSheet.Empty;
            var numbering = package.Main.NumberingDefinitionsPart is { } numberingPart ? With(package.Read(numberingPart), NumberingSheet.Read) : NumberingSheet.Empty;
            var notes = new NoteTexts(package, styles, limits);
            var body = new BodyReader(styles, numbering, notes, name, limits);
            using var xml = package.Read(package.Main);
            body.ReadDocument(xml);
            return new SourceDocument(SourceFormat.Docx, body.Blocks, body.Findings);
        }
        catch (XmlException e)
        {
            throw e.Message.Contains("DTD", StringComparison.Ordinal)
                ? new UnreadableSourceException(SourceErrors.UnsafeXml, $"“{name}”的内部结构含有不允许的 DTD 声明，可能是恶意文件，已停止读取。请核对文件来源，或在 Word 中打开并另存后重试。", e)
                : WordPackage.Damaged(name, e);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or FormatException or DocumentFormat.OpenXml.Packaging.OpenXmlPackageException)
        {
            throw WordPackage.Damaged(name, e);
        }
    }

    private static T With<T>(XmlReader xml, Func<XmlReader, T> read)
    {
        using (xml)
            return read(xml);
    }
}
