using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace YiyuanSafety.Drafting.Sheets;

/// <summary>Text that a workbook can hold.</summary>
public static partial class CellText
{
    /// <summary>Most characters Excel takes in a cell.</summary>
    public const int Longest = 32767;

    private const string CutNote = "……（内容过长，后略）";

    /// <summary>The text without what XML forbids, cut with a note where it is longer than Excel takes.</summary>
    public static string Safe(string text)
    {
        if (text.Length <= Longest && IsClean(text))
            return text;
        var clean = Clean(text);
        if (clean.Length <= Longest)
            return clean;
        var end = Longest - CutNote.Length;
        return clean[..(char.IsHighSurrogate(clean[end - 1]) ? end - 1 : end)] + CutNote;
    }

    private static bool IsClean(string text)
    {
        foreach (var c in text)
        {
            if (!XmlConvert.IsXmlChar(c) || c == '\r')
                return false;
        }

        return !text.Contains("_x", StringComparison.Ordinal);
    }

    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                clean.Append(text[i]).Append(text[++i]);
            else if (XmlConvert.IsXmlChar(text[i]) && text[i] != '\r')
                clean.Append(text[i]);
        }

        // Excel reads _x000D_ and its like as an escaped character, so the underscore itself must be escaped.
        return EscapeLike().Replace(clean.ToString(), "_x005F_$1");
    }

    [GeneratedRegex("_(x[0-9A-Fa-f]{4}_)")]
    private static partial Regex EscapeLike();
}
