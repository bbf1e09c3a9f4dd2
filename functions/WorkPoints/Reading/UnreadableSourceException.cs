namespace YiyuanSafety.WorkPoints.Reading;

/// <summary>A source that cannot be read. The message is a Chinese sentence: what happened, where, what to do.</summary>
public sealed class UnreadableSourceException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="code">Stable code, such as <c>source-empty</c>; see <see cref="SourceErrors"/>.</param>
    /// <param name="message">What a person reads.</param>
    /// <param name="inner">The technical cause, if any.</param>
    public UnreadableSourceException(string code, string message, Exception? inner = null)
        : base(message, inner) => Code = code;

    /// <summary>Stable code of the error.</summary>
    public string Code { get; }
}

/// <summary>The stable codes of <see cref="UnreadableSourceException"/>.</summary>
public static class SourceErrors
{
    /// <summary>The file has no content.</summary>
    public const string Empty = "source-empty";

    /// <summary>The format is not one that can be read.</summary>
    public const string UnknownFormat = "source-unknown-format";

    /// <summary>The file is damaged or cut off.</summary>
    public const string Damaged = "source-damaged";

    /// <summary>The file is protected by a password.</summary>
    public const string Encrypted = "source-encrypted";

    /// <summary>The file exceeds one of the <see cref="ReadingLimits"/>.</summary>
    public const string TooBig = "source-too-big";

    /// <summary>The file holds XML with a document type definition.</summary>
    public const string UnsafeXml = "source-unsafe-xml";

    /// <summary>The pages are pictures without a text layer.</summary>
    public const string Scanned = "source-scanned";

    /// <summary>The format must first be converted, and no converter is at hand.</summary>
    public const string NeedsConversion = "source-needs-conversion";

    /// <summary>The file does not exist or cannot be opened.</summary>
    public const string NotFound = "source-not-found";
}
