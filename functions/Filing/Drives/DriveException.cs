namespace YiyuanSafety.Filing.Drives;

/// <summary>Something that a drive would not do. The message is a Chinese sentence: what happened, where, what to do.</summary>
/// <param name="code">Stable code, one of <see cref="DriveCodes"/>.</param>
/// <param name="message">The sentence.</param>
/// <param name="inner">What the drive itself said.</param>
public sealed class DriveException(string code, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Stable code, one of <see cref="DriveCodes"/>.</summary>
    public string Code { get; } = code;
}

/// <summary>Codes of what drives would not do.</summary>
public static class DriveCodes
{
    /// <summary>A setting or a place that cannot be.</summary>
    public const string Invalid = "drive-invalid";

    /// <summary>The drive, its root or its library is not there.</summary>
    public const string NotFound = "drive-not-found";

    /// <summary>The drive does not answer, and did not when it was asked again.</summary>
    public const string Unreachable = "drive-unreachable";

    /// <summary>The program may not do this there.</summary>
    public const string Denied = "drive-denied";

    /// <summary>No room is left.</summary>
    public const string Full = "drive-full";

    /// <summary>The drive asked to wait longer than a job can.</summary>
    public const string Throttled = "drive-throttled";

    /// <summary>Somebody has the file open or locked.</summary>
    public const string Busy = "drive-file-busy";

    /// <summary>Something lies there already.</summary>
    public const string Occupied = "drive-occupied";

    /// <summary>What lies there is not what was to be replaced.</summary>
    public const string Changed = "drive-changed";

    /// <summary>What the drive said before no longer holds; it has to be asked anew.</summary>
    public const string Expired = "drive-expired";
}
