using YiyuanSafety.WorkPoints;
using YiyuanSafety.WorkPoints.Directory;

namespace YiyuanSafety.Drafting.Papers;

/// <summary>How a letter of a supervision cycle presses: whom, after which papers, for tasks due on which day.</summary>
/// <param name="Body">The one body that is pressed; empty for all who lead.</param>
/// <param name="Earlier">Papers that pressed for the same tasks before.</param>
/// <param name="Dues">Last day of tasks by their ids.</param>
internal sealed record Pressing(string Body, IReadOnlyList<EarlierPaper> Earlier, IReadOnlyDictionary<string, DateOnly> Dues)
{
    /// <summary>A letter outside of a cycle.</summary>
    public static Pressing None { get; } = new("", [], new Dictionary<string, DateOnly>());

    /// <summary>What the order says of it.</summary>
    public static Pressing Of(PaperOrder order) => new(order.Body, order.Earlier, order.Dues);

    /// <summary>The day a task is due; null where it is not known.</summary>
    public DateOnly? DueOf(WorkTask task) => Dues.TryGetValue(task.Id, out var due) ? due : null;

    /// <summary>
    /// Whether a task is late on the day of the paper. A paper whose day is left open is taken at its word: one that reminds comes
    /// before the due day, one that presses after it.
    /// </summary>
    public bool IsOverdue(WorkTask task, DateOnly? on, bool isReminder) => DueOf(task) is { } due && (on is { } day ? day > due : !isReminder);

    /// <summary>The due day in words; empty where it is not known.</summary>
    public string DueNote(WorkTask task, DateOnly? on, bool isReminder) =>
        DueOf(task) is not { } due ? ""
        : IsOverdue(task, on, isReminder) ? $"应于{Wording.Date(due)}前完成，现已逾期"
        : isReminder ? $"将于{Wording.Date(due)}到期"
        : $"应于{Wording.Date(due)}前完成";

    /// <summary>The body's own part in the tasks: 牵头, 负责, 配合 or 指导督促; 承担 where it differs from task to task.</summary>
    public static string PartOf(string body, IReadOnlyList<WorkTask> tasks, BodyDirectory directory)
    {
        var words = tasks.Select(task => WordOf(body, task, directory)).Distinct(StringComparer.Ordinal).ToList();
        return words.Count == 1 ? words[0] : "承担";
    }

    // Named itself first, then through a group, as BodyDuties has it.
    private static string WordOf(string body, WorkTask task, BodyDirectory directory)
    {
        foreach (var isMember in new[] { false, true })
        {
            foreach (var (role, word) in Parties.Roles)
            {
                if (task.Parties.Any(party => party.Role == role && (isMember ? IsMember(party, body, directory) : party.Canonical == body)))
                    return role == PartyRole.Responsible ? "负责" : word;
            }
        }

        return "承担";
    }

    private static bool IsMember(Party party, string body, BodyDirectory directory) =>
        party.Kind == BodyKind.Group && directory.MembersOf(party.Canonical).Any(member => member.Name == body);
}
