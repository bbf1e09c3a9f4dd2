using System.Globalization;
using System.Text.RegularExpressions;

namespace YiyuanSafety.WorkPoints.Details;

/// <summary>Turns the words of a deadline into the last day meant.</summary>
internal static partial class DueDate
{
    /// <summary>
    /// The last day meant, which for a range is its end; null where the words name no calendar day (月底前 of no month, 接通知后5个工作日内,
    /// 5月起) or the year is not known. Takes width-folded text.
    /// </summary>
    public static DateOnly? Of(string words, int? documentYear)
    {
        var plain = DateWords.Plain(words);
        for (var point = Point().Match(plain); point.Success; point = point.NextMatch())
        {
            // 每年6月底前, 于每月25日前: a rhythm, which has no last day.
            if (plain.AsSpan(0, point.Index).Contains('每'))
                return null;
            var after = point.Index + point.Length;
            if (To().Match(plain, after) is { Success: true } to)
                return End(plain, to.Index + to.Length, point, Day(point, documentYear));
            if (!Opening().IsMatch(plain, after))
                return Day(point, documentYear);
        }

        return WholeYear().Match(plain) is { Success: true } whole ? EndOfYear(Number(whole.Groups["year"])) : null;
    }

    /// <summary>The end of a range. One that names no day (5月至活动结束) has none: its beginning would be a due day far too early.</summary>
    private static DateOnly? End(string plain, int at, Match from, DateOnly? first)
    {
        if (first is not { } start)
            return null;
        if (Point().Match(plain, at) is { Success: true } point && point.Index == at)
        {
            // 11月至2月 goes on into the next year.
            var end = Day(point, start.Year);
            return end < start && !point.Groups["year"].Success ? Day(point, start.Year + 1) : end;
        }

        if (BareEnd().Match(plain, at) is not { Success: true } bare)
            return null;
        var number = Number(bare.Groups["last"]);
        if (bare.Groups["month"].Success)
            return Valid(start.Year, Number(bare.Groups["month"]), number);
        return from.Groups["day"].Success ? Valid(start.Year, start.Month, number) : EndOfMonth(start.Year, number);
    }

    private static DateOnly? Day(Match point, int? documentYear)
    {
        var year = point.Groups["year"].Success ? Number(point.Groups["year"]) : point.Groups["next"].Success ? documentYear + 1 : documentYear;
        if (year is not { } known)
            return null;
        if (point.Groups["half"].Success)
            return EndOfMonth(known, point.Groups["half"].Value == "上" ? 6 : 12);
        if (point.Groups["quarter"].Success)
            return EndOfMonth(known, 3 * Number(point.Groups["quarter"]));
        if (!point.Groups["month"].Success)
            return EndOfYear(known);
        var month = Number(point.Groups["month"]);
        return point.Groups["part"].Value switch
        {
            "上旬" => Valid(known, month, 10),
            "中旬" => Valid(known, month, 20),
            "初" => Valid(known, month, 5),
            _ when point.Groups["day"].Success => Valid(known, month, Number(point.Groups["day"])),
            _ => EndOfMonth(known, month),
        };
    }

    private static DateOnly? EndOfYear(int year) => EndOfMonth(year, 12);

    private static DateOnly? EndOfMonth(int year, int month) =>
        month is >= 1 and <= 12 && year is >= 1900 and <= 9998 ? new DateOnly(year, month, DateTime.DaysInMonth(year, month)) : null;

    private static DateOnly? Valid(int year, int month, int day) => EndOfMonth(year, month) is { } last && day >= 1 && day <= last.Day ? new DateOnly(year, month, day) : null;

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    // 年内 and 年底 are the year's own only where no number of years stands before them: 三年内, 半年内.
    [GeneratedRegex(@"
        (?<year>20[0-9]{2})(?<mark>[./-])(?<month>[0-9]{1,2})(?:\k<mark>(?<day>[0-9]{1,2}))?(?![0-9])日?
      | (?:(?<year>20[0-9]{2})年度?|(?<next>明年|次年|翌年|来年)|今年|本年度?|当年)年?(?:底|末|内|终)
      | (?<![0-9一二三四五六七八九十半两数几])年(?:底|末|内|终)
      | (?:(?<year>20[0-9]{2})年度?|(?<next>明年|次年|翌年|来年)|今年|本年度?|当年)?(?:
            (?<month>[0-9]{1,2})月份?(?:(?<day>[0-9]{1,2})[日号]|(?<part>上旬|中旬|下旬|底|末|初))?
          | (?<half>上|下)半年
          | 第?(?<quarter>[1-4])季度
          | Q(?<quarter>[1-4]))", RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Point();

    [GeneratedRegex(@"\G(?:（[^（）]*）)?(?:起|开始)?(?:至|到|-)")]
    private static partial Regex To();

    [GeneratedRegex(@"\G(?:（[^（）]*）)?(?:起|开始|以来)")]
    private static partial Regex Opening();

    [GeneratedRegex(@"\G(?:(?<month>[0-9]{1,2})[.])?(?<last>[0-9]{1,2})(?![0-9月.年])")]
    private static partial Regex BareEnd();

    [GeneratedRegex("(?<year>20[0-9]{2})年度?(?:全年)?(?:完成)?$")]
    private static partial Regex WholeYear();
}
