using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using YiyuanSafety.Host.Work;
using YiyuanSafety.Ledger.Bytes;

namespace YiyuanSafety.Host.Storage;

/// <summary>The parts of the service that lie in Azure Storage.</summary>
internal static class StorageParts
{
    /// <summary>Keeps files in the account; comes after the parts whose place it takes.</summary>
    public static IServiceCollection AddAzureStorage(this IServiceCollection services, StorageAccount account)
    {
        services.AddSingleton(account);
        services.AddSingleton<IByteStore>(_ => new BlobBytes(account.Files()));
        services.AddSingleton(provider => new JobQueue(account.Jobs(), provider.GetRequiredService<ILogger<JobQueue>>()));
        return services;
    }

    /// <summary>Announces jobs by the account's queue, in the place of a worker of this process.</summary>
    public static IServiceCollection AddQueuedJobs(this IServiceCollection services) =>
        services.AddSingleton<AnnounceJob>(provider => provider.GetRequiredService<JobQueue>().AnnounceAsync);
}
