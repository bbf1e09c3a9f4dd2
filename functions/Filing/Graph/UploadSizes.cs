namespace YiyuanSafety.Filing.Graph;

/// <summary>How a file goes up.</summary>
/// <param name="AtOnce">Most bytes of a file that goes in one request.</param>
/// <param name="Slice">Bytes of a slice of a larger one: a multiple of 320 KiB, less than 60 MiB.</param>
internal sealed record UploadSizes(long AtOnce, int Slice)
{
    private const int Unit = 320 * 1024;

    /// <summary>Graph takes more in one request, but a slice is sent again soon enough on a slow line.</summary>
    public static UploadSizes Usual { get; } = new(4 << 20, 10 * Unit);

    /// <summary>The smallest, so that a small file goes in several slices.</summary>
    public static UploadSizes Smallest { get; } = new(Unit / 2, Unit);
}
