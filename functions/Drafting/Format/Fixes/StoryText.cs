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

    /// <summary>Checks that nothing was added, lost or moved; footers that hold a page number and nothing else may come in addition.</summary>
    /// <exception cref="InvalidOperationException">The text differs.</exception>
    public static void RequireSame(Dictionary<string, string> before, Dictionary<string, string> after)
    {
        foreach (var (part, text) in before)
        {
            if (!after.TryGetValue(part, out var now) || !string.Equals(text, now, StringComparison.Ordinal))
                throw new InvalidOperationException($"A repair changed the text of {part}.");
        }

        if (after.Where(part => !before.ContainsKey(part.Key)).FirstOrDefault(part => !PageNumberOnly.IsMatch(part.Value)) is { Key: { } added })
            throw new InvalidOperationException($"A repair added text in {added}.");
    }

    private static string Of(XElement root)
    {
        var text = new StringBuilder();
        foreach (var element in root.Descendants())
        {
            if (element.Name.Namespace != W.Main)
                continue;
            switch (element.Name.LocalName)
            {
                case "t" or "delText" or "instrText" or "delInstrText":
                    text.Append(element.Value);
                    break;
                case "tab" or "br" or "cr" or "sym" or "noBreakHyphen" or "softHyphen" or "ptab" when element.Parent?.Name == W.R:
                    text.Append('<').Append(element.Name.LocalName).Append(element.Text("char")).Append('>');
                    break;
                case "p":
                    text.Append('¶');
                    break;
                case "tr" or "tc" or "drawing" or "pict" or "footnoteReference" or "endnoteReference":
                    text.Append('<').Append(element.Name.LocalName).Append('>');
                    break;
                default:
                    break;
            }
        }

        return text.ToString();
    }
}
