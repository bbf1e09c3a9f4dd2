using System.Globalization;

namespace YiyuanSafety.Drafting.Papers;

/// <summary>A paper that pressed for the same tasks before.</summary>
/// <param name="Number">Its 发文字号; empty where it is not known, then the paper is cited without.</param>
/// <param name="Date">Its 成文日期; null where it is not known.</param>
/// <param name="Kind">What it was: 提醒函, 督办函 or 挂牌督办通知.</param>
/// <param name="IsAnswered">Whether an answer came, although it did not settle the tasks: to say that none came would be wrong.</param>
public sealed record EarlierPaper(string Number, DateOnly? Date, string Kind, bool IsAnswered = false)
{
    private const string Reminder = "提醒函";
    private const string Supervision = "督办函";
    private const string Listing = "挂牌督办通知";

    // What each of them did to the tasks.
    private string Verb => Kind switch
    {
        Reminder => "提醒",
        Supervision => "督办",
        _ => "挂牌督办",
    };

    /// <summary>Whether one of the papers did before what a letter of that kind does now.</summary>
    internal static bool Repeats(IReadOnlyList<EarlierPaper> earlier, bool isReminder) =>
        earlier.Any(paper => isReminder ? paper.Kind == Reminder : paper.Kind != Reminder);

    /// <summary>The sentence that cites them in the order given; empty for none.</summary>
    /// <param name="earlier">The papers.</param>
    /// <param name="office">How the paper calls the office, which sends letters, such as 我办.</param>
    /// <param name="committee">How it calls the committee, which issues 挂牌督办通知.</param>
    /// <param name="tasks">How it calls the tasks, such as 上述任务.</param>
    /// <param name="awaited">What did not come, such as 完成情况.</param>
    internal static string Cite(IReadOnlyList<EarlierPaper> earlier, string office, string committee, string tasks, string awaited)
    {
        if (earlier.Count == 0)
            return "";
        var clauses = new List<string>();
        var issuer = "";
        for (var i = 0; i < earlier.Count; i++)
        {
            var paper = earlier[i];
            var again = earlier.Take(i).Any(one => one.Kind == paper.Kind) ? "再次" : "";
            var by = paper.Kind == Listing ? committee : office;
            var opening = by == issuer ? "" : clauses.Count > 0 ? by : earlier.Count > 1 ? by + "曾先后" : by + "曾";
            issuer = by;
            clauses.Add($"{opening}{(paper.Date is null ? "" : $"于{Wording.Date(paper.Date)}")}以{Wording.Cite(paper.Kind)}{InBrackets(paper.Number)}{again}{paper.Verb}");
        }

        var since = earlier[^1].IsAnswered ? "虽有反馈，但任务至今仍未完成" : $"至今未收到{awaited}的反馈";
        return $"{string.Join('、', clauses)}{tasks}，{since}。";
    }

    /// <summary>Refuses papers that cannot be cited.</summary>
    /// <exception cref="OrderException">A kind is none of the three.</exception>
    internal static void Check(IReadOnlyList<EarlierPaper> earlier)
    {
        for (var i = 0; i < earlier.Count; i++)
        {
            if (earlier[i]?.Kind is not (Reminder or Supervision or Listing))
                throw OrderException.Of(string.Create(CultureInfo.InvariantCulture, $"earlier[{i}].kind 不对，应是“提醒函”、“督办函”或“挂牌督办通知”。"));
        }
    }

    private static string InBrackets(string? number) => string.IsNullOrWhiteSpace(number) ? "" : $"（{number}）";
}
