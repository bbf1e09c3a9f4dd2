using System.Globalization;
using System.Text.RegularExpressions;
using YiyuanSafety.WorkPoints.Details;
using YiyuanSafety.WorkPoints.Text;

namespace YiyuanSafety.WorkPoints.Outline;

/// <summary>Reads what a document says of itself: number, issuer, title, year.</summary>
internal static partial class DocumentHead
{
    private const int LongestTitle = 80;

    /// <summary>Reads the head.</summary>
    /// <param name="flow">The document.</param>
    /// <param name="bodyStart">Where the first numbered unit starts.</param>
    public static DocumentInfo Read(Flow flow, int bodyStart)
    {
        var lines = flow.Folded[..bodyStart].Split(Flow.Break).Select(line => Flow.Quote(line).TrimStart('#', '*', ' ').TrimEnd('*', ' ')).Where(line => line.Length > 0).ToList();
        var printed = flow.Text[..bodyStart].Split(Flow.Break);
        var notice = Regex(NoticeTitle(), string.Join('\n', lines.Take(60)));
        var title = notice?.Groups["title"].Value.Replace("\n", "", StringComparison.Ordinal) ?? OwnTitle(lines) ?? "";
        var number = Number(lines);
        var issuer = Issuer(lines, notice, title, flow.Folded[Math.Max(0, flow.Folded.Length - 400)..]);
        var year = Year(title) ?? Year(number ?? "") ?? lines.Select(Year).FirstOrDefault(found => found is not null);
        return new DocumentInfo(AsPrinted(title, printed), issuer, number is null ? null : AsPrinted(number, printed), year);
    }

    // The head is matched on folded text; what is shown is what was printed, where that can be found again.
    private static string AsPrinted(string folded, string[] printed)
    {
        foreach (var line in printed)
        {
            var at = Fold.Width(line).IndexOf(folded, StringComparison.Ordinal);
            if (at >= 0)
                return line.Substring(at, folded.Length);
        }

        return folded;
    }

    private static string? OwnTitle(List<string> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (!TitleEnd().IsMatch(lines[i]) || lines[i].Length > LongestTitle || lines[i].Contains('。', StringComparison.Ordinal))
                continue;

            // A title broken over two centred lines: the body's name above, the rest below.
            var starts = i > 0 && lines[i].Length <= 16 && lines[i - 1].Length <= 30 && BodyName().Match(lines[i - 1]) is { Success: true, Length: var length } && length == lines[i - 1].Length;
            return starts ? lines[i - 1] + lines[i] : lines[i];
        }

        return lines.FirstOrDefault(line => line.Length is >= 6 and <= LongestTitle && !line.Contains('。', StringComparison.Ordinal) && !DocumentNumber().IsMatch(line) && line[^1] is not ('：' or ':'));
    }

    private static string? Number(List<string> lines)
    {
        foreach (var line in lines)
        {
            var match = DocumentNumber().Match(line);
            if (match.Success && (line.Length <= match.Length + 12 || line.Contains("发文字号", StringComparison.Ordinal) || line.Contains("文号", StringComparison.Ordinal)))
                return match.Value;
        }

        return null;
    }

    private static string? Issuer(List<string> lines, Match? notice, string title, string tail)
    {
        if (notice?.Groups["issuer"] is { Success: true, Length: > 3 } named)
            return BodyName().Match(named.Value) is { Success: true } exact ? exact.Value : named.Value.Trim();
        foreach (var line in lines)
        {
            if (IssuerLine().Match(line) is { Success: true } match)
                return match.Groups["issuer"].Value;
        }

        if (TitleIssuer().Match(title) is { Success: true } inTitle)
            return inTitle.Groups["issuer"].Value;
        return lines.Concat(tail.Split(Flow.Break)).Select(line => IssuerLine().Match(line.Trim())).FirstOrDefault(match => match.Success)?.Groups["issuer"].Value;
    }

    /// <summary>The county at the beginning of a title, with its level: 德城区 of 德州市德城区2026年安全生产工作要点; null where it names none.</summary>
    public static string? Region(string title) => TitleRegion().Match(title) is { Success: true } match ? match.Groups["region"].Value : null;

    private static int? Year(string text) =>
        YearText().Match(DateWords.Plain(text)) is { Success: true } match ? int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture) : null;

    private static Match? Regex(Regex regex, string text) => regex.Match(text) is { Success: true } match ? match : null;

    [GeneratedRegex(@"^(?:[\p{IsCJKUnifiedIdeographs}]{2,6}[省市州盟](?=[\p{IsCJKUnifiedIdeographs}]{2}))?(?<region>[\p{IsCJKUnifiedIdeographs}]{1,5}[县区市旗])(?=20[0-9]{2}|二[〇○零])")]
    private static partial Regex TitleRegion();

    [GeneratedRegex(@"(?<issuer>[\p{IsCJKUnifiedIdeographs}]{2,30}?)?\s*关于(?:印发|下发|发布|转发)\s*(?:[《〈](?<title>[^《》]*(?:[《〈][^》〉]*[》〉])?[^《》]*)[》〉]|(?<title>[^《》。]{6,60}?(?:要点|方案|计划|清单|分工表?))的?通知)")]
    private static partial Regex NoticeTitle();

    [GeneratedRegex(@"(?:工作要点|要点|工作方案|实施方案|行动方案|工作计划|重点工作|任务清单|分工方案|任务分工表?|实施意见|任务分解表?)(?:（.{1,20}）)?$")]
    private static partial Regex TitleEnd();

    [GeneratedRegex(@"[\p{IsCJKUnifiedIdeographs}]{1,12}\s*[〔\[（【［﹝〈]\s*[0-9]{4}\s*[〕\]）】］﹞〉]\s*第?[0-9]{1,4}号")]
    private static partial Regex DocumentNumber();

    [GeneratedRegex(@"[\p{IsCJKUnifiedIdeographs}]{2,24}(?:委员会办公室|委员会|安委会办公室|安委办|安委会|人民政府办公室|人民政府|应急管理局|管委会)")]
    private static partial Regex BodyName();

    [GeneratedRegex(@"^(?<issuer>[\p{IsCJKUnifiedIdeographs}]{2,24}(?:安全生产委员会办公室|安全生产委员会|安委会办公室|安委办|安委会|人民政府办公室|人民政府|应急管理局))(?:文件)?$")]
    private static partial Regex IssuerLine();

    [GeneratedRegex(@"^(?<issuer>[\p{IsCJKUnifiedIdeographs}]{2,24}?(?:安全生产委员会办公室|安全生产委员会|安委会办公室|安委办|安委会|人民政府|应急管理局))")]
    private static partial Regex TitleIssuer();

    [GeneratedRegex(@"(?<![0-9])(?<year>20[0-9]{2})(?![0-9])")]
    private static partial Regex YearText();
}
