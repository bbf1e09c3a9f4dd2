namespace YiyuanSafety.Host.Service;

/// <summary>How a service runs.</summary>
internal sealed record ServiceSettings
{
    /// <summary>Folder of the ledger and of the files; made where it is missing.</summary>
    public required string Data { get; init; }

    /// <summary>Addresses to listen on, with ; between them.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:5080";

    /// <summary>Connection string of PostgreSQL; empty for a ledger in the data folder.</summary>
    public string Postgres { get; init; } = "";

    /// <summary>The office's directory; null for the shipped one.</summary>
    public FileInfo? Directory { get; init; }

    /// <summary>The office's profile; null for the shipped one.</summary>
    public FileInfo? Profile { get; init; }

    /// <summary>Folder of the office's own templates; null for the shipped ones.</summary>
    public DirectoryInfo? Templates { get; init; }

    /// <summary>The port that Azure Functions gives; null where the service runs by itself.</summary>
    public int? FunctionsPort { get; init; }

    /// <summary>How much the service takes.</summary>
    public ServiceLimits Limits { get; init; } = new();
}
