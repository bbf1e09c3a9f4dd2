namespace YiyuanSafety.Host.Cli;

/// <summary>What the process tells its caller.</summary>
internal static class ExitCodes
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Done, but under --strict there are findings of severity error or warning about responsibilities; or a checked paper breaks a rule of the standard.</summary>
    public const int FindingsUnderStrict = 1;

    /// <summary>Wrong use: options, names of tasks, settings files.</summary>
    public const int WrongUse = 2;

    /// <summary>The input cannot be read, or there is nothing in it to draft from.</summary>
    public const int UnreadableInput = 3;

    /// <summary>A person stopped it; as shells have it.</summary>
    public const int Stopped = 130;

    /// <summary>The output cannot be written, or not all of it.</summary>
    public const int UnwritableOutput = 4;
}
