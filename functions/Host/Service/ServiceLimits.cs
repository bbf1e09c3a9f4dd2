namespace YiyuanSafety.Host.Service;

/// <summary>How much the service takes.</summary>
internal sealed record ServiceLimits
{
    /// <summary>The largest file that is taken, in bytes.</summary>
    public long MaxUploadBytes { get; init; } = 50 * 1024 * 1024;
}
