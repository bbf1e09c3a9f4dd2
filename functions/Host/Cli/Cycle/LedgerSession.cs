using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using YiyuanSafety.Host.Service;
using YiyuanSafety.Host.Work;
using YiyuanSafety.Ledger;
using YiyuanSafety.Ledger.Directories;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.Ledger.Stores;

namespace YiyuanSafety.Host.Cli.Cycle;

/// <summary>The parts of the service, used from a command line: nothing listens, and jobs are carried out at once.</summary>
internal sealed class LedgerSession : IAsyncDisposable
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(200);
    private readonly ServiceProvider _parts;
    private readonly string? _plan;
    private readonly TimeProvider _time;

    private LedgerSession(ServiceProvider parts, string? plan, TimeProvider time) => (_parts, _plan, _time) = (parts, plan, time);

    /// <summary>The ledger.</summary>
    public LedgerStore Store => _parts.GetRequiredService<LedgerStore>();

    /// <summary>Who acts, now.</summary>
    public Act Act => new($"{Environment.UserName}（命令行）", _time.GetUtcNow());

    /// <summary>The clock.</summary>
    public TimeProvider Time => _time;

    /// <summary>Opens the ledger and seeds it with the directory, as the service does.</summary>
    public static async Task<LedgerSession> OpenAsync(ServiceSettings settings, string? plan, TimeProvider time, CancellationToken cancellation)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        ServiceParts.Add(services, settings);
        services.AddSingleton(time);
        var session = new LedgerSession(services.BuildServiceProvider(), plan, time);
        await ServiceStore.OpenAsync(settings.Store, cancellation);
        await CountyDirectory.SeedAsync(session.Store, session.Part<Basis>().Directory, new Act("程序", time.GetUtcNow()), cancellation);
        return session;
    }

    /// <summary>A part of the service.</summary>
    public T Part<T>()
        where T : notnull => _parts.GetRequiredService<T>();

    /// <summary>The plan that is meant: the one of the option, else the newest.</summary>
    /// <exception cref="LedgerException">There is none, or several are meant.</exception>
    public async Task<WorkPlan> PlanAsync(CancellationToken cancellation)
    {
        await using var ledger = Store.Open();
        var plans = await ledger.Plans.AsNoTracking().Where(plan => plan.Imports.Count > 0).OrderByDescending(plan => plan.Id).ToListAsync(cancellation);
        if (plans.Count == 0)
            throw new LedgerException(LedgerCodes.NotFound, "台账里还没有工作要点。请先用 plan import 导入。");
        if (_plan is not { Length: > 0 } wish)
            return plans[0];
        var meant = plans.FindAll(plan => plan.Id.ToString("N").StartsWith(wish.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)
            || plan.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture) == wish || plan.Title.Contains(wish, StringComparison.Ordinal));
        return meant.Count == 1 ? meant[0] : throw new LedgerException(LedgerCodes.NotFound, meant.Count == 0
            ? $"台账里没有“{wish}”这份工作要点。用 plan list 查看有哪些。"
            : $"“{wish}”指的可能是 {meant.Count} 份工作要点：{string.Join("、", meant.Select(plan => $"{plan.Title}（{plan.Id:N}）"))}。请用 --plan 写编号的开头。");
    }

    /// <summary>Carries out a job, or waits for the service that has taken it up.</summary>
    /// <returns>The job as it ended.</returns>
    public async Task<Job> RunAsync(Guid id, CancellationToken cancellation)
    {
        var worker = $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.NewGuid():N}";
        while (true)
        {
            await Part<JobRun>().RunAsync(id, worker, TimeSpan.MaxValue, cancellation);
            await using var ledger = Store.Open();
            var job = await ledger.Jobs.AsNoTracking().Include(one => one.Items.OrderBy(item => item.Ordinal)).SingleAsync(one => one.Id == id, cancellation);
            if (job.EndedAt is not null)
                return job;
            await Task.Delay(Glance, _time, cancellation);
        }
    }

    /// <summary>Carries out what else waits, such as filing that a paper asked for.</summary>
    public async Task RunAllAsync(CancellationToken cancellation)
    {
        var worker = $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.NewGuid():N}";
        while (await Part<JobRun>().RunNextAsync(worker, TimeSpan.MaxValue, cancellation) is not null)
        {
        }
    }

    /// <summary>Tells what did not work in a job.</summary>
    /// <returns>The exit code.</returns>
    public static int Tell(Job job)
    {
        foreach (var item in job.Items.Where(item => item.State == JobState.Failed))
            Screen.Fail("item-failed", $"{item.Name}：{item.Error}");
        if (job.State == JobState.Done)
            return ExitCodes.Done;
        Screen.Fail("job-failed", job.Error.Length > 0 ? job.Error : "没有做完。请重试。");
        return ExitCodes.UnwritableOutput;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _parts.DisposeAsync();
}
