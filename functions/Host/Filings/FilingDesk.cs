using System.Globalization;
using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.Filing.Drives;
using YiyuanSafety.Filing.Folder;
using YiyuanSafety.Filing.Places;
using YiyuanSafety.Filing.Register;
using YiyuanSafety.Host.Work;
using YiyuanSafety.Ledger;
using YiyuanSafety.Ledger.Filings;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.Ledger.Stores;
using YiyuanSafety.WorkPoints.Calendar;

namespace YiyuanSafety.Host.Filings;

/// <summary>Files papers on one drive: each once, with its row in the ledger and its line in the register.</summary>
/// <param name="store">The ledger.</param>
/// <param name="drive">The drive.</param>
/// <param name="places">Where the office wants its papers.</param>
/// <param name="folder">Folder below the drive's root that everything goes into; may be empty.</param>
internal sealed class FilingDesk(LedgerStore store, NamedDrive drive, FilingPlaces places, string folder)
{
    private const string PdfEnding = ".pdf";
    private readonly PathPattern _papers = PathPattern.Papers(places.Path);
    private readonly Dictionary<string, PathPattern> _byKind = places.Kinds.ToDictionary(kind => kind.Key, kind => PathPattern.Papers(kind.Value), StringComparer.Ordinal);
    private readonly PathPattern _registers = PathPattern.Register(places.Register);
    private readonly string _folder = SafeFolder(folder);

    /// <summary>A share that is not mounted looks like an empty folder: papers would go to the local disk, where nobody finds them.</summary>
    /// <exception cref="DriveException">The drive is empty, though the ledger knows of files on it.</exception>
    public async Task CheckMountedAsync(CancellationToken cancellation)
    {
        var folders = await drive.Drive.FoldersAsync("", cancellation);
        if (folders.Count > 0 || drive.Drive is not FolderDrive)
            return;
        await using var ledger = store.Open();
        var known = await FilingShelf.OnAsync(ledger, drive.Name, cancellation);
        if (known.Count > 0 && await drive.Drive.StatAsync(known[0].Place, cancellation) is null)
            throw new DriveException(DriveCodes.Unreachable, $"归档文件夹“{drive.Drive.Address}”是空的，以前归档的文件都不见了，可能共享没有连上。请连上后重试；确实清空了的，请先在里面随便建一个文件夹。");
    }

    /// <summary>Looks what filing papers would do. Writes nothing.</summary>
    /// <param name="papers">The papers, in the order in which they are filed.</param>
    /// <param name="withPdf">Whether a PDF goes beside each Word paper that has none at hand here.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<IReadOnlyList<FilingPlan>> LookAsync(IReadOnlyList<FilingPaper> papers, bool withPdf, CancellationToken cancellation)
    {
        var taken = new Dictionary<string, string>(Placement.Names);
        var plans = new List<FilingPlan>();
        foreach (var paper in papers)
        {
            try
            {
                var placing = await Placement.LookAsync(drive.Drive, await OrderAsync(paper, cancellation), cancellation, taken);
                var plan = new FilingPlan(paper, placing.There?.Place ?? placing.Place, placing.Step);
                plans.Add(taken.TryAdd(placing.Place, paper.Content.Hash) ? await OwedAsync(plan, withPdf, cancellation) : plan);
            }
            catch (DriveException e) when (e.Code is DriveCodes.Invalid or DriveCodes.Occupied or DriveCodes.Denied)
            {
                // What is wrong with the place of one paper keeps no other from being filed.
                plans.Add(new FilingPlan(paper, "", null) { Refusal = e });
            }
        }

        return plans;
    }

    /// <summary>Files a paper, its PDF with it. Done again it comes to the same.</summary>
    public async Task<FilingPlan> FileAsync(FilingPaper paper, Act act, CancellationToken cancellation)
    {
        var order = await OrderAsync(paper, cancellation);
        var placed = await Placement.PlaceAsync(drive.Drive, order, cancellation);
        if (placed.Step == PlacingStep.EditedSince)
            return new FilingPlan(paper, placed.File.Place, placed.Step);
        var register = Below(_registers.Of(paper.Fields));
        await EnterAsync(paper, paper.Content, placed, "", register, act, edition => Line(paper, edition, placed.File, act), cancellation);
        if (paper.Pdf is { } pdf)
        {
            var earlier = Earlier(await FiledAsync(paper.Identity + PdfEnding, cancellation));
            var pdfOrder = new PlacingOrder(Path.ChangeExtension(placed.File.Place, PdfEnding), pdf, earlier, drive.WhenOther, paper.Columns);
            await EnterAsync(paper, pdf, await Placement.PlaceAsync(drive.Drive, pdfOrder, cancellation), PdfEnding, "", act, _ => "", cancellation);
        }

        return new FilingPlan(paper, placed.File.Place, placed.Step);
    }

    /// <summary>Writes the lines that are not in the registers yet.</summary>
    /// <exception cref="DriveException">Some registers could not be written, each named; the others were.</exception>
    public async Task RegisterAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var failed = new List<(string Register, DriveException Error)>();
        await using var ledger = store.Open();
        foreach (var register in (await FilingShelf.UnregisteredAsync(ledger, drive.Name, cancellation)).GroupBy(file => file.Register, Placement.Names))
        {
            try
            {
                await RegisterFile.AddAsync(drive.Drive, register.Key, [.. register.Select(file => JobJson.Read<RegisterLine>(file.Line))], cancellation);
                await FilingShelf.MarkRegisteredAsync(store, [.. register.Select(file => file.Id)], now, cancellation);
            }
            catch (DriveException e)
            {
                failed.Add((register.Key, e));
            }
        }

