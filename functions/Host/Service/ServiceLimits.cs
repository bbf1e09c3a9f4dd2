namespace YiyuanSafety.Host.Service;

/// <summary>How much the service takes.</summary>
internal sealed record ServiceLimits
{
    /// <summary>The largest file that is taken, in bytes.</summary>
    public long MaxUploadBytes { get; init; } = 50 * 1024 * 1024;

    /// <summary>The largest archive that is restored, in bytes: an archive holds a year's files.</summary>
    public long MaxArchiveBytes => MaxUploadBytes * 20;
}
