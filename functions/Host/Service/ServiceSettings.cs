using YiyuanSafety.Host.Access;
using YiyuanSafety.Host.Filings;
using YiyuanSafety.Host.Storage;
using YiyuanSafety.Host.Web;

namespace YiyuanSafety.Host.Service;

/// <summary>How a service runs.</summary>
internal sealed record ServiceSettings
{
    /// <summary>Where nothing else is asked for: this machine alone.</summary>
    public const string UsualUrls = "http://127.0.0.1:5080";

    /// <summary>Where the ledger and the files are.</summary>
    public required ServiceStoreOptions Store { get; init; }

    /// <summary>Addresses to listen on, with ; between them.</summary>
    public string Urls { get; init; } = UsualUrls;

    /// <summary>The account that files and announcements of jobs lie in; null for the data folder and this process.</summary>
    public StorageAccount? Storage { get; init; }

    /// <summary>Who may use the service.</summary>
    public AccessSettings Access { get; init; } = new();

    /// <summary>What the Word pane needs to know.</summary>
    public AddinSettings Addin { get; init; } = new();

    /// <summary>The office's directory; null for the shipped one.</summary>
    public FileInfo? Directory { get; init; }

    /// <summary>The office's profile; null for the shipped one.</summary>
    public FileInfo? Profile { get; init; }

    /// <summary>The office's calendar of holidays and key dates; null for the shipped one.</summary>
    public FileInfo? Calendar { get; init; }

    /// <summary>Folder of the office's own templates; null for the shipped ones.</summary>
    public DirectoryInfo? Templates { get; init; }

    /// <summary>The drives that papers can be filed on.</summary>
    public IReadOnlyList<DriveSettings> Drives { get; init; } = [];

    /// <summary>The port that Azure Functions gives; null where the service runs by itself.</summary>
    public int? FunctionsPort { get; init; }

    /// <summary>Where traces, metrics and logs are sent (OTLP); null for nowhere.</summary>
    public Uri? Telemetry { get; init; }

    /// <summary>How much the service takes.</summary>
    public ServiceLimits Limits { get; init; } = new();

    /// <summary>Whether the person at this machine is the only one: no sign-in, no Azure Functions.</summary>
    public bool IsAlone => FunctionsPort is null && Access.Mode == SignIn.None;

    /// <summary>Whether Azure Functions calls for each job; else a worker of this process looks for them.</summary>
    public bool IsCalledForJobs => FunctionsPort is not null && Storage is not null;

    /// <summary>The addresses to listen on. Azure Functions hands its own address on to its children, so that its port comes before all others.</summary>
    public string ListenUrls => FunctionsPort is { } port ? FormattableString.Invariant($"http://127.0.0.1:{port}") : Urls;
}
