using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.WorkPoints;

namespace YiyuanSafety.Drafting.Sheets;

/// <summary>A column of the ledger.</summary>
/// <param name="Name">Its head.</param>
/// <param name="Width">In characters of the default font; a Chinese character takes two.</param>
/// <param name="Centred">Whether short values stand in the middle.</param>
/// <param name="Value">What a row shows in it.</param>
internal sealed record LedgerColumn(string Name, int Width, bool Centred, Func<LedgerRow, string> Value);

/// <summary>What a row is made from.</summary>
/// <param name="Task">The task.</param>
/// <param name="Part">The part of the sheet's body in it; empty on the sheet of all tasks.</param>
/// <param name="Findings">What a person should know about the task.</param>
internal sealed record LedgerRow(WorkTask Task, string Part, IReadOnlyList<Finding> Findings);

/// <summary>The columns of the ledger.</summary>
internal static class LedgerColumns
{
    /// <summary>The columns of the sheet of all tasks.</summary>
    public static IReadOnlyList<LedgerColumn> All { get; } =
    [
        new("编号", 8, true, row => row.Task.Id),
        new("部分", 20, false, row => row.Task.Section),
        new("条目标题", 22, false, row => row.Task.Title),
        new("任务内容", 60, false, row => row.Task.Text),
        new("责任分工原文", 34, false, row => row.Task.Responsibility),
        new("牵头单位", 20, false, row => Parties.Of(row.Task, PartyRole.Lead)),
        new("责任单位", 26, false, row => Parties.Of(row.Task, PartyRole.Responsible)),
        new("配合单位", 20, false, row => Parties.Of(row.Task, PartyRole.Cooperating)),
        new("指导单位", 14, false, row => Parties.Of(row.Task, PartyRole.Guiding)),
        new("完成时限", 14, false, row => Lines(row.Task.Deadlines.Select(deadline => deadline.Text))),
        new("频次", 14, false, row => Lines(row.Task.Recurrence.Select(recurrence => recurrence.Text))),
        new("量化指标", 20, false, row => Lines(row.Task.Measures.Select(measure => measure.Text))),
        new("成果", 22, false, row => Lines(row.Task.Deliverables.Select(deliverable => deliverable.Text))),
        new("提示", 26, false, row => Lines(row.Findings.Select(finding => finding.Message))),
    ];

    /// <summary>The columns of a body's sheet: its part after the number.</summary>
    public static IReadOnlyList<LedgerColumn> OfBody { get; } =
        [All[0], new("本单位职责", 16, true, row => row.Part), .. All.Skip(1)];

    /// <summary>A body's part in words.</summary>
    public static string Part(Duty duty)
    {
        var word = Parties.Roles.First(role => role.Role == duty.Role).Word;
        return duty.Group is { } group ? $"{word}（{group}）" : word;
    }

    private static string Lines(IEnumerable<string> texts) => string.Join('\n', texts.Distinct(StringComparer.Ordinal));
}
