using System.Text.RegularExpressions;

namespace YiyuanSafety.WorkPoints.Reading.Plain;

/// <summary>
/// The marks of Markdown inside a line, which are no more part of the text than bold type is in Word: <c>**责任单位：**县水利局</c>,
/// <c>- 牵头单位：县公安局</c>. The signs before headings stay, since levels are read from them.
/// </summary>
internal static partial class MarkdownMarks
{
    /// <summary>A text that has headings of Markdown is taken for Markdown whatever the file is called.</summary>
    public static bool IsMarkdown(IReadOnlyList<string> lines) => lines.Any(line => PlainTextReader.HeadingLevel(line) is not null);

    /// <summary>The line without its marks.</summary>
    /// <param name="line">A line of Markdown.</param>
    /// <param name="isSure">Whether the file says that it is Markdown; else only the marks that nobody writes for something else go.</param>
    public static string Without(string line, bool isSure)
    {
        line = Bullet().Replace(line, "");

        // An odd mark hides something, as in 某**公司, and is no mark of Markdown.
        if (Strong().Count(line) * 2 == line.AsSpan().Count("**"))
            line = Strong().Replace(line, "${text}");
        return isSure ? Code().Replace(Emphasis().Replace(line, "${text}"), "${text}") : line;
    }

    // - 5 - is the number of a page.
    [GeneratedRegex(@"^[ \t]*[-*+][ \t]+(?![0-9]+[ \t]*-?[ \t]*$)(?=\S)")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"(?<!\*)\*\*(?<text>[^*\s](?:[^*]*[^*\s])?)\*\*(?!\*)")]
    private static partial Regex Strong();

    [GeneratedRegex(@"(?<!\*)\*(?<text>[^*\s](?:[^*]*[^*\s])?)\*(?!\*)")]
    private static partial Regex Emphasis();

    [GeneratedRegex("(?<!`)`(?<text>[^`]+)`(?!`)")]
    private static partial Regex Code();
}
