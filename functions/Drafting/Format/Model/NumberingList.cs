using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace YiyuanSafety.Drafting.Format.Model;

/// <summary>Automatic numbers (word/numbering.xml), counted in the order of the document.</summary>
internal sealed class NumberingList(XElement? numbering)
{
    private const int Levels = 9;
    private const string Digits = "零一二三四五六七八九";

    private readonly Dictionary<string, XElement> _lists = ById(numbering, "abstractNum", "abstractNumId");
    private readonly Dictionary<string, XElement> _uses = ById(numbering, "num", "numId");
    private readonly Dictionary<string, int?[]> _counters = new(StringComparer.Ordinal);

    /// <summary>How the level of a list sets its paragraphs.</summary>
    public ParagraphLook Look(string? use, int level) => ParagraphLook.Read(Level(use, level).Child("pPr"));

    /// <summary>The printed number of the next paragraph of a list; empty where there is none.</summary>
    public string Next(string use, int level)
    {
        level = Math.Clamp(level, 0, Levels - 1);
        if (ListOf(use) is not { } list || Level(use, level) is not { } definition)
            return "";
        var key = list.Text("abstractNumId") ?? "";
        if (!_counters.TryGetValue(key, out var counters))
            _counters[key] = counters = new int?[Levels];
        counters[level] = counters[level] is { } last && last < int.MaxValue ? last + 1 : Start(use, level);
        for (var below = level + 1; below < Levels; below++)
            counters[below] = null;
        return definition.Child("numFmt").Text() == "bullet" ? "" : Print(use, definition, counters);
    }

    private string Print(string use, XElement definition, int?[] counters)
    {
        var pattern = definition.Child("lvlText").Text() ?? "";
        var text = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '%' && i + 1 < pattern.Length && pattern[i + 1] is >= '1' and <= '9')
            {
                var level = pattern[++i] - '1';
                text.Append(Write(counters[level] ?? Start(use, level), Level(use, level).Child("numFmt").Text() ?? "decimal"));
            }
            else
            {
                text.Append(pattern[i]);
            }
        }

        return text.ToString();
    }

    private int Start(string use, int level) =>
        Override(use, level).Child("startOverride").Number() ?? Level(use, level).Child("start").Number() ?? 1;

    private XElement? Level(string? use, int level) => use is null ? null
        : Override(use, level).Child("lvl")
        ?? ListOf(use)?.Elements(W.Main + "lvl").FirstOrDefault(one => one.Number("ilvl") == level);

    private XElement? Override(string use, int level) =>
        _uses.GetValueOrDefault(use)?.Elements(W.Main + "lvlOverride").FirstOrDefault(one => one.Number("ilvl") == level);

    private XElement? ListOf(string use) =>
        _uses.GetValueOrDefault(use).Child("abstractNumId").Text() is { } id ? _lists.GetValueOrDefault(id) : null;

    private static string Write(int value, string format) => format switch
    {
        "chineseCounting" or "chineseCountingThousand" or "taiwaneseCounting" or "taiwaneseCountingThousand" or "japaneseCounting" or "ideographDigital" => Counting(value),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" when value is >= 1 and <= 20 => ((char)('①' + value - 1)).ToString(),
        "lowerLetter" when value >= 1 => ((char)('a' + (value - 1) % 26)).ToString(),
        "upperLetter" when value >= 1 => ((char)('A' + (value - 1) % 26)).ToString(),
        "none" => "",
        _ => value.ToString(CultureInfo.InvariantCulture),
    };

    private static string Counting(int value) => value switch
    {
        < 1 or > 99 => value.ToString(CultureInfo.InvariantCulture),
        < 10 => Digits[value].ToString(),
        _ => (value >= 20 ? Digits[value / 10].ToString() : "") + "十" + (value % 10 > 0 ? Digits[value % 10].ToString() : ""),
    };

    private static Dictionary<string, XElement> ById(XElement? parent, string name, string id)
    {
        var map = new Dictionary<string, XElement>(StringComparer.Ordinal);
        foreach (var element in parent?.Elements(W.Main + name) ?? [])
            map[element.Text(id) ?? ""] = element;
        return map;
    }
}
