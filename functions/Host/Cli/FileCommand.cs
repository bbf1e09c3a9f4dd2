using System.CommandLine;
using YiyuanSafety.Drafting.Regions;
using YiyuanSafety.Filing.Drives;
using YiyuanSafety.Filing.Places;
using YiyuanSafety.Host.Filings;
using YiyuanSafety.Host.Service;
using YiyuanSafety.Host.Sources;
using YiyuanSafety.Ledger;
using YiyuanSafety.WorkPoints.Calendar;

namespace YiyuanSafety.Host.Cli;

/// <summary><c>file DIR|FILE… --to DRIVE</c>: files papers on a shared drive, each once, and writes the register.</summary>
internal static class FileCommand
{
    private const int AtOnce = 6;

    /// <summary>The verb.</summary>
    public static Command Create(TimeProvider time)
    {
        var papers = new Argument<string[]>("PAPER") { Description = "要归档的公文，或其所在的文件夹（含下级文件夹）；同名的 PDF 一并归档", Arity = ArgumentArity.OneOrMore };
        var to = new Option<string>("--to") { Description = "归档到哪里：设置中的名称，或一个文件夹（本机或共享）", HelpName = "归档位置", Required = true };
        var folder = new Option<string>("--folder") { Description = "归档位置下的文件夹；不指定则在其根下", HelpName = "文件夹", DefaultValueFactory = _ => "" };
        var isDry = new Option<bool>("--dry-run") { Description = "只看会写到哪里，什么都不写" };
        var profile = SharedOptions.Profile();
        var (data, postgres) = (ServiceStoreOptions.DataOption(), ServiceStoreOptions.PostgresOption());
        var command = new Command("file", "把公文归档到共享文件夹或 SharePoint，并登记到发文登记簿；重复运行不会重复归档") { papers, to, folder, isDry, profile, data, postgres };
        command.SetAction((parsed, stop) => Task.FromResult(Guarded.RunAsync(async () =>
        {
            var place = ServiceStoreOptions.Of(parsed.GetValue(data), parsed.GetValue(postgres));
            var configuration = ServiceConfiguration.Load(place.Data);
            var drive = new DriveBook(DriveSettings.Read(configuration), time).FindOrFolder(parsed.GetRequiredValue(to));
            var profileFile = parsed.GetValue(profile) ?? (configuration["Profile"] is { Length: > 0 } set ? new FileInfo(set) : null);
            var places = (profileFile is null ? Shipped.Profile() : SourceFiles.Profile(profileFile)).Filing;
            var desk = new FilingDesk(await ServiceStore.OpenAsync(place, stop), drive, places, parsed.GetRequiredValue(folder));
            var files = FilingFiles.Of(parsed.GetRequiredValue(papers));
            var reading = new Reading(files, time);
            await desk.CheckMountedAsync(stop);
            return parsed.GetValue(isDry) ? await LookAsync(desk, reading, stop) : await FileAsync(desk, drive, reading, time, stop);
        })));
        return command;
    }

    private static async Task<int> LookAsync(FilingDesk desk, Reading reading, CancellationToken stop)
    {
        var papers = new List<FilingPaper>();
        var refused = reading.Files.Count(file => !Told(() => papers.Add(reading.Paper(file))));
        foreach (var plan in await desk.LookAsync(papers, withPdf: false, stop))
        {
            if (plan.Refusal is null)
                Console.WriteLine($"{FilingWords.Will(plan)}  {plan.Paper.Name} → {plan.Place}");
            else if (!Told(() => throw plan.Refusal))
                refused++;
        }

        Console.WriteLine("以上只是预览，什么都没有写。");
        return refused == 0 ? ExitCodes.Done : ExitCodes.UnreadableInput;
    }

    private static async Task<int> FileAsync(FilingDesk desk, NamedDrive drive, Reading reading, TimeProvider time, CancellationToken stop)
    {
        var files = reading.Files;
        var act = new Act($"{Environment.UserName}（命令行）", time.GetUtcNow());
        var done = new FilingPlan?[files.Count];
        var codes = new int[files.Count];
        await Parallel.ForAsync(0, files.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop }, async (i, cancellation) =>
            codes[i] = await Guarded.RunOneAsync(async () => done[i] = await desk.FileAsync(reading.Paper(files[i]), act, cancellation)));
        foreach (var plan in done.OfType<FilingPlan>())
            Console.WriteLine($"{FilingWords.Did(plan.Step)}  {plan.Paper.Name} → {plan.Place}");
        var register = await Guarded.RunOneAsync(() => desk.RegisterAsync(time.GetUtcNow(), stop));
        var (written, same) = (done.Count(plan => plan?.Step is PlacingStep.New or PlacingStep.NewVersion or PlacingStep.Beside), done.Count(plan => plan?.Step is PlacingStep.Same or PlacingStep.EditedSince));
        var failed = files.Count - written - same;
        Console.WriteLine($"归档到“{drive.Drive.Address}”：写入 {written} 份，早已归档 {same} 份{(failed > 0 ? $"，没有归档 {failed} 份（原因见上），处理后重新运行即可" : "")}。");
        return codes.Append(register).Max();
    }

    private static bool Told(Action act) => Guarded.Run(() =>
    {
        act();
        return ExitCodes.Done;
    }) == ExitCodes.Done;

    // A workbook beside papers of a year belongs to that year.
    private sealed class Reading(IReadOnlyList<NamedFile> files, TimeProvider time)
    {
        private readonly int _year = YearOf(files) ?? ChinaTime.Today(time).Year;

        public IReadOnlyList<NamedFile> Files => files;

        public FilingPaper Paper(NamedFile file) =>
            FilingPaper.Of(file.File.Name, SourceFiles.Bytes(file.File), file.Pdf is { } pdf ? DriveContent.Of(SourceFiles.Bytes(pdf)) : null, _year);

        private static int? YearOf(IReadOnlyList<NamedFile> files) => files
            .Where(file => FilingPaper.IsWordName(file.File.Name))
            .Select(file => PaperRefresh.FindRecord(SourceFiles.Bytes(file.File))?.Year).FirstOrDefault(year => year is not null);
    }
}
