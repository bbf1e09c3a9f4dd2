using System.Text.RegularExpressions;

namespace YiyuanSafety.WorkPoints.Reading.Plain;

/// <summary>
/// The marks of Markdown inside a line, which are no more part of the text than bold type is in Word: <c>**责任单位：**县水利局</c>,
/// <c>- 牵头单位：县公安局</c>. The signs before headings stay, since levels are read from them.
/// </summary>
internal static partial class MarkdownMarks
{
    private const string Item = @"[-*+][ \t]+(?![0-9]+[ \t]*(?:-?[ \t]*$|[℃°%万亿.]))(?:\[[ xX]\][ \t]+)?";

    /// <summary>A text that has headings of Markdown is taken for Markdown whatever the file is called.</summary>
    public static bool IsMarkdown(IReadOnlyList<string> lines) => lines.Any(line => PlainTextReader.HeadingLevel(line) is not null);

    /// <summary>The line without its marks.</summary>
    /// <param name="line">A line of Markdown.</param>
    /// <param name="isSure">Whether the file says that it is Markdown; else only the marks that nobody writes for something else go.</param>
    public static string Without(string line, bool isSure)
    {
        line = Strong().Replace(Bullet().Replace(line, ""), "${text}");
        return isSure ? Escape().Replace(Code().Replace(Emphasis().Replace(line, "${text}"), "${text}"), "${sign}") : line;
    }

    // - 5 - is the number of a page, and - 18℃ a temperature.
    [GeneratedRegex(@"^(?:(?:[ \t]*>)+[ \t]*(?:" + Item + @")?|[ \t]*" + Item + @")(?=\S)")]
    private static partial Regex Bullet();

    // Stars hide names, too: in 对某**公司、某**企业 they open inside a word, and what stands between them is no phrase.
    [GeneratedRegex(@"(?<![*_\\])(?:(?<=^|[\s\p{P}\p{S}])(?<mark>\*{2,3}|__)(?<text>[^*_\s](?:[^*_\n]*[^*_\s、，])?)\k<mark>|(?<mark>\*\*)(?<text>[^*\s\p{P}\p{S}]+)\k<mark>)(?![*_])")]
    private static partial Regex Strong();

    [GeneratedRegex(@"(?<![*\\])(?<=^|[\s\p{P}])\*(?<text>[^*\s](?:[^*]*[^*\s、，])?)\*(?=$|[\s\p{P}])(?!\*)")]
    private static partial Regex Emphasis();

    [GeneratedRegex("(?<!`)`(?<text>[^`]+)`(?!`)")]
    private static partial Regex Code();

    [GeneratedRegex(@"\\(?<sign>[\\*_#.+>`\[\](){}~-])")]
    private static partial Regex Escape();
}
