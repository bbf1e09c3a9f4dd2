namespace YiyuanSafety.Host.Output;

/// <summary>A folder or file that cannot be written. The message is a Chinese sentence: what happened, where, what to do.</summary>
internal sealed class OutputException(string code, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Stable code.</summary>
    public string Code { get; } = code;
}
