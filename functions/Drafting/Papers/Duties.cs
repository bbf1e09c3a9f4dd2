using YiyuanSafety.WorkPoints;
using YiyuanSafety.WorkPoints.Directory;

namespace YiyuanSafety.Drafting.Papers;

/// <summary>One task as it falls to one body.</summary>
/// <param name="Task">The task.</param>
/// <param name="Role">The body's strongest part in it.</param>
/// <param name="Group">The group through which it falls to the body, or null where the clause names the body.</param>
public sealed record Duty(WorkTask Task, PartyRole Role, string? Group);

/// <summary>All that one body has to do, in the order of the document.</summary>
/// <param name="Body">The body's full name.</param>
/// <param name="Duties">Its duties, each task once.</param>
public sealed record BodyDuties(string Body, IReadOnlyList<Duty> Duties)
{
    /// <summary>
    /// The bodies that have anything to do: those of the directory in its order, then the others as the document names them.
    /// A body that a clause names and that also belongs to a group of the same clause has the task by name.
    /// </summary>
    public static IReadOnlyList<BodyDuties> Of(WorkPointsDocument document, BodyDirectory directory)
    {
        var members = document.Tasks
            .SelectMany(task => task.Parties)
            .Where(party => party.Kind == BodyKind.Group)
            .Select(party => party.Canonical)
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(group => group, directory.MembersOf, StringComparer.Ordinal);
        var duties = new Dictionary<string, List<Duty>>(StringComparer.Ordinal);
        var order = new List<string>();
        foreach (var task in document.Tasks)
        {
            foreach (var (body, duty) in DutiesOf(task, members))
            {
                if (!duties.TryGetValue(body, out var list))
                {
                    duties.Add(body, list = []);
                    order.Add(body);
                }

                list.Add(duty);
            }
        }

        return [.. directory.Bodies.Select(body => body.Name).Concat(order)
            .Distinct(StringComparer.Ordinal)
            .Where(duties.ContainsKey)
            .Select(body => new BodyDuties(body, duties[body]))];
    }

    private static IEnumerable<(string Body, Duty Duty)> DutiesOf(
        WorkTask task, Dictionary<string, IReadOnlyList<Body>> members)
    {
        var named = task.Parties
            .Where(party => party.Kind == BodyKind.Department)
            .GroupBy(party => party.Canonical, StringComparer.Ordinal)
            .Select(parties => (Body: parties.Key, Duty: new Duty(task, parties.Min(party => party.Role), null)))
            .ToList();
        var taken = named.Select(one => one.Body).ToHashSet(StringComparer.Ordinal);
        var through = task.Parties
            .Where(party => party.Kind == BodyKind.Group)
            .OrderBy(party => party.Role)
            .SelectMany(party => members[party.Canonical]
                .Where(body => taken.Add(body.Name))
                .Select(body => (body.Name, new Duty(task, party.Role, party.Canonical))));
        return named.Concat(through);
    }
}
