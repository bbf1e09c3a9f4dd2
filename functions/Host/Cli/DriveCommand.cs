using System.CommandLine;
using YiyuanSafety.Filing.Drives;
using YiyuanSafety.Host.Filings;
using YiyuanSafety.Host.Service;

namespace YiyuanSafety.Host.Cli;

/// <summary><c>drive check</c> and <c>drive verify</c>: whether a drive can be filed on, and whether it still has what was filed.</summary>
internal static class DriveCommand
{
    /// <summary>The verb.</summary>
    public static Command Create(TimeProvider time) => new("drive", "检查归档位置，核对已归档的文件") { Check(time), Verify(time) };

    private static Command Check(TimeProvider time)
    {
        var (name, data) = (Name(), ServiceStoreOptions.DataOption());
        var command = new Command("check", "逐项试一遍归档要用到的权限；缺什么、谁能给，都会说明") { name, data };
        command.SetAction((parsed, stop) => Task.FromResult(Guarded.RunAsync(async () =>
        {
            var drive = Open(parsed.GetRequiredValue(name), ServiceStoreOptions.Of(parsed.GetValue(data), null), time);
            var checks = await drive.Drive.CheckAsync(stop);
            Console.WriteLine($"归档位置：{drive.Drive.Address}");
            foreach (var check in checks)
            {
                Console.WriteLine($"  {FilingWords.Of(check.Outcome)}  {check.Name}");
                if (check.Message.Length > 0)
                    Console.WriteLine($"        {check.Message}");
            }

            var fails = checks.Any(check => check.Outcome == CheckOutcome.Fails);
            Console.WriteLine(fails ? "还不能归档，请按上面的说明处理后再检查。" : "可以归档。");
            return fails ? ExitCodes.UnwritableOutput : ExitCodes.Done;
        })));
        return command;
    }

    private static Command Verify(TimeProvider time)
    {
        var (name, data, postgres) = (Name(), ServiceStoreOptions.DataOption(), ServiceStoreOptions.PostgresOption());
        var command = new Command("verify", "对照台账核对归档位置：哪些不见了、被人改过、不是本程序归档的") { name, data, postgres };
        command.SetAction((parsed, stop) => Task.FromResult(Guarded.RunAsync(async () =>
        {
            var place = ServiceStoreOptions.Of(parsed.GetValue(data), parsed.GetValue(postgres));
            var drive = Open(parsed.GetRequiredValue(name), place, time);
            var files = await DriveVerification.RunAsync(await ServiceStore.OpenAsync(place, stop), drive, static (_, _) => Task.FromResult<DriveContent?>(null), stop);
            foreach (var file in files.Where(file => file.State != FiledState.Good))
                Console.WriteLine($"{FilingWords.Of(file.State)}  {file.Place}");
            string More(string what, FiledState state) => Count(state) > 0 ? $"，{what} {Count(state)} 个" : "";
            int Count(FiledState state) => files.Count(file => file.State == state);
            Console.WriteLine($"共归档 {files.Count(file => file.Filed is not null)} 个文件：完好 {Count(FiledState.Good)}，不见了 {Count(FiledState.Missing)}，被人改过 {Count(FiledState.Changed)}；另有 {Count(FiledState.Foreign)} 个不是本程序归档的{More("已有新一版的", FiledState.Superseded)}{More("读不了的", FiledState.Unreadable)}。");
            return Count(FiledState.Missing) + Count(FiledState.Changed) + Count(FiledState.Unreadable) == 0 ? ExitCodes.Done : ExitCodes.FindingsUnderStrict;
        })));
        return command;
    }

    private static Argument<string> Name() => new("DRIVE") { Description = "归档位置：设置中的名称，或一个文件夹" };

    private static NamedDrive Open(string name, ServiceStoreOptions place, TimeProvider time) =>
        new DriveBook(DriveSettings.Read(ServiceConfiguration.Load(place.Data)), time).FindOrFolder(name);
}
