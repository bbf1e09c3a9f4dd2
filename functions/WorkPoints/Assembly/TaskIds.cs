using System.Globalization;

namespace YiyuanSafety.WorkPoints.Assembly;

/// <summary>Gives tasks identities that are stable for the same document.</summary>
internal static class TaskIds
{
    /// <summary>
    /// item.clause where the items' numbers run through the document; scope-item.clause where a number occurs in several
    /// sections; a letter behind it in the last resort, so that no two tasks share an identity.
    /// </summary>
    public static IReadOnlyList<(string Id, int Clause)> Of(IReadOnlyList<TaskDraft> drafts)
    {
        var owners = drafts.GroupBy(draft => draft.Item).ToDictionary(group => group.Key, group => group.Select(draft => draft.ItemKey).Distinct().Count());
        var clauses = new Dictionary<object, int>();
        var given = new HashSet<string>(StringComparer.Ordinal);
        var ids = new List<(string, int)>(drafts.Count);
        foreach (var draft in drafts)
        {
            var clause = clauses[draft.ItemKey] = clauses.GetValueOrDefault(draft.ItemKey) + 1;
            var item = draft.Item.Length == 0 ? "0" : draft.Item;
            var scoped = owners[draft.Item] > 1 && draft.Scope.Length > 0 ? draft.Scope + "-" + item : item;
            var id = Invariant($"{scoped}.{clause}");
            for (var again = 2; !given.Add(id); again++)
                id = Invariant($"{scoped}.{clause}-{again}");
            ids.Add((id, clause));
        }

        return ids;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
