using Spectre.Console;
using YiyuanSafety.Host.Cli;

namespace YiyuanSafety.Host.Office;

/// <summary>Makes PDFs for a verb: shows the progress, says what failed and which fonts are missing, and stops when a person stops it.</summary>
internal static class PdfMaking
{
    // A document of a hundred pages takes seconds; one that takes so long never ends.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Converts documents.</summary>
    /// <param name="requests">The documents.</param>
    /// <returns>Whether there is a PDF of each.</returns>
    /// <exception cref="OfficeException">There is no LibreOffice.</exception>
    /// <exception cref="OperationCanceledException">A person stopped it.</exception>
    public static bool Run(IReadOnlyList<PdfRequest> requests)
    {
        var program = OfficeProgram.Find() ?? throw OfficeException.NoOffice();
        var fonts = new FontReport();
        var watched = requests.Select(fonts.Watch).ToList();
        using var stop = new Stopping();
        var batch = new PdfBatch(program, Patience);
        IReadOnlyList<string> failed = [];
        if (Screen.IsWatched)
        {
            Screen.Error.Progress().AutoClear(true).Start(context =>
            {
                var progress = context.AddTask("正在生成 PDF", maxValue: watched.Count);
                failed = batch.Convert(watched, _ => progress.Increment(1), stop.Token);
            });
        }
        else
        {
            failed = batch.Convert(watched, static _ => { }, stop.Token);
        }

        foreach (var name in failed)
            Screen.Fail("pdf-failed", $"“{name}”没能转换为 PDF。请在 Word 或 WPS 中打开核对，再另存为 PDF。");
        if (fonts.Sentence is { } sentence)
            Screen.Warn("fonts-missing", sentence);
        return failed.Count == 0;
    }
}
