namespace YiyuanSafety.Drafting.Papers;

/// <summary>The sentence by which a letter cites the papers that pressed before: what each of them was about, and what came of it.</summary>
/// <param name="Office">How the letter calls the office, which sends letters, such as 我办.</param>
/// <param name="Committee">How it calls the committee, which issues 挂牌督办通知.</param>
/// <param name="All">How it calls its tasks together, such as 上述任务.</param>
/// <param name="Listed">Where it numbers them, such as 下列 before 第2项任务.</param>
/// <param name="Awaited">What did not come, such as 完成情况.</param>
internal sealed record EarlierSentence(string Office, string Committee, string All, string Listed, string Awaited)
{
    private enum Outcome
    {
        /// <summary>The last day for an answer is still to come: nothing can be said.</summary>
        Pending,

        /// <summary>No answer came.</summary>
        Silent,

        /// <summary>An answer came, and the task is open all the same.</summary>
        Answered,
    }

    /// <summary>The sentence; empty where there is nothing to cite.</summary>
    /// <param name="earlier">The papers, in the order in which they are cited.</param>
    /// <param name="tasks">The letter's tasks in its order.</param>
    /// <param name="on">The letter's day; null where it is not known yet.</param>
    public string Of(IReadOnlyList<EarlierPaper> earlier, IReadOnlyList<string> tasks, DateOnly? on)
    {
        if (earlier.Count == 0)
            return "";

        // Papers about the same tasks are cited together; else each says which ones it was about.
        var isOfAll = earlier.All(paper => tasks.All(paper.Covers));
        var clauses = new List<string>();
        var issuer = "";
        for (var i = 0; i < earlier.Count; i++)
        {
            var paper = earlier[i];
            var covered = tasks.Where(paper.Covers).ToList();
            var again = EarlierPaper.CoverAll([.. earlier.Take(i).Where(one => one.Kind == paper.Kind)], covered) ? "再次" : "";
            var by = paper.Kind == EarlierPaper.Listing ? Committee : Office;
            var opening = by == issuer ? "" : clauses.Count > 0 ? by : earlier.Count > 1 ? by + "曾先后" : by + "曾";
            issuer = by;
            var about = isOfAll ? "" : covered.Count == 0 ? All : (i == 0 ? Listed : "") + Ordinals(covered, tasks);
            clauses.Add($"{opening}{(paper.Date is null ? "" : $"于{Wording.Date(paper.Date)}")}以{Wording.Cite(paper.Kind)}{InBrackets(paper.Number)}{again}{paper.Verb}{about}");
        }

        return $"{string.Join('、', clauses)}{(isOfAll ? All : "")}{(isOfAll ? Told(OutcomeOf(earlier, on), "") : TaskByTask(earlier, tasks, on))}。";
    }

    // Tasks of which the same is to be said are told of together.
    private string TaskByTask(IReadOnlyList<EarlierPaper> earlier, IReadOnlyList<string> tasks, DateOnly? on)
    {
        var outcomes = tasks.Select(task => (Task: task, Papers: earlier.Where(paper => paper.Covers(task)).ToList())).Where(one => one.Papers.Count > 0)
            .GroupBy(one => OutcomeOf(one.Papers, on), one => one.Task).ToList();
        return string.Concat(outcomes.OrderBy(same => same.Key).Select(same => Told(same.Key, outcomes.Count == 1 ? "" : Ordinals([.. same], tasks))));
    }

    private string Told(Outcome outcome, string tasks) => outcome switch
    {
        Outcome.Silent => $"，{tasks}至今未收到{Awaited}的反馈",
        Outcome.Answered => $"，{tasks}虽有反馈，但{(tasks.Length > 0 ? "" : "任务")}至今仍未完成",
        _ => "",
    };

    private static Outcome OutcomeOf(IReadOnlyList<EarlierPaper> papers, DateOnly? on) =>
        papers.Any(paper => paper.IsAnswered) ? Outcome.Answered
        : papers[^1].ReplyBy is { } last && (on is null || on <= last) ? Outcome.Pending
        : Outcome.Silent;

    private static string Ordinals(List<string> some, IReadOnlyList<string> tasks) =>
        $"第{string.Join('、', tasks.Index().Where(one => some.Contains(one.Item)).Select(one => one.Index + 1))}项任务";

    private static string InBrackets(string? number) => string.IsNullOrWhiteSpace(number) ? "" : $"（{number}）";
}
