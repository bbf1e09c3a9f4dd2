namespace YiyuanSafety.Drafting.Collecting;

/// <summary>How far a body has come with a task (完成状态).</summary>
public enum ReplyState
{
    /// <summary>未开展.</summary>
    NotStarted,

    /// <summary>推进中.</summary>
    UnderWay,

    /// <summary>已完成.</summary>
    Done,

    /// <summary>不涉及: the body has nothing to do with the task.</summary>
    NotConcerned,

    /// <summary>已逾期: due and not done. Told by the office from the deadline; a body cannot answer it.</summary>
    Overdue,
}

/// <summary>The words for <see cref="ReplyState"/>.</summary>
public static class ReplyStates
{
    // What people write for the four answers. Words that leave it open, such as 未完成 or 基本完成, are not here: a person decides.
    private static readonly Dictionary<string, ReplyState> Words = new (ReplyState State, string Words)[]
    {
        (ReplyState.NotStarted, "未开展 未启动 未开始 未进行 未实施 未动工 未开工 未落实 尚未开展 尚未启动 尚未开始 尚未进行 尚未实施 暂未开展 暂未启动 暂未开始 没有开展 没开展 没有开始 未着手"),
        (ReplyState.UnderWay, "推进中 正在推进 正推进 持续推进 持续推进中 有序推进 推进 进行中 正在进行 正在进行中 开展中 正在开展 已开展 已启动 正在实施 实施中 正在落实 落实中 正在办理 办理中 正在整改 整改中 在办 部分完成 长期坚持 持续开展"),
        (ReplyState.Done, "已完成 完成 全部完成 已全部完成 完成了 已经完成 办结 已办结 已办 已办理完毕 已落实 已落实到位 落实到位 已整改完成 √ ✓ ✔ ☑ ✅"),
        (ReplyState.NotConcerned, "不涉及 无此项 无此项任务 无此项工作 无此任务 无此项职责 不适用 不涉及此项 不涉及此项工作 本单位不涉及 我单位不涉及 我局不涉及 与本单位无关 无关"),
    }.SelectMany(row => row.Words.Split(' ').Select(word => (word, row.State))).ToDictionary(pair => pair.word, pair => pair.State, StringComparer.Ordinal);

    /// <summary>The answers a body may give, in the order of the drop-down list.</summary>
    public static IReadOnlyList<ReplyState> Answers { get; } = [ReplyState.NotStarted, ReplyState.UnderWay, ReplyState.Done, ReplyState.NotConcerned];

    /// <summary>The word for a state.</summary>
    public static string Word(ReplyState state) => state switch
    {
        ReplyState.NotStarted => "未开展",
        ReplyState.UnderWay => "推进中",
        ReplyState.Done => "已完成",
        ReplyState.NotConcerned => "不涉及",
        _ => "已逾期",
    };

    /// <summary>The state that free words name; null where they name none for certain.</summary>
    public static ReplyState? Parse(string text)
    {
        var word = Half.Bare(text).Trim('。', '.', '，', ',', '；', ';', '！', '!', '“', '”', '"');
        if (Words.TryGetValue(word, out var state))
            return state;

        // A tick before the word, as in “√已完成”: the word decides.
        return word.Length > 1 && "√✓✔☑✅".Contains(word[0]) && Words.TryGetValue(word[1..], out state) ? state : null;
    }
}
