using Microsoft.Extensions.DependencyInjection;
using YiyuanSafety.Host.Api;
using YiyuanSafety.Host.Api.Answers;
using YiyuanSafety.Host.Filings;
using YiyuanSafety.Host.Storage;
using YiyuanSafety.Host.Supervision;
using YiyuanSafety.Host.Triggers;
using YiyuanSafety.Host.Work;
using YiyuanSafety.Ledger.Bytes;

namespace YiyuanSafety.Host.Service;

/// <summary>The parts that do the work.</summary>
internal static class ServiceParts
{
    /// <summary>Adds them.</summary>
    public static void Add(IServiceCollection services, ServiceSettings settings)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(settings);
        services.AddSingleton(settings.Limits);
        services.AddSingleton(settings.Addin);
        services.AddSingleton(_ => ServiceStore.Of(settings.Store));
        if (settings.Storage is { } account)
            services.AddAzureStorage(account);
        else
            services.AddSingleton<IByteStore>(new FolderBytes(settings.Store.Files));
        services.AddSingleton(_ => Basis.Of(settings.Directory, settings.Profile, settings.Templates, settings.Calendar));
        services.AddSingleton<OpenPapers>();
        services.AddSingleton<SingleDrafts>();
        services.AddSingleton<ProgressReader>();
        services.AddSingleton<ReportDesk>();
        services.AddSingleton<ReplyDesk>();
        services.AddSingleton<LetterDesk>();
        services.AddSingleton<CollectDesk>();
        services.AddSingleton<DeadlineWatch>();
        services.AddSingleton<ImportWork>();
        services.AddSingleton<DraftWork>();
        services.AddSingleton<RefreshWork>();
        services.AddSingleton(provider => new DriveBook(settings.Drives, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<FilingPapers>();
        services.AddSingleton<FileWork>();
        services.AddSingleton<JobRun>();
        services.AddSingleton<Inbox>();
        services.AddSingleton<Sweep>();
        services.AddSingleton<Previews>();
        services.AddSingleton<AnswerCache>();
        services.AddSingleton<Preparation>();
        services.AddHostedService(provider => provider.GetRequiredService<Preparation>());
        if (settings.IsCalledForJobs)
            services.AddQueuedJobs();
        else
            AddWorker(services);
        if (settings.FunctionsPort is not null)
            TriggerEndpoints.Add(services);
        Health.Add(services, settings.IsCalledForJobs);
    }

    private static void AddWorker(IServiceCollection services)
    {
        services.AddSingleton<JobBell>();
        services.AddSingleton<AnnounceJob>(provider =>
        {
            var bell = provider.GetRequiredService<JobBell>();
            return (_, _) =>
            {
                bell.Ring();
                return Task.CompletedTask;
            };
        });
        services.AddHostedService<JobWorker>();
        services.AddHostedService<SweepWorker>();
    }
}
