using Microsoft.Extensions.DependencyInjection;
using YiyuanSafety.Host.Api;
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
        services.AddSingleton(_ => ServiceStore.Of(settings.Store));
        services.AddSingleton<IByteStore>(new FolderBytes(settings.Store.Files));
        services.AddSingleton(_ => Basis.Of(settings.Directory, settings.Profile, settings.Templates));
        services.AddSingleton<ImportWork>();
        services.AddSingleton<DraftWork>();
        services.AddSingleton<RefreshWork>();
        services.AddSingleton<JobRun>();
        services.AddSingleton<Previews>();
        services.AddSingleton<Preparation>();
        services.AddHostedService(provider => provider.GetRequiredService<Preparation>());
        AddWorker(services);
        Health.Add(services);
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
    }
}
