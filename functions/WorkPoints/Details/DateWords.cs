using System.Globalization;
using System.Text.RegularExpressions;

namespace YiyuanSafety.WorkPoints.Details;

/// <summary>Writes the many ways of printing a date in one way, so that whoever reckons with dates knows a single one. Not for quoting.</summary>
internal static partial class DateWords
{
    /// <summary>The words with Arabic numerals, one kind of dash, every number of a range with its unit, and no space. Takes width-folded text.</summary>
    public static string Plain(string words)
    {
        // Scanners put spaces around digits: 9 月底前.
        var plain = Space().Replace(words, "");
        plain = Dash().Replace(plain, "-");
        plain = ChineseYear().Replace(plain, year => string.Concat(year.Value.Select(Digit)));
        plain = ChineseNumber().Replace(plain, number => Period.Times(number.Value).ToString(CultureInfo.InvariantCulture));

        // 4至6月, 9月1—15日: what the first number counts stands behind the second.
        plain = FirstMonth().Replace(plain, "$0月");
        return FirstDay().Replace(plain, "$0日");
    }

    private static char Digit(char numeral) => numeral is '〇' or '○' or '零' ? '0' : (char)('1' + "一二三四五六七八九".IndexOf(numeral, StringComparison.Ordinal));

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex("[-－‐‑–—―─~～〜∼]+")]
    private static partial Regex Dash();

    [GeneratedRegex("[一二三四五六七八九〇○零]{4}(?=年)")]
    private static partial Regex ChineseYear();

    [GeneratedRegex("[一二三四五六七八九十]{1,3}(?=个?月|[日号]|季度|(?:至|到|-)[一二三四五六七八九十]{1,3}(?:月|[日号]|季度))")]
    private static partial Regex ChineseNumber();

    [GeneratedRegex("(?<![0-9./月-])[0-9]{1,2}(?=(?:至|到|-)[0-9]{1,2}月)")]
    private static partial Regex FirstMonth();

    [GeneratedRegex("(?<=月)[0-9]{1,2}(?=(?:至|到|-)[0-9]{1,2}[日号月])")]
    private static partial Regex FirstDay();
}
