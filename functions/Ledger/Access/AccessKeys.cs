using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using YiyuanSafety.Ledger.Records;

namespace YiyuanSafety.Ledger.Access;

/// <summary>A key just made: the only moment at which its text is known.</summary>
/// <param name="Row">What the ledger keeps.</param>
/// <param name="Text">The key, to be shown once and never stored.</param>
public sealed record MadeKey(AccessKey Row, string Text)
{
    /// <summary>Whose it is, without the key: records that print their members end up in logs.</summary>
    public override string ToString() => $"MadeKey {{ {Row.Name} }}";
}

/// <summary>Keys to the service (访问密钥), under the eyes of the audit. The audit never holds a key or its hash.</summary>
public static class AccessKeys
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Makes a key.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="order">For whom and what.</param>
    /// <param name="random">Fills bytes with randomness fit for secrets.</param>
    /// <param name="act">Who makes it.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    /// <exception cref="LedgerException">The order is not valid, or a good key has this name.</exception>
    public static async Task<MadeKey> AddAsync(LedgerContext ledger, KeyOrder order, Action<Span<byte>> random, Act act, CancellationToken cancellation)
    {
        var (name, role, body) = order.Checked();
        if (await Good(ledger).AnyAsync(key => key.Name == name, cancellation))
            throw new LedgerException(LedgerCodes.Invalid, $"已经有一把叫“{name}”的密钥。请换一个名称，或先撤销原来的。");
        var text = KeyText.Draw(random);
        var row = new AccessKey { Id = act.NewId(), Name = name, Hash = KeyText.HashOf(text), Role = role, Body = body, At = act.At, By = act.By };
        ledger.AccessKeys.Add(row);
        ledger.Audit.Add(new AuditEntry { At = act.At, By = act.By, Action = "key.add", Subject = row.Id, After = Describe(row) });
        await ledger.SaveChangesAsync(cancellation);
        return new MadeKey(row, text);
    }

    /// <summary>The good key with this text; null where there is none, or it was revoked.</summary>
    /// <remarks>
    /// The store compares hashes, not keys, and need not do so in constant time: what its timing could tell is how much of a SHA-256 is
    /// right, and nobody can make a key for a wanted hash.
    /// </remarks>
    public static async Task<AccessKey?> FindAsync(LedgerContext ledger, string text, CancellationToken cancellation)
    {
        if (!KeyText.HasShape(text))
            return null;
        var hash = KeyText.HashOf(text);
        return await Good(ledger).AsNoTracking().SingleOrDefaultAsync(key => key.Hash == hash, cancellation);
    }

    /// <summary>All keys in the order in which they were made, revoked ones included.</summary>
    public static async Task<IReadOnlyList<AccessKey>> ListAsync(LedgerContext ledger, CancellationToken cancellation) =>
        await ledger.AccessKeys.AsNoTracking().OrderBy(key => key.At).ThenBy(key => key.Id).ToListAsync(cancellation);

    /// <summary>Revokes the good keys with this name or identity; one that is revoked already stays as it is.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="nameOrId">Name of the key, or its identity.</param>
    /// <param name="act">Who revokes it.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    /// <returns>The keys revoked now; empty where all of them were revoked before.</returns>
    /// <exception cref="LedgerException">There never was such a key, or somebody revokes it at this moment.</exception>
    public static async Task<IReadOnlyList<AccessKey>> RevokeAsync(LedgerContext ledger, string nameOrId, Act act, CancellationToken cancellation)
    {
        var asked = nameOrId.Trim();
        var named = Guid.TryParse(asked, out var id)
            ? ledger.AccessKeys.Where(key => key.Id == id)
            : ledger.AccessKeys.Where(key => key.Name == asked);
        var found = await named.ToListAsync(cancellation);
        if (found.Count == 0)
            throw new LedgerException(LedgerCodes.NotFound, $"没有叫“{asked}”的密钥。请用 key list 核对名称。");
        var good = found.Where(key => key.RevokedAt is null).ToList();
        foreach (var key in good)
        {
            key.RevokedAt = act.At;
            ledger.Audit.Add(new AuditEntry { At = act.At, By = act.By, Action = "key.revoke", Subject = key.Id, Before = Describe(key) });
        }

        try
        {
            await ledger.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException e)
        {
            throw new LedgerException(LedgerCodes.Stale, $"密钥“{asked}”刚被别人改过。请用 key list 核对。", e);
        }

        return good;
    }

    private static IQueryable<AccessKey> Good(LedgerContext ledger) => ledger.AccessKeys.Where(key => key.RevokedAt == null);

    private static string Describe(AccessKey key) => JsonSerializer.Serialize(new { key.Name, key.Role, key.Body }, Json);
}
