using System.Collections.Concurrent;
using System.Security.Cryptography;
using YiyuanSafety.Drafting.Format;
using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.Host.Sources;
using YiyuanSafety.Ledger;
using YiyuanSafety.Ledger.Directories;
using YiyuanSafety.Ledger.Plans;
using YiyuanSafety.WorkPoints.Calendar;
using YiyuanSafety.WorkPoints.Directory;
using YiyuanSafety.WorkPoints.Reading;

namespace YiyuanSafety.Host.Work;

/// <summary>What the service reads and drafts with: the office's directory, profile and templates, given or shipped.</summary>
/// <param name="directory">The directory; the ledger has it as people mended it.</param>
/// <param name="isGiven">Whether the office gave it: then it is used for every document, else for those of its county.</param>
/// <param name="given">The office's profile; null for the shipped one, which is used for its county.</param>
/// <param name="open">Opens a template by its file name.</param>
/// <param name="calendar">Holidays and key dates.</param>
internal sealed class Basis(BodyDirectory directory, bool isGiven, Profile? given, Func<string, Stream> open, WorkCalendar calendar)
{
    private readonly ConcurrentDictionary<PaperKind, string> _hashes = new();

    /// <summary>The directory that the ledger is seeded with.</summary>
    public BodyDirectory Directory => directory;

    /// <summary>The county whose directory the ledger has; empty where the office's directory names none.</summary>
    public string County => directory.Region ?? "";

    /// <summary>Holidays and key dates.</summary>
    public WorkCalendar Calendar => calendar;

    /// <summary>The templates.</summary>
    public PaperTemplates Templates { get; } = new(open);

    /// <summary>The basis from files.</summary>
    /// <param name="directoryFile">The office's directory; null for the shipped one.</param>
    /// <param name="profileFile">The office's profile; null for the shipped one.</param>
    /// <param name="templates">Folder of the office's own templates; null for none.</param>
    /// <param name="calendarFile">The office's calendar; null for the shipped one.</param>
    public static Basis Of(FileInfo? directoryFile, FileInfo? profileFile, DirectoryInfo? templates, FileInfo? calendarFile) => new(
        directoryFile is null ? Shipped.Directory() : SourceFiles.Directory(directoryFile),
        directoryFile is not null,
        profileFile is null ? null : SourceFiles.Profile(profileFile),
        file => Shipped.Template(templates, file),
        calendarFile is null ? Shipped.Calendar() : SourceFiles.Calendar(calendarFile));

    /// <summary>Whether a document is read with the directory.</summary>
    public bool AppliesTo(SourceDocument source) => isGiven || directory.AppliesTo(source);

    /// <summary>What a plan's papers are drafted from.</summary>
    public async Task<PaperRequest> RequestAsync(LedgerContext ledger, Guid planId, CancellationToken cancellation) =>
        await RequestAsync(ledger, await PlanDocument.LoadAsync(ledger, planId, cancellation), cancellation);

    /// <summary>What the papers of a plan are drafted from that is read already.</summary>
    public async Task<PaperRequest> RequestAsync(LedgerContext ledger, PlanDocument plan, CancellationToken cancellation)
    {
        var bodies = await CountyDirectory.LoadAsync(ledger, plan.Plan.County, cancellation) ?? BodyDirectory.FromDocument(plan.Document);
        return new PaperRequest(plan.Document, bodies, Profile(plan.Plan.County));
    }

    /// <summary>The profile for papers of a county.</summary>
    public Profile Profile(string county)
    {
        if (given is not null)
            return given;
        var shipped = Shipped.Profile();
        return county == shipped.Region ? shipped : Drafting.Papers.Profile.Empty;
    }

    /// <summary>How papers are checked: by the office's fonts and seal where it gave its profile, else by what the paper itself shows.</summary>
    /// <param name="file">Name of the file, for messages.</param>
    public CheckOptions CheckOptions(string file) =>
        given is null ? new CheckOptions { File = file } : new CheckOptions { File = file, Fonts = given.Fonts, Seal = given.Seal };

    /// <summary>SHA-256 of the template of a kind; empty for a kind that needs none.</summary>
    public string TemplateHash(PaperKind kind) => _hashes.GetOrAdd(kind, static (one, openOne) =>
    {
        if (PaperKinds.Find(one) is not { } row)
            return "";
        using var stream = openOne(row.File);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }, open);

    /// <summary>Opens the template of a file name, for people who want to change it.</summary>
    public Stream OpenTemplate(string file) => open(file);
}
