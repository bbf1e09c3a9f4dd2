using System.Text;
using System.Xml;

namespace YiyuanSafety.Drafting.Charts;

/// <summary>Texts of charts.</summary>
internal static class ChartText
{
    /// <summary>Without characters that XML forbids.</summary>
    public static string Allowed(string text)
    {
        if (IsAllowed(text))
            return text;
        var allowed = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value))
                allowed.Append(rune);
        }

        return allowed.ToString();
    }

    /// <summary>A name short enough to stand beside a bar; the table has it in full.</summary>
    /// <param name="name">The name.</param>
    /// <param name="longest">Most characters.</param>
    public static string Short(string name, int longest)
    {
        var runes = Allowed(name).EnumerateRunes().ToList();
        return runes.Count <= longest ? string.Concat(runes) : string.Concat(runes.Take(longest - 1)) + "…";
    }

    private static bool IsAllowed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!XmlConvert.IsXmlChar(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]) && ++i > 0))
                return false;
        }

        return true;
    }
}
