using Microsoft.EntityFrameworkCore;
using YiyuanSafety.Host.Access;
using YiyuanSafety.Host.Work;
using YiyuanSafety.Ledger;
using YiyuanSafety.Ledger.Access;
using YiyuanSafety.Ledger.Records;

namespace YiyuanSafety.Host.Api;

/// <summary>Which rows a caller may see: a reader those of its body, everybody else all.</summary>
internal static class Sight
{
    /// <summary>The names under which the caller has tasks: its body, and the groups that the body belongs to. Empty for those who see all.</summary>
    public static async Task<IReadOnlyList<string>> NamesAsync(LedgerContext ledger, Caller caller, CancellationToken cancellation)
    {
        if (caller.Role != Roles.Reader)
            return [];
        var groups = (await ledger.Bodies.AsNoTracking().Where(body => body.Name == caller.Body).ToListAsync(cancellation)).SelectMany(body => body.Groups).ToHashSet(StringComparer.Ordinal);
        var takers = await ledger.Groups.AsNoTracking().Where(group => group.SameAs != null).ToListAsync(cancellation);
        return [caller.Body, .. groups, .. takers.Where(group => group.SameAs is { } other && groups.Contains(other)).Select(group => group.Name)];
    }

    /// <summary>Whether the caller may see a task.</summary>
    public static bool Sees(IReadOnlyList<string> names, LedgerTask task) => names.Count == 0 || task.Parties.Exists(party => names.Contains(party.Body));

    /// <summary>Whether the caller may see a paper: one for its body, or one that is not for single bodies, the workbook of all tasks apart.</summary>
    public static bool Sees(Caller caller, Paper paper) =>
        caller.Role != Roles.Reader || (paper.Body.Length == 0 ? paper.Kind != PaperKindWords.Ledger : PaperBodies.Names(paper.Body, caller.Body));
}
