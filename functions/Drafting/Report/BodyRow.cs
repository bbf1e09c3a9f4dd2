using YiyuanSafety.WorkPoints;
using YiyuanSafety.WorkPoints.Directory;

namespace YiyuanSafety.Drafting.Report;

/// <summary>A body and its part in every task it has.</summary>
/// <param name="Name">Full name.</param>
/// <param name="Parts">Task id → role, and whether the task falls to it only through a collective term.</param>
internal sealed record BodyRow(string Name, IReadOnlyDictionary<string, (PartyRole Role, bool ThroughGroup)> Parts)
{
    /// <summary>All bodies with a part in some task: those of the directory in its order, then the others.</summary>
    public static IReadOnlyList<BodyRow> All(WorkPointsDocument document, BodyDirectory directory)
    {
        var parts = new Dictionary<string, Dictionary<string, (PartyRole, bool)>>(StringComparer.Ordinal);
        foreach (var task in document.Tasks)
        {
            foreach (var party in task.Parties.Where(party => party.Kind == BodyKind.Department))
                Add(party.Canonical, task.Id, party.Role, false);
        }

        foreach (var task in document.Tasks)
        {
            foreach (var party in task.Parties.Where(party => party.Kind == BodyKind.Group))
            {
                foreach (var member in directory.MembersOf(party.Canonical))
                    Add(member.Name, task.Id, party.Role, true);
            }
        }

        var known = directory.Bodies.Select(body => body.Name).Where(parts.ContainsKey).ToList();
        return [.. known.Concat(parts.Keys.Except(known)).Select(name => new BodyRow(name, parts[name]))];

        // A body named by itself keeps that part, whatever collective term covers it as well.
        void Add(string name, string task, PartyRole role, bool throughGroup)
        {
            if (!parts.TryGetValue(name, out var own))
                parts[name] = own = new Dictionary<string, (PartyRole, bool)>(StringComparer.Ordinal);
            own.TryAdd(task, (role, throughGroup));
        }
    }
}
