using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace YiyuanSafety.Drafting.Format.Model;

/// <summary>Reads and writes the XML of a part. A first reading only counts, so that no tree is built of what is too big or too deep.</summary>
internal static class PartXml
{
    private const string StrictNote = "strict";
    private static readonly XNamespace StrictLinks = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    /// <summary>Parses a part.</summary>
    /// <param name="bytes">The part.</param>
    /// <param name="part">Its name.</param>
    /// <param name="file">Name of the file, for messages.</param>
    /// <param name="limits">What is too much.</param>
    /// <param name="elements">Elements read so far in the file; counted on.</param>
    public static XDocument Parse(byte[] bytes, string part, string file, CheckLimits limits, ref int elements)
    {
        try
        {
            using (var counting = Reader(bytes))
            {
                while (counting.Read())
                {
                    if (counting.Depth > limits.Depth)
                        throw Refusal.TooBig(file, $"“{part}”的内容嵌套超过 {limits.Depth} 层");
                    if (counting.NodeType == XmlNodeType.Element && ++elements > limits.Elements)
                        throw Refusal.TooBig(file, $"内容超过 {limits.Elements} 个元素");
                }
            }

            using var reader = Reader(bytes);
            return Transitional(XDocument.Load(reader, LoadOptions.PreserveWhitespace));
        }
        catch (XmlException error)
        {
            throw HasDocumentType(bytes) ? Refusal.UnsafeXml(file, part, error) : Refusal.Damaged(file, part, error);
        }
    }

    /// <summary>The bytes of a part, UTF-8, nothing indented.</summary>
    public static byte[] Write(XDocument document)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize }))
            document.Save(writer);
        return stream.ToArray();
    }

    /// <summary>Whether the part was in the strict variant of the format before it was read.</summary>
    public static bool WasStrict(XDocument document) => document.Annotation<string>() == StrictNote;

    // The strict variant has the same elements under other addresses.
    private static XDocument Transitional(XDocument document)
    {
        if (document.Root?.Name.Namespace != W.Strict)
            return document;
        document.AddAnnotation(StrictNote);
        foreach (var element in document.Root.DescendantsAndSelf())
        {
            if (element.Name.Namespace == W.Strict)
                element.Name = W.Main + element.Name.LocalName;
            if (!element.Attributes().Any(attribute => attribute.Name.Namespace == W.Strict || attribute.Name.Namespace == StrictLinks))
                continue;
            element.ReplaceAttributes(element.Attributes().Select(attribute =>
                attribute.Name.Namespace == W.Strict ? new XAttribute(W.Main + attribute.Name.LocalName, attribute.Value)
                : attribute.Name.Namespace == StrictLinks ? new XAttribute(W.Links + attribute.Name.LocalName, attribute.Value)
                : attribute).ToList());
        }

        return document;
    }

    private static XmlReader Reader(byte[] bytes) => XmlReader.Create(
        new MemoryStream(bytes, false), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });

    private static bool HasDocumentType(byte[] bytes) =>
        bytes.AsSpan().IndexOf("<!DOCTYPE"u8) >= 0
        || bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes("<!DOCTYPE")) >= 0
        || bytes.AsSpan().IndexOf(Encoding.BigEndianUnicode.GetBytes("<!DOCTYPE")) >= 0;
}
