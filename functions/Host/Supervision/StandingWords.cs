using YiyuanSafety.Ledger;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.Ledger.Supervision;
using YiyuanSafety.WorkPoints;
using YiyuanSafety.WorkPoints.Calendar;

namespace YiyuanSafety.Host.Supervision;

/// <summary>What people call states, steps and parts.</summary>
internal static class StandingWords
{
    /// <summary>A state.</summary>
    public static string Of(Standing state) => state switch
    {
        Standing.NotStarted => "未开展",
        Standing.InProgress => "推进中",
        Standing.Done => "已完成",
        Standing.Overdue => "已逾期",
        _ => "不涉及",
    };

    /// <summary>A reported state.</summary>
    public static string Of(ReportState state) => state switch
    {
        ReportState.NotStarted => "未开展",
        ReportState.InProgress => "推进中",
        ReportState.Done => "已完成",
        _ => "不涉及",
    };

    /// <summary>The state that a word means.</summary>
    /// <exception cref="LedgerException">It means none of them.</exception>
    public static T Read<T>(string word, Func<T, string> name)
        where T : struct, Enum
    {
        var all = Enum.GetValues<T>();
        var found = Array.FindIndex(all, state => name(state) == word);
        return found >= 0 ? all[found] : throw new LedgerException(LedgerCodes.Invalid, $"没有“{word}”这种状态。可用的有：{string.Join("、", all.Select(name))}。");
    }

    /// <summary>A step of pressing, by the kind of its paper.</summary>
    public static string Of(LetterStep step) => step switch
    {
        LetterStep.Reminder => "提醒函",
        LetterStep.Supervision => "督办函",
        _ => "挂牌督办通知",
    };

    /// <summary>The state of a letter.</summary>
    public static string Of(PaperState state) => state switch
    {
        PaperState.Drafted => "已拟稿",
        PaperState.Issued => "已发出",
        PaperState.Replied => "已反馈",
        PaperState.Closed => "已办结",
        _ => "已撤回",
    };

    /// <summary>A part in a task.</summary>
    public static string Of(PartyRole role) => role switch
    {
        PartyRole.Lead => "牵头",
        PartyRole.Responsible => "责任",
        PartyRole.Cooperating => "配合",
        _ => "指导",
    };

    /// <summary>A due day, with what it was told from.</summary>
    public static string Of(DueDay due) => due.Basis == DueBasis.Assumed
        ? $"{due.Day:yyyy-MM-dd}（文件没有能换算成日期的时限，按年底）"
        : $"{due.Day:yyyy-MM-dd}（{due.Text}）";
}
