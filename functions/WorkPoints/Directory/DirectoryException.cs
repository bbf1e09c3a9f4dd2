namespace YiyuanSafety.WorkPoints.Directory;

/// <summary>A directory file that cannot be used. The message is a Chinese sentence: what is wrong, where, what to do.</summary>
public sealed class DirectoryException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Stable code of the error.</summary>
    public string Code { get; } = "directory-invalid";
}
