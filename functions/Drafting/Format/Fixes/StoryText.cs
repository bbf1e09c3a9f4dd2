using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using YiyuanSafety.Drafting.Format.Model;

namespace YiyuanSafety.Drafting.Format.Fixes;

/// <summary>The text of all stories of a file, in order, by which a repair proves that it touched no word.</summary>
internal static partial class StoryText
{
    [GeneratedRegex(@"^¶—  PAGE 1 —$", RegexOptions.None, 500)]
    private static partial Regex PageNumberOnly { get; }

    /// <summary>Text by part; parts that hold none are left out.</summary>
    public static Dictionary<string, string> Of(DocxFile file) => file.Read
        .Select(part => (part.Key, Text: part.Value.Root is { } root && root.Name.Namespace == W.Main && root.Name.LocalName is "document" or "ftr" or "hdr" ? Of(root) : ""))
        .Where(part => part.Text.Length > 0)
        .ToDictionary(part => part.Key, part => part.Text, StringComparer.OrdinalIgnoreCase);

    /// <summary>The part in which something was added, lost or moved; null where none. Footers that hold a page number and nothing else may come in addition.</summary>
    public static string? Differing(Dictionary<string, string> before, Dictionary<string, string> after) =>
        before.FirstOrDefault(part => !after.TryGetValue(part.Key, out var now) || !string.Equals(part.Value, now, StringComparison.Ordinal)).Key
        ?? after.FirstOrDefault(part => !before.ContainsKey(part.Key) && !PageNumberOnly.IsMatch(part.Value)).Key;

    private static string Of(XElement root)
    {
        var text = new StringBuilder();
        Append(root, text);
        return text.ToString();
    }

    // Properties hold no text; what a damaged file has there is not printed.
    private static void Append(XElement parent, StringBuilder text)
    {
        foreach (var element in parent.Elements().Where(child => !child.Name.LocalName.EndsWith("Pr", StringComparison.Ordinal) && child.Name != W.Main + "tblGrid"))
        {
            if (element.Name.Namespace == W.Main)
                Append(element, element.Name.LocalName, text);
            Append(element, text);
        }
    }

    private static void Append(XElement element, string name, StringBuilder text)
    {
        switch (name)
        {
            case "t" or "delText" or "instrText" or "delInstrText":
                text.Append(element.Value);
                break;
            case "tab" or "br" or "cr" or "sym" or "noBreakHyphen" or "softHyphen" or "ptab" when element.Parent?.Name == W.R:
                text.Append('<').Append(name).Append(element.Text("char")).Append('>');
                break;
            case "p":
                text.Append('¶');
                break;
            case "tr" or "tc" or "drawing" or "pict" or "footnoteReference" or "endnoteReference":
                text.Append('<').Append(name).Append('>');
                break;
            default:
                break;
        }
    }
}