        if (failed.Count > 0)
            throw RegisterTrouble.Of(failed);
    }

    // A paper that lies there already may lack its line, or its PDF; what somebody edited since is left alone, its PDF too.
    private async Task<FilingPlan> OwedAsync(FilingPlan plan, bool withPdf, CancellationToken cancellation)
    {
        if (plan.Step is not (PlacingStep.Same or PlacingStep.EditedSince))
            return plan with { Superseded = (await SupersededAsync(plan.Paper, plan.Paper.Identity, plan.Place, cancellation)).ConvertAll(file => file.Place) };
        await using var ledger = store.Open();
        var known = await FilingShelf.AtAsync(ledger, drive.Name, plan.Place, cancellation);
        var isLineOwed = known is null
            ? plan.Step == PlacingStep.Same
            : await FilingShelf.OwesLineAsync(ledger, drive.Name, plan.Paper.Identity, cancellation);
        var isPdfOwed = plan.Step == PlacingStep.Same && ((withPdf && plan.Paper.IsWord) || plan.Paper.Pdf is not null) && !await HasPdfAsync(ledger, plan, cancellation);
        return plan with { IsLineOwed = isLineOwed, IsPdfOwed = isPdfOwed };
    }

    // Making a PDF takes seconds: whether the one of this very revision was filed is seen by the ledger and by what lies there.
    private async Task<bool> HasPdfAsync(LedgerContext ledger, FilingPlan plan, CancellationToken cancellation)
    {
        var place = Path.ChangeExtension(plan.Place, PdfEnding);
        var filed = (await FilingShelf.OfAsync(ledger, drive.Name, plan.Paper.Identity + PdfEnding, cancellation)).Find(file => Placement.IsSameName(file.Place, place));
        var isThisOne = filed is not null && (plan.Paper.Pdf is { } pdf ? filed.Hash == pdf.Hash : filed.Revision == plan.Paper.Revision);
        return isThisOne && await drive.Drive.StatAsync(filed?.Place ?? place, cancellation) is not null;
    }

    private async Task<PlacingOrder> OrderAsync(FilingPaper paper, CancellationToken cancellation)
    {
        var place = Path.ChangeExtension(Below(_byKind.GetValueOrDefault(paper.Fields.Kind, _papers).Of(paper.Fields)), Path.GetExtension(paper.Name));
        return new PlacingOrder(place, paper.Content, Earlier(await FiledAsync(paper.Identity, cancellation)), drive.WhenOther, paper.Columns);
    }

    private async Task<List<FiledFile>> FiledAsync(string identity, CancellationToken cancellation)
    {
        await using var ledger = store.Open();
        return await FilingShelf.OfAsync(ledger, drive.Name, identity, cancellation);
    }

    private static IReadOnlyList<EarlierFiling> Earlier(List<FiledFile> filed) => [.. filed.Select(file => new EarlierFiling(file.Place, file.Hash, file.DriveVersion))];

    // An earlier revision under another name: its number or title came later. The same revision elsewhere was put there on purpose; and of
    // papers that the ledger does not have, nobody knows which is the later.
    private async Task<List<FiledFile>> SupersededAsync(FilingPaper paper, string identity, string place, CancellationToken cancellation) =>
        paper.PaperId is { } id
            ? (await FiledAsync(identity, cancellation)).FindAll(file => file.ReplacedAt is null && file.PaperId == id && file.Revision < paper.Revision && !Placement.IsSameName(file.Place, place))
            : [];

    private async Task EnterAsync(
        FilingPaper paper, DriveContent content, Placed placed, string suffix, string register, Act act, Func<int, string> line, CancellationToken cancellation)
    {
        if (placed.Step is PlacingStep.Same or PlacingStep.EditedSince)
        {
            await using var ledger = store.Open();
            if ((await FilingShelf.AtAsync(ledger, drive.Name, placed.File.Place, cancellation))?.Hash == content.Hash)
                return;
        }

        var row = new FiledFile
        {
            Id = act.NewId(),
            Drive = drive.Name,
            Place = placed.File.Place,
            Identity = paper.Identity + suffix,
            PaperId = paper.PaperId,
            Revision = paper.Revision,
            Hash = content.Hash,
            Length = content.Length,
            DriveVersion = placed.File.Version,
            Link = placed.File.Link,
            Register = register,
            At = act.At,
            By = act.By,
        };
        var superseded = await SupersededAsync(paper, row.Identity, row.Place, cancellation);
        await FilingShelf.EnterAsync(store, row, line, superseded.ConvertAll(file => file.Id), cancellation);
    }

    private static string Line(FilingPaper paper, int edition, DriveFile file, Act act)
    {
        var fields = paper.Fields;
        var at = ChinaTime.Of(act.At).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return JobJson.Write(new RegisterLine(fields.Number, fields.Kind, fields.Title, paper.To, fields.Date, edition, at, act.By, file.Place, file.Link));
    }

    private string Below(string place) => _folder.Length > 0 ? $"{_folder}/{place}" : place;

    private static string SafeFolder(string folder)
    {
        var names = folder.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (names.Any(name => name is "." or ".." || SafePlace.Name(name) != name))
            throw new DriveException(DriveCodes.Invalid, $"文件夹“{folder}”的名字不能用。请去掉 .. 和 : * ? 等符号，各级之间用“/”。");
        return string.Join('/', names);
    }
}
