using System.Security.Cryptography;
using System.Text;
using YiyuanSafety.Drafting.Templating.Markup;
using YiyuanSafety.Drafting.Templating.Tags;

namespace YiyuanSafety.Drafting.Regions;

/// <summary>
/// The words of a region as a person reads them, a line for each paragraph. Looks, empty lines and the way that a program cuts text into
/// runs do not count: a region is edited when its words are.
/// </summary>
internal static class RegionText
{
    private const int HashBytes = 16;

    /// <summary>The lines inside an element, in reading order; what is deleted under revision is left out.</summary>
    public static IReadOnlyList<string> Lines(string xml, Element element, Names names) =>
    [
        .. Paragraphs(element, names)
            .Select(paragraph => ParagraphText.Read(xml, paragraph, 0, names).Text)
            .Where(line => !string.IsNullOrWhiteSpace(line)),
    ];

    /// <summary>Lines as one text.</summary>
    public static string Join(IEnumerable<string> lines) => string.Join('\n', lines);

    /// <summary>32 hexadecimal digits of the text.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, HashBytes));

    // A fallback says once more what its choice says.
    private static IEnumerable<Element> Paragraphs(Element element, Names names)
    {
        if (element.Name == names.P)
            yield return element;
        foreach (var child in element.Children.Where(child => !child.Name.EndsWith(":Fallback", StringComparison.Ordinal)))
        {
            foreach (var paragraph in Paragraphs(child, names))
                yield return paragraph;
        }
    }
}
