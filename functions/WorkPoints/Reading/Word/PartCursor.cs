using System.Globalization;
using System.Text;
using System.Xml;

namespace YiyuanSafety.WorkPoints.Reading.Word;

/// <summary>
/// Walks one XML part forward, element by element. It resolves nothing from outside, refuses a DTD, bounds the depth,
/// and of alternate content shows the first choice only, never the fallback beside it.
/// </summary>
internal sealed class PartCursor : IDisposable
{
    private const string Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    private readonly XmlReader _xml;
    private readonly int _mostDepth;
    private readonly string _file;
    private readonly bool[] _chosen;
    private readonly string _word;
    private readonly string _wordStrict;
    private readonly string _math;
    private readonly string _mathStrict;
    private readonly string _compatibility;

    private PartCursor(XmlReader xml, NameTable names, string file, int mostDepth)
    {
        _xml = xml;
        _file = file;
        _mostDepth = mostDepth;
        _chosen = new bool[mostDepth + 2];
        _word = names.Add("http://schemas.openxmlformats.org/wordprocessingml/2006/main");
        _wordStrict = names.Add("http://purl.oclc.org/ooxml/wordprocessingml/main");
        _math = names.Add("http://schemas.openxmlformats.org/officeDocument/2006/math");
        _mathStrict = names.Add("http://purl.oclc.org/ooxml/officeDocument/math");
        _compatibility = names.Add(Compatibility);
    }

    /// <summary>Local name of the current element.</summary>
    public string Name => _xml.LocalName;

    /// <summary>True on an element of WordprocessingML, transitional or strict.</summary>
    public bool IsWord => ReferenceEquals(_xml.NamespaceURI, _word) || ReferenceEquals(_xml.NamespaceURI, _wordStrict);

    /// <summary>True on an element of Office mathematics.</summary>
    public bool IsMath => ReferenceEquals(_xml.NamespaceURI, _math) || ReferenceEquals(_xml.NamespaceURI, _mathStrict);

    /// <summary>Opens a part.</summary>
    public static PartCursor Open(Stream part, string file, int mostDepth)
    {
        var names = new NameTable();
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            NameTable = names,
            CloseInput = true,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        return new PartCursor(XmlReader.Create(part, settings), names, file, mostDepth);
    }

    /// <summary>True where the part's only flaw before its first element is a document type definition.</summary>
    public static bool HasDocumentType(Stream part)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, CloseInput = true };
        try
        {
            using var xml = XmlReader.Create(part, settings);
            return xml.MoveToContent() == XmlNodeType.Element;
        }
        catch (Exception error) when (error is XmlException or InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>True once the first element has been reached.</summary>
    public bool Started { get; private set; }

    /// <summary>Starts walking the children of the current element; give the result to <see cref="Next"/>.</summary>
    public int Enter() => _xml.IsEmptyElement ? int.MaxValue : _xml.Depth;

    /// <summary>
    /// Moves to the next element below the entered one; false once that one has ended. An element whose children are
    /// not entered shows them as well, so that unknown wrappers are transparent.
    /// </summary>
    public bool Next(int entered)
    {
        while (entered != int.MaxValue && Read())
        {
            if (_xml.Depth <= entered)
                return false;
            if (_xml.NodeType != XmlNodeType.Element)
                continue;
            if (!ReferenceEquals(_xml.NamespaceURI, _compatibility))
                return true;
            Choose();
        }

        return false;
    }

    /// <summary>Moves to the part's root element.</summary>
    public bool Root()
    {
        while (Read())
        {
            if (_xml.NodeType == XmlNodeType.Element)
                return Started = true;
        }

        return false;
    }

    /// <summary>Passes over the current element with all it holds.</summary>
    public void Skip()
    {
        if (_xml.IsEmptyElement)
            return;
        var depth = _xml.Depth;
        while (Read() && _xml.Depth > depth)
        {
        }
    }

    /// <summary>Passes over the current element, collecting its characters.</summary>
    public void AppendText(StringBuilder text)
    {
        if (_xml.IsEmptyElement)
            return;
        var depth = _xml.Depth;
        while (Read() && _xml.Depth > depth)
        {
            if (_xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
                text.Append(_xml.Value);
        }
    }

    /// <summary>A WordprocessingML attribute of the current element, or null.</summary>
    public string? Attribute(string name) => _xml.GetAttribute(name, _word) ?? _xml.GetAttribute(name, _wordStrict);

    /// <summary>The <c>w:val</c> of the current element, or null.</summary>
    public string? Value => Attribute("val");

    /// <summary>A whole-number attribute, or null where it is absent or no number.</summary>
    public int? Number(string name = "val") =>
        int.TryParse(Attribute(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>An on-off property: true where the element stands without a value.</summary>
    public bool On => Value is not ("0" or "false" or "off" or "none");

    public void Dispose() => _xml.Dispose();

    private bool Read()
    {
        if (!_xml.Read())
            return false;
        return _xml.Depth <= _mostDepth ? true : throw Unreadable.Damaged(_file, where: "内容嵌套过深");
    }

    private void Choose()
    {
        var depth = _xml.Depth;
        switch (_xml.LocalName)
        {
            case "AlternateContent":
                _chosen[depth] = false;
                break;
            case "Choice" or "Fallback" when depth > 0:
                if (_chosen[depth - 1])
                    Skip();
                _chosen[depth - 1] = true;
                break;
            default:
                break;
        }
    }
}
