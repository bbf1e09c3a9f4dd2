using System.Globalization;

namespace YiyuanSafety.Drafting.Papers;

/// <summary>A paper that pressed for the same tasks before.</summary>
/// <param name="Number">Its 发文字号; empty where it is not known, then the paper is cited without.</param>
/// <param name="Date">Its 成文日期; null where it is not known.</param>
/// <param name="Kind">What it was: 提醒函, 督办函 or 挂牌督办通知.</param>
/// <param name="IsAnswered">Whether an answer came, although it did not settle the tasks: to say that none came would be wrong.</param>
public sealed record EarlierPaper(string Number, DateOnly? Date, string Kind, bool IsAnswered = false)
{
    internal const string Reminder = "提醒函";
    internal const string Listing = "挂牌督办通知";
    private const string Supervision = "督办函";

    /// <summary>Which of the letter's tasks it was about; null for all of them.</summary>
    public IReadOnlyList<string>? Tasks { get; init; }

    /// <summary>The last day for its answer, where that may still come; null where it has passed or is not known.</summary>
    public DateOnly? ReplyBy { get; init; }

    /// <summary>What it did to the tasks.</summary>
    internal string Verb => Kind switch
    {
        Reminder => "提醒",
        Supervision => "督办",
        _ => "挂牌督办",
    };

    /// <summary>Whether it was about a task of the letter.</summary>
    internal bool Covers(string task) => Tasks is not { Count: > 0 } || Tasks.Contains(task);

    /// <summary>Whether papers did before, for every one of the tasks, what a letter of that kind does now.</summary>
    internal static bool Repeats(IReadOnlyList<EarlierPaper> earlier, IReadOnlyList<string> tasks, bool isReminder) =>
        CoverAll([.. earlier.Where(paper => isReminder == (paper.Kind == Reminder))], tasks);

    /// <summary>Whether the papers together were about all of the tasks; none of them about nothing is not.</summary>
    internal static bool CoverAll(IReadOnlyList<EarlierPaper> papers, IReadOnlyList<string> tasks) =>
        papers.Count > 0 && tasks.All(task => papers.Any(paper => paper.Covers(task)));

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
}
