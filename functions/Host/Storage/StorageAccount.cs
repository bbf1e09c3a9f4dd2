using System.Text.RegularExpressions;
using Azure.Core;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using YiyuanSafety.Host.Service;

namespace YiyuanSafety.Host.Storage;

/// <summary>An account of Azure Storage, for files and for the queue of jobs; configuration section <c>Storage</c>.</summary>
internal sealed partial record StorageAccount
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Storage";

    /// <summary>
    /// Name of the connection that the triggers of Azure Functions use. Its app settings are taken where the section says nothing, so that
    /// the account is named once.
    /// </summary>
    public const string Connection = "YiyuanStorage";

    /// <summary>The container of files, where the settings name no other.</summary>
    public const string UsualContainer = "yiyuan-files";

    /// <summary>The queue of jobs.</summary>
    public const string UsualQueue = "jobs";

    /// <summary>The container into which people put documents to be imported.</summary>
    public const string InboxContainer = "inbox";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Connection string with a key; null where an identity is used.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>Address of the blobs, such as https://account.blob.core.chinacloudapi.cn; null beside a connection string.</summary>
    public Uri? BlobServiceUri { get; init; }

    /// <summary>Address of the queues; null beside a connection string.</summary>
    public Uri? QueueServiceUri { get; init; }

    /// <summary>Whether the identity of the Azure resource itself is used; else whichever identity this machine has at hand.</summary>
    public bool IsManagedIdentity { get; init; }

    /// <summary>Client id of a user-assigned identity; null for the resource's own.</summary>
    public string? ClientId { get; init; }

    /// <summary>The container of files.</summary>
    public string Container { get; init; } = UsualContainer;

    /// <summary>The queue of jobs; messages that failed too often are moved to the one with -poison behind its name.</summary>
    public string Queue { get; init; } = UsualQueue;

    /// <summary>The account that the settings name; null where they name none.</summary>
    /// <param name="configuration">The service's whole configuration.</param>
    /// <param name="variable">The value of an environment variable.</param>
    /// <exception cref="SettingsException">A setting cannot be read.</exception>
    public static StorageAccount? Read(IConfiguration configuration, Func<string, string?> variable)
    {
        var section = configuration.GetSection(Section);
        string? Of(string name, string functions) => section[name]?.Trim() is { Length: > 0 } own ? own : variable(Connection + functions)?.Trim() is { Length: > 0 } shared ? shared : null;
        var text = Of("ConnectionString", "");
        var (blobs, queues) = (Of("BlobServiceUri", "__blobServiceUri"), Of("QueueServiceUri", "__queueServiceUri"));
        if (text is null && blobs is null && queues is null)
            return null;
        var client = Of("ClientId", "__clientId");
        var account = new StorageAccount
        {
            ConnectionString = text,
            BlobServiceUri = text is null ? Address("BlobServiceUri", blobs) : null,
            QueueServiceUri = text is null ? Address("QueueServiceUri", queues) : null,
            IsManagedIdentity = client is not null || IsManaged(Of("Credential", "__credential")),
            ClientId = client,
            Container = Name("Container", section["Container"], UsualContainer),
            Queue = Name("Queue", section["Queue"], UsualQueue),
        };
        return text is null ? account : account.Checked();
    }

    /// <summary>The container of files. Asks nothing of the account yet.</summary>
    public BlobContainerClient Files()
    {
        var options = new BlobClientOptions { Retry = { NetworkTimeout = TimeSpan.FromMinutes(5), MaxRetries = 4, MaxDelay = Patience } };
        return (ConnectionString is { } text ? new BlobServiceClient(text, options) : new BlobServiceClient(BlobServiceUri, Credential(), options)).GetBlobContainerClient(Container);
    }

    /// <summary>The queue of jobs. Asks nothing of the account yet. Base64, as the trigger of Azure Functions expects it.</summary>
    public QueueClient Jobs()
    {
        var options = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64, Retry = { NetworkTimeout = Patience, MaxRetries = 3 } };
        return (ConnectionString is { } text ? new QueueServiceClient(text, options) : new QueueServiceClient(QueueServiceUri, Credential(), options)).GetQueueClient(Queue);
    }

    /// <summary>Names the account without its key.</summary>
    public override string ToString() => $"{BlobServiceUri?.Host ?? "Azure Storage"}/{Container}";

    private TokenCredential Credential() => IsManagedIdentity
        ? new ManagedIdentityCredential(ClientId is { } id ? ManagedIdentityId.FromUserAssignedClientId(id) : ManagedIdentityId.SystemAssigned)
        : new DefaultAzureCredential();

    // A connection string that cannot be read is told at the start, and without the key that it may hold.
    private StorageAccount Checked()
    {
        try
        {
            _ = Files();
            _ = Jobs();
            return this;
        }
        catch (Exception e) when (e is FormatException or ArgumentException or InvalidOperationException)
        {
            throw new SettingsException($"设置 {Section}:ConnectionString 不是存储账户的连接字符串，服务没有启动。请在门户的“访问密钥”页重新复制。");
        }
    }

    private static Uri Address(string name, string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            ? address
            : throw new SettingsException($"设置 {Section}:{name} 的值“{text}”不对，服务没有启动。请写 https 开头的地址，如 https://账户名.blob.core.chinacloudapi.cn；文件和队列的地址两个都要写。");

    private static bool IsManaged(string? text) => text?.ToLowerInvariant() switch
    {
        null or "default" => false,
        "managedidentity" => true,
        _ => throw new SettingsException($"设置 {Section}:Credential 的值“{text}”不对，服务没有启动。请写 managedidentity，或不写。"),
    };

    private static string Name(string name, string? text, string usual)
    {
        if (text is not { Length: > 0 })
            return usual;
        return NameShape().IsMatch(text) && !text.Contains("--", StringComparison.Ordinal)
            ? text
            : throw new SettingsException($"设置 {Section}:{name} 的值“{text}”不对，服务没有启动。请用 3 至 63 个小写字母、数字或单个连字符，首尾不是连字符。");
    }

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]{1,61}[a-z0-9]\z")]
    private static partial Regex NameShape();
}
