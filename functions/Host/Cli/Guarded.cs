using YiyuanSafety.Host.Failures;

namespace YiyuanSafety.Host.Cli;

/// <summary>Runs verbs: what a person can mend becomes a message and an exit code.</summary>
internal static class Guarded
{
    /// <summary>Runs a verb.</summary>
    public static int Run(Func<int> verb)
    {
        try
        {
            return verb();
        }
        catch (OperationCanceledException)
        {
            Screen.Fail("stopped", "已按要求停止。已经写好的文件是完整的，其余的没有生成。");
            return ExitCodes.Stopped;
        }
        catch (Exception e) when (Told.Of(e) is { } told)
        {
            Screen.Fail(told.Code, told.Message);
            return CodeOf(told.Cause);
        }
    }

    /// <summary>Runs a verb that waits for other things.</summary>
    public static int RunAsync(Func<Task<int>> verb) => Run(() => verb().GetAwaiter().GetResult());

    /// <summary>Runs one of several things that do not depend on each other: what goes wrong is told, and the others go on.</summary>
    public static async Task<int> RunOneAsync(Func<Task> act)
    {
        try
        {
            await act();
            return ExitCodes.Done;
        }
        catch (Exception e) when (Told.Of(e) is { } told)
        {
            Screen.Fail(told.Code, told.Message);
            return CodeOf(told.Cause);
        }
    }

    private static int CodeOf(Cause cause) => cause switch
    {
        Cause.UnreadableInput => ExitCodes.UnreadableInput,
        Cause.UnwritableOutput or Cause.OtherSystem or Cause.MissingProgram => ExitCodes.UnwritableOutput,
        _ => ExitCodes.WrongUse,
    };
}
