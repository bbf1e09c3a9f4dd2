using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.Drafting.Regions;
using YiyuanSafety.Drafting.Templating;
using YiyuanSafety.Host.Access;
using YiyuanSafety.Host.Office;
using YiyuanSafety.Host.Output;
using YiyuanSafety.Ledger;
using YiyuanSafety.WorkPoints;
using YiyuanSafety.WorkPoints.Directory;
using YiyuanSafety.WorkPoints.Reading;

namespace YiyuanSafety.Host.Cli;

/// <summary>Turns the errors that a person can mend into messages and exit codes; all others are faults of the program and stay visible.</summary>
internal static class Failures
{
    /// <summary>Runs a verb.</summary>
    public static int Guard(Func<int> run) => GuardAsync(() => Task.FromResult(run())).GetAwaiter().GetResult();

    /// <summary>Runs a verb that waits for a store or a network.</summary>
    public static async Task<int> GuardAsync(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (UnreadableSourceException e)
        {
            return Fail(ExitCodes.UnreadableInput, e.Code, e.Message);
        }
        catch (PaperFileException e)
        {
            return Fail(ExitCodes.UnreadableInput, e.Code, e.Message);
        }
        catch (TasksFileException e)
        {
            return Fail(ExitCodes.UnreadableInput, e.Code, e.Message);
        }
        catch (DirectoryException e)
        {
            return Fail(ExitCodes.WrongUse, e.Code, e.Message);
        }
        catch (ProfileException e)
        {
            return Fail(ExitCodes.WrongUse, e.Code, e.Message);
        }
        catch (UnknownTaskException e)
        {
            return Fail(ExitCodes.WrongUse, "task-unknown", e.Message);
        }
        catch (OrderException e)
        {
            return Fail(ExitCodes.WrongUse, e.Code, e.Message);
        }
        catch (TemplateException e)
        {
            return Fail(ExitCodes.WrongUse, e.Code, e.Message);
        }
        catch (OfficeException e)
        {
            return Fail(ExitCodes.UnwritableOutput, e.Code, e.Message);
        }
        catch (OperationCanceledException)
        {
            return Fail(ExitCodes.Stopped, "stopped", "已按要求停止。已经写好的文件是完整的，其余的没有生成。");
        }
        catch (AccessSettingsException e)
        {
            return Fail(ExitCodes.WrongUse, e.Code, e.Message);
        }
        catch (LedgerException e)
        {
            return Fail(ExitCodes.WrongUse, e.Code, e.Message);
        }
        catch (OutputException e)
        {
            return Fail(ExitCodes.UnwritableOutput, e.Code, e.Message);
        }
    }

    private static int Fail(int exitCode, string code, string message)
    {
        Screen.Fail(code, message);
        return exitCode;
    }
}
