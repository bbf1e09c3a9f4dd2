using System.CommandLine;
using YiyuanSafety.Host.Service;

namespace YiyuanSafety.Host.Cli.Cycle;

/// <summary>What all verbs share that work on the ledger without the service.</summary>
internal sealed class LedgerOptions
{
    private readonly Option<DirectoryInfo?> _data = ServiceStoreOptions.DataOption();
    private readonly Option<string?> _postgres = ServiceStoreOptions.PostgresOption();
    private readonly Option<FileInfo?> _directory = SharedOptions.Directory();
    private readonly Option<FileInfo?> _profile = SharedOptions.Profile();
    private readonly Option<DirectoryInfo?> _templates = SharedOptions.Templates();
    private readonly Option<FileInfo?> _calendar = new("--calendar") { Description = "工作日历（节假日、调休、重要日期，JSON）；不指定时用自带的", HelpName = "日历文件" };
    private readonly Option<string?> _plan = new("--plan") { Description = "哪一份工作要点：编号的开头、年份或标题中的字；不指定时用最新的一份", HelpName = "工作要点" };

    /// <summary>Makes a verb that works on the ledger.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="symbols">Its own arguments and options.</param>
    /// <param name="time">The clock.</param>
    /// <param name="run">Carries it out.</param>
    public static Command Verb(string name, string description, IReadOnlyList<Symbol> symbols, TimeProvider time, Func<ParseResult, LedgerSession, CancellationToken, Task<int>> run)
    {
        var options = new LedgerOptions();
        var command = new Command(name, description);
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument)
                command.Add(argument);
            else if (symbol is Option option)
                command.Add(option);
        }

        foreach (var option in new Option[] { options._plan, options._data, options._postgres, options._directory, options._profile, options._templates, options._calendar })
            command.Add(option);
        command.SetAction((parsed, stop) => Task.FromResult(Guarded.RunAsync(async () =>
        {
            await using var session = await LedgerSession.OpenAsync(options.Settings(parsed), parsed.GetValue(options._plan), time, stop);
            return await run(parsed, session, stop);
        })));
        return command;
    }

    private ServiceSettings Settings(ParseResult parsed)
    {
        var store = ServiceStoreOptions.Of(parsed.GetValue(_data), parsed.GetValue(_postgres));
        var settings = ServiceConfiguration.Read(store, ServiceConfiguration.Load(store.Data), Environment.GetEnvironmentVariable);
        return settings with
        {
            FunctionsPort = null,
            Directory = parsed.GetValue(_directory) ?? settings.Directory,
            Profile = parsed.GetValue(_profile) ?? settings.Profile,
            Templates = parsed.GetValue(_templates) ?? settings.Templates,
            Calendar = parsed.GetValue(_calendar) ?? settings.Calendar,
        };
    }
}
