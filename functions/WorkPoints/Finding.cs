namespace YiyuanSafety.WorkPoints;

/// <summary>Something a person should know or check (问题提示).</summary>
/// <param name="Code">Stable code; see <see cref="FindingCodes"/>.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">A Chinese sentence: what, and what to do.</param>
/// <param name="Location">Where in the source, in words, such as 第12段.</param>
public sealed record Finding(string Code, Severity Severity, string Message, string Location)
{
    /// <summary>The source text concerned, as printed; empty where there is none.</summary>
    public string Source { get; init; } = "";

    /// <summary>The task concerned, or null.</summary>
    public string? Task { get; init; }

    /// <summary>The name that is in doubt, exactly as printed; null where the finding is not about a name.</summary>
    public string? Mention { get; init; }
}

/// <summary>How much a finding matters.</summary>
public enum Severity
{
    /// <summary>Good to know.</summary>
    Info,

    /// <summary>A person should look.</summary>
    Warning,

    /// <summary>The result is wrong or incomplete until a person has acted.</summary>
    Error,
}
