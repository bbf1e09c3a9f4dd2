using Microsoft.EntityFrameworkCore;
using YiyuanSafety.Ledger.Editing;
using YiyuanSafety.Ledger.Records;

namespace YiyuanSafety.Ledger.Directories;

/// <summary>What a person changes about a body; null leaves a field as it is.</summary>
/// <param name="Reason">Why; never empty.</param>
public sealed record BodyEdit(string Reason)
{
    /// <summary>How letters address it; empty for its name.</summary>
    public string? Addressee { get; init; }

    /// <summary>All its other names.</summary>
    public IReadOnlyList<string>? Aliases { get; init; }

    /// <summary>All the groups that it belongs to.</summary>
    public IReadOnlyList<string>? Groups { get; init; }
}

/// <summary>Changes bodies of the directory, under the eyes of the audit.</summary>
public static class BodyEditing
{
    private const int LongestName = 60;

    /// <summary>Changes a body.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="id">The body.</param>
    /// <param name="version">The version that the person saw.</param>
    /// <param name="edit">What to change.</param>
    /// <param name="act">Who changes it.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    /// <exception cref="LedgerException">No such body; it changed meanwhile; or the edit is not valid.</exception>
    public static async Task<Body> ApplyAsync(LedgerContext ledger, Guid id, int version, BodyEdit edit, Act act, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(edit.Reason))
            throw new LedgerException(LedgerCodes.Invalid, "修改单位名录要写明原因。");
        if ((edit.Aliases ?? []).Concat(edit.Groups ?? []).FirstOrDefault(name => string.IsNullOrWhiteSpace(name) || name.Length > LongestName) is { } wrong)
            throw new LedgerException(LedgerCodes.Invalid, $"别名或组别“{wrong}”是空的，或者超过{LongestName}个字。");
        var body = await ledger.Bodies.SingleOrDefaultAsync(one => one.Id == id, cancellation)
            ?? throw new LedgerException(LedgerCodes.NotFound, "名录里没有这个单位，可能列表已过时。请刷新后重试。");
        if (body.Version != version)
            throw Stale(null);
        if (edit.Aliases is { } aliases)
            await RefuseTakenAsync(ledger, body, aliases, cancellation);
        var before = Describe(body);
        body.Addressee = edit.Addressee ?? body.Addressee;
        body.Aliases = edit.Aliases is { } names ? [.. names.Distinct(StringComparer.Ordinal)] : body.Aliases;
        body.Groups = edit.Groups is { } groups ? [.. groups.Distinct(StringComparer.Ordinal)] : body.Groups;
        var after = Describe(body);
        if (before == after)
            return body;
        ledger.Audit.Add(new AuditEntry { At = act.At, By = act.By, Action = "body.edit", Subject = id, Reason = edit.Reason, Before = before, After = after });
        try
        {
            await ledger.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException e)
        {
            throw Stale(e);
        }

        return body;
    }

    /// <summary>Looks whether a name may become an alias of a body: a name that means another body may not.</summary>
    /// <exception cref="LedgerException">It may not.</exception>
    internal static async Task RefuseTakenAsync(LedgerContext ledger, Body body, IReadOnlyList<string> names, CancellationToken cancellation)
    {
        var others = await ledger.Bodies.AsNoTracking().Where(other => other.County == body.County && other.Id != body.Id).ToListAsync(cancellation);
        foreach (var name in names)
        {
            if (others.Find(other => other.Name == name || other.Aliases.Contains(name)) is { } taken)
                throw new LedgerException(LedgerCodes.Invalid, $"“{name}”已经是“{taken.Name}”的名称，不能再作“{body.Name}”的别名。");
        }
    }

    private static string Describe(Body body) => AuditJson.Of(new { body.Addressee, body.Aliases, body.Groups });

    private static LedgerException Stale(Exception? cause) => new(LedgerCodes.Stale, "这个单位刚被别人改过。请看过现在的内容后再改。", cause);
}
