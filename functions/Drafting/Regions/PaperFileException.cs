namespace YiyuanSafety.Drafting.Regions;

/// <summary>A paper that cannot be brought up to date. The message is a Chinese sentence: what is wrong, what to do.</summary>
public sealed class PaperFileException(string code, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Stable code of the error, one of <see cref="PaperFileCodes"/>.</summary>
    public string Code { get; } = code;
}

/// <summary>Codes of <see cref="PaperFileException"/>.</summary>
public static class PaperFileCodes
{
    /// <summary>No .docx, or a damaged one.</summary>
    public const string NotWord = "paper-not-word";

    /// <summary>Larger than any paper.</summary>
    public const string TooLarge = "paper-too-large";

    /// <summary>Not made by this program, or its record was taken away.</summary>
    public const string NoRecord = "paper-without-record";

    /// <summary>The record cannot be read.</summary>
    public const string RecordDamaged = "paper-record-damaged";

    /// <summary>Made from a template with what cannot be put into another document.</summary>
    public const string Bound = "paper-bound";

    /// <summary>It is not known from which tasks it is to be brought up to date.</summary>
    public const string NoPlan = "paper-without-plan";

    /// <summary>The tasks belong to another year's work points.</summary>
    public const string OtherYear = "paper-other-year";
}
