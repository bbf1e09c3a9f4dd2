using YiyuanSafety.WorkPoints;

namespace YiyuanSafety.Drafting.Papers;

/// <summary>How papers name those who take part in a task.</summary>
internal static class Parties
{
    /// <summary>The names in that role, side by side; empty where nobody has it.</summary>
    public static string Of(WorkTask task, PartyRole role) => Wording.Join(Names(task, role));

    /// <summary>The names in that role, each once, in printed order.</summary>
    public static IEnumerable<string> Names(WorkTask task, PartyRole role) => task.Parties
        .Where(party => party.Role == role)
        .Select(party => party.Canonical)
        .Distinct(StringComparer.Ordinal);

    /// <summary>What stands under 责任（配合）单位: the responsible, in brackets the cooperating, then those who guide.</summary>
    public static string BesideLead(WorkTask task)
    {
        var responsible = Of(task, PartyRole.Responsible);
        var cooperating = Of(task, PartyRole.Cooperating);
        var guiding = Of(task, PartyRole.Guiding);
        return responsible
            + (cooperating.Length > 0 ? $"（{cooperating}）" : "")
            + (guiding.Length > 0 ? $"{(responsible.Length + cooperating.Length > 0 ? "；" : "")}指导：{guiding}" : "");
    }

    /// <summary>Everyone but the body, by role, such as 牵头：A；配合：B、C.</summary>
    public static string Beside(WorkTask task, string body) => string.Join('；', Roles
        .Select(role => (role.Word, Names: Wording.Join(Names(task, role.Role).Where(name => name != body))))
        .Where(role => role.Names.Length > 0)
        .Select(role => $"{role.Word}：{role.Names}"));

    /// <summary>Deadlines, then rhythms, as printed; empty where there are none. A rhythm that another one spells out (每月 of 每月25日前) is left out.</summary>
    public static string Timing(WorkTask task)
    {
        var timings = task.Deadlines.Select(deadline => deadline.Text).Concat(task.Recurrence.Select(recurrence => recurrence.Text)).Distinct(StringComparer.Ordinal).ToList();
        return string.Join('；', timings.Where(timing => !timing.StartsWith('每') || !timings.Exists(other => other.Length > timing.Length && other.Contains(timing, StringComparison.Ordinal))));
    }

    /// <summary>The roles from the strongest to the weakest, with the word that papers use.</summary>
    public static IReadOnlyList<(PartyRole Role, string Word)> Roles { get; } =
    [
        (PartyRole.Lead, "牵头"),
        (PartyRole.Responsible, "责任"),
        (PartyRole.Cooperating, "配合"),
        (PartyRole.Guiding, "指导督促"),
    ];
}
