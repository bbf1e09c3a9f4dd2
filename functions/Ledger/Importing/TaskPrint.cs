using YiyuanSafety.Ledger.Records;
using YiyuanSafety.WorkPoints;

namespace YiyuanSafety.Ledger.Importing;

/// <summary>Writes what a document says of a task into its row, and leaves what people corrected.</summary>
internal static class TaskPrint
{
    /// <summary>A row for a task that the ledger does not have yet.</summary>
    public static LedgerTask NewRow(WorkTask task, int ordinal, Guid planId, Act act) => new()
    {
        Id = act.NewId(),
        PlanId = planId,
        Number = task.Id,
        Ordinal = ordinal,
        Item = task.Item,
        Clause = task.Clause,
        Section = task.Section,
        Title = task.Title,
        Text = task.Text,
        Responsibility = task.Responsibility,
        Location = task.Location,
        Details = Details(task),
        Printed = TasksFile.Write(task),
        Due = FirstDay(Deadlines(task)),
        Parties = [.. Parties(task)],
        Deadlines = [.. Deadlines(task)],
    };

    /// <summary>The task as the row has it now.</summary>
    public static WorkTask Read(LedgerTask row) => TasksFile.ReadTask(row.Details) with
    {
        Id = row.Number,
        Item = row.Item,
        Clause = row.Clause,
        Section = row.Section,
        Title = row.Title,
        Text = row.Text,
        Responsibility = row.Responsibility,
        Location = row.Location,
        Parties = [.. row.Parties.OrderBy(party => party.Ordinal).Select(party => new Party(
            WorkPointsJson.Role(party.Role), party.Mention, party.Body, party.IsGroup ? BodyKind.Group : BodyKind.Department, party.NeedsReview))],
        Deadlines = [.. row.Deadlines.OrderBy(deadline => deadline.Ordinal).Select(deadline => new Deadline(deadline.Text, deadline.Due))],
    };

    /// <summary>Brings a row to what a revision says. Where print and person both changed a field, the person's words stay.</summary>
    /// <param name="row">The row.</param>
    /// <param name="was">What the document before said.</param>
    /// <param name="now">What the revision says.</param>
    /// <param name="ordinal">Place in the revision.</param>
    /// <returns>The fields that both changed, by the names of tasks.json.</returns>
    public static IReadOnlyList<string> Revise(LedgerTask row, WorkTask was, WorkTask now, int ordinal)
    {
        var contested = new List<string>();
        row.Number = now.Id;
        row.Ordinal = ordinal;
        row.Item = now.Item;
        row.Clause = now.Clause;
        row.Location = now.Location;
        row.Section = Field("section", row.Section, was.Section, now.Section);
        row.Title = Field("title", row.Title, was.Title, now.Title);
        row.Text = Field("text", row.Text, was.Text, now.Text);
        row.Responsibility = Field("responsibility", row.Responsibility, was.Responsibility, now.Responsibility);
        row.Details = Details(now);
        if (!Parties(was).SequenceEqual(Parties(now), SameParty))
            ReviseParties(row, was, now);
        if (!was.Deadlines.SequenceEqual(now.Deadlines))
            ReviseDeadlines();
        row.State = TaskState.Open;
        row.ClosedBecause = "";
        row.Printed = TasksFile.Write(now);
        return contested;

        string Field(string name, string value, string before, string after)
        {
            if (before == after || value == after)
                return value;
            if (value == before)
                return after;
            contested.Add(name);
            return value;
        }

        void ReviseDeadlines()
        {
            var edited = !row.Deadlines.OrderBy(deadline => deadline.Ordinal).Select(deadline => (deadline.Text, deadline.Due))
                .SequenceEqual(was.Deadlines.Select(deadline => (deadline.Text, deadline.Due)));
            if (edited)
            {
                contested.Add("deadlines");
                return;
            }

            row.Deadlines.Clear();
            row.Deadlines.AddRange(Deadlines(now));
            row.Due = FirstDay(row.Deadlines);
        }
    }

    /// <summary>The first day that deadlines give; null for none.</summary>
    public static DateOnly? FirstDay(IEnumerable<TaskDeadline> deadlines) => deadlines.Min(deadline => deadline.Due);

    // A body that a person put right for a mention stays right wherever the revision prints the same mention.
    private static void ReviseParties(LedgerTask row, WorkTask was, WorkTask now)
    {
        var printed = was.Parties.GroupBy(party => party.Mention, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First().Canonical, StringComparer.Ordinal);
        var corrected = row.Parties.Where(party => printed.TryGetValue(party.Mention, out var body) && (body != party.Body || !party.NeedsReview))
            .GroupBy(party => party.Mention, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        var parties = Parties(now).ToList();
        foreach (var party in parties)
        {
            if (corrected.TryGetValue(party.Mention, out var right))
                (party.Body, party.IsGroup, party.NeedsReview) = (right.Body, right.IsGroup, right.NeedsReview);
        }

        row.Parties.Clear();
        row.Parties.AddRange(parties);
    }

    private static string Details(WorkTask task) => TasksFile.Write(task with { Parties = [], Deadlines = [], Text = "", Responsibility = "", Section = "", Title = "", Location = "" });

    private static IEnumerable<TaskParty> Parties(WorkTask task) => task.Parties.Select((party, ordinal) => new TaskParty
    {
        Ordinal = ordinal,
        Role = WorkPointsJson.Word(party.Role),
        Mention = party.Mention,
        Body = party.Canonical,
        IsGroup = party.Kind == BodyKind.Group,
        NeedsReview = party.NeedsReview,
    });

    private static IEnumerable<TaskDeadline> Deadlines(WorkTask task) =>
        task.Deadlines.Select((deadline, ordinal) => new TaskDeadline { Ordinal = ordinal, Text = deadline.Text, Due = deadline.Due });

    private static bool SequenceEqual(this IEnumerable<TaskParty> one, IEnumerable<TaskParty> other, Func<TaskParty, TaskParty, bool> same)
    {
        var (first, second) = (one.ToList(), other.ToList());
        return first.Count == second.Count && first.Zip(second).All(pair => same(pair.First, pair.Second));
    }

    private static bool SameParty(TaskParty one, TaskParty other) =>
        (one.Role, one.Mention, one.Body, one.IsGroup) == (other.Role, other.Mention, other.Body, other.IsGroup);
}
