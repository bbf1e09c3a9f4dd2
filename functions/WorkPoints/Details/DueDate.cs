using System.Globalization;
using System.Text.RegularExpressions;

namespace YiyuanSafety.WorkPoints.Details;

/// <summary>Turns the words of a deadline into the last day meant.</summary>
internal static partial class DueDate
{
    /// <summary>The last day meant, or null where the words name no calendar day or the year is not known. Takes width-folded text.</summary>
    public static DateOnly? Of(string words, int? documentYear)
    {
        if (words.StartsWith('每'))
            return null;
        // Scanners put spaces around digits: 9 月底前.
        words = words.Replace(" ", "", StringComparison.Ordinal);
        var match = Parts().Match(words);
        if (!match.Success)
            return null;
        var year = match.Groups["year"].Success ? int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture) : documentYear;
        if (words.StartsWith("明年", StringComparison.Ordinal))
            year++;
        if (year is not { } known || known is < 1900 or > 9998)
            return null;
        if (match.Groups["half"].Success)
            return match.Groups["half"].Value == "上" ? new DateOnly(known, 6, 30) : new DateOnly(known, 12, 31);
        if (match.Groups["quarter"].Success)
            return EndOfMonth(known, 3 * ("一二三四".IndexOf(match.Groups["quarter"].Value, StringComparison.Ordinal) + 1));
        if (!match.Groups["month"].Success)
            return match.Groups["yearEnd"].Success ? new DateOnly(known, 12, 31) : null;
        var month = int.Parse(match.Groups["month"].Value, CultureInfo.InvariantCulture);
        if (month is < 1 or > 12)
            return null;
        var lastDay = DateTime.DaysInMonth(known, month);
        return match.Groups["part"].Value switch
        {
            "上旬" => new DateOnly(known, month, 10),
            "中旬" => new DateOnly(known, month, 20),
            "初" => new DateOnly(known, month, 5),
            _ when match.Groups["day"].Success && int.Parse(match.Groups["day"].Value, CultureInfo.InvariantCulture) is var day =>
                day >= 1 && day <= lastDay ? new DateOnly(known, month, day) : null,
            _ => new DateOnly(known, month, lastDay),
        };
    }

    private static DateOnly EndOfMonth(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));

    [GeneratedRegex(@"(?:(?<year>20[0-9]{2})年|今年|本年度?|当年|明年)?(?:(?<month>[0-9]{1,2})月(?:(?<day>[0-9]{1,2})日|(?<part>上旬|中旬|下旬|底|末|初))?|(?<half>上|下)半年|第?(?<quarter>[一二三四])季度|(?<yearEnd>年?(?:底|末|内)))")]
    private static partial Regex Parts();
}
