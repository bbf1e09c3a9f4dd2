using Microsoft.EntityFrameworkCore;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.WorkPoints.Directory;

namespace YiyuanSafety.Ledger.Directories;

/// <summary>The directory (单位名录) of a county as rows, which people mend and add to.</summary>
public static class CountyDirectory
{
    /// <summary>Enters a directory where the ledger has none of its county; one that is there stays as people made it.</summary>
    /// <param name="store">The ledger.</param>
    /// <param name="directory">The directory; one without a county is entered under an empty name.</param>
    /// <param name="act">Who enters it.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    public static async Task SeedAsync(Stores.LedgerStore store, BodyDirectory directory, Act act, CancellationToken cancellation)
    {
        await using var ledger = store.Open();
        var county = directory.Region ?? "";
        if (await ledger.Bodies.AnyAsync(body => body.County == county, cancellation))
            return;
        ledger.Bodies.AddRange(directory.Bodies.Select((body, ordinal) => new Records.Body
        {
            Id = act.NewId(),
            County = county,
            Name = body.Name,
            Ordinal = ordinal,
            Addressee = body.Addressee ?? "",
            Aliases = [.. body.Aliases],
            Groups = [.. body.Groups],
            ContactName = body.Contact?.Name ?? "",
            ContactPhone = body.Contact?.Phone ?? "",
        }));
        ledger.Groups.AddRange(directory.Groups.Select((group, ordinal) => new Group
        {
            Id = act.NewId(),
            County = county,
            Name = group.Name,
            Ordinal = ordinal,
            Aliases = [.. group.Aliases],
            SameAs = group.SameAs,
        }));
        try
        {
            await ledger.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException e) when (ledger.IsDuplicate(e))
        {
            // Another instance entered it at the same moment.
        }
    }

    /// <summary>The directory of a county; null where the ledger has none.</summary>
    public static async Task<BodyDirectory?> LoadAsync(LedgerContext ledger, string county, CancellationToken cancellation)
    {
        var bodies = await ledger.Bodies.AsNoTracking().Where(body => body.County == county).OrderBy(body => body.Ordinal).ThenBy(body => body.Id).ToListAsync(cancellation);
        if (bodies.Count == 0)
            return null;
        var groups = await ledger.Groups.AsNoTracking().Where(group => group.County == county).OrderBy(group => group.Ordinal).ThenBy(group => group.Id).ToListAsync(cancellation);
        return new BodyDirectory(county.Length > 0 ? county : null, bodies.ConvertAll(Read), groups.ConvertAll(Read));
    }

    private static WorkPoints.Directory.Body Read(Records.Body row) => new(row.Name)
    {
        Aliases = row.Aliases,
        Groups = row.Groups,
        Addressee = Given(row.Addressee),
        Contact = row.ContactName.Length + row.ContactPhone.Length > 0 ? new Contact(Given(row.ContactName), Given(row.ContactPhone)) : null,
    };

    private static BodyGroup Read(Group row) => new(row.Name) { Aliases = row.Aliases, SameAs = row.SameAs };

    private static string? Given(string text) => text.Length > 0 ? text : null;
}
