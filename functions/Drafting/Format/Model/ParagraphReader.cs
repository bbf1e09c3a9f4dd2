using System.Text;
using System.Xml.Linq;

namespace YiyuanSafety.Drafting.Format.Model;

/// <summary>What stands in a paragraph besides its formatting. Deleted, moved-away and hidden text does not count.</summary>
internal sealed class ParagraphReader(StyleSheet styles, ThemeFonts theme, RunLook baseLook, Func<XElement, Shape?> shape)
{
    private readonly StringBuilder _field = new();
    private int _inCode;

    public List<TextRun> Runs { get; } = [];

    public List<Shape> Shapes { get; } = [];

    public List<string> Fields { get; } = [];

    public bool BreakBefore { get; private set; }

    public bool BreakAfter { get; private set; }

    /// <summary>Reads the children of a paragraph or of what stands around its runs.</summary>
    public void Read(XElement parent)
    {
        foreach (var child in parent.Elements())
        {
            if (child.Name.Namespace != W.Main && child.Name != W.Compatibility + "AlternateContent")
                continue;
            switch (child.Name.LocalName)
            {
                case "r":
                    ReadRun(child);
                    break;
                case "fldSimple":
                    AddField(child.Text("instr"));
                    Read(child);
                    break;
                case "sdt":
                    if (child.Child("sdtContent") is { } content)
                        Read(content);
                    break;
                case "hyperlink" or "ins" or "moveTo" or "smartTag" or "customXml" or "dir" or "bdo":
                    Read(child);
                    break;
                case "AlternateContent" when Alternative(child) is { } chosen:
                    Read(chosen);
                    break;
                default:
                    break;
            }
        }
    }

    private void ReadRun(XElement run)
    {
        var own = run.Element(W.RPr);
        var direct = RunLook.Read(own, theme);
        var character = styles.CharacterStyle(own.Child("rStyle").Text()).Run;
        var look = direct.Over(character).Over(baseLook) with
        {
            // Bold turns over with each level of styles that sets it; said directly, it holds.
            Bold = direct.Bold ?? ((character.Bold ?? false) ^ (baseLook.Bold ?? false)),
        };
        var type = TypeLook.Of(look);
        var text = new StringBuilder();
        ReadContent(run, text);
        if (text.Length > 0 && !type.Hidden)
            Runs.Add(new TextRun(run, text.ToString(), type));
    }

    private void ReadContent(XElement run, StringBuilder text)
    {
        foreach (var child in run.Elements())
        {
            switch (child.Name.LocalName)
            {
                case "t" when _inCode == 0:
                    text.Append(child.Value);
                    break;
                case "tab" or "ptab" when _inCode == 0:
                    text.Append('\t');
                    break;
                case "br" when child.Text("type") == "page":
                    (BreakBefore, BreakAfter) = Runs.Count == 0 && text.Length == 0 ? (true, BreakAfter) : (BreakBefore, true);
                    break;
                case "br" or "cr" when _inCode == 0:
                    text.Append('\n');
                    break;
                case "noBreakHyphen":
                    text.Append('-');
                    break;
                case "sym":
                    text.Append('□');
                    break;
                case "fldChar":
                    ReadFieldMark(child.Text("fldCharType"));
                    break;
                case "instrText":
                    _field.Append(child.Value);
                    break;
                case "drawing" or "pict" or "object" when shape(child) is { } found:
                    Shapes.Add(found);
                    break;
                case "AlternateContent" when Alternative(child) is { } chosen:
                    ReadContent(chosen, text);
                    break;
                default:
                    break;
            }
        }
    }

    private void ReadFieldMark(string? kind)
    {
        if (kind == "begin")
        {
            _inCode++;
            _field.Clear();
        }
        else if (kind is "separate" or "end" && _inCode > 0)
        {
            AddField(_field.ToString());
            _field.Clear();
            _inCode--;
        }
    }

    private void AddField(string? code)
    {
        var name = (code ?? "").Split([' ', '\u3000'], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        if (name is not null)
            Fields.Add(name.ToUpperInvariant());
    }

    /// <summary>What Word takes of content that is there twice: the newer form.</summary>
    public static XElement? Alternative(XElement alternate) =>
        alternate.Elements().FirstOrDefault(one => one.Name == W.Compatibility + "Choice" && one.HasElements)
        ?? alternate.Element(W.Compatibility + "Fallback");
}
