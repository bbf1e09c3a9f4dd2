using System.Diagnostics;

namespace YiyuanSafety.Host.Office;

/// <summary>One run of LibreOffice over the files of a folder, under a profile of its own, so that runs do not disturb each other.</summary>
/// <param name="program">The program.</param>
/// <param name="folder">A folder of this run alone; results go to its sub-folder <c>out</c>.</param>
internal sealed class OfficeRun(string program, string folder)
{
    /// <summary>Where the results are.</summary>
    public string Results => Path.Combine(folder, "out");

    /// <summary>Converts files.</summary>
    /// <param name="format">What to make of them, such as pdf.</param>
    /// <param name="files">Names in the folder, in the order they are to be converted.</param>
    /// <param name="patience">How long one file may take before the run is given up.</param>
    /// <param name="began">Called with a file's name when its conversion begins.</param>
    /// <param name="cancellation">Stops the program and all it started.</param>
    /// <returns>Whether the program ended by itself: then every file whose result is missing could not be converted.</returns>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public bool Convert(string format, IReadOnlyList<string> files, TimeSpan patience, Action<string> began, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add($"-env:UserInstallation={new Uri(Path.Combine(folder, "profile")).AbsoluteUri}");
        foreach (var argument in new[] { "--headless", "--norestore", "--nolockcheck", "--convert-to", format, "--outdir", Results })
            start.ArgumentList.Add(argument);
        foreach (var file in files)
            start.ArgumentList.Add(file);

        using var process = Process.Start(start) ?? throw new InvalidOperationException("The operating system started no process.");
        using var signs = new AutoResetEvent(false);
        process.OutputDataReceived += (_, line) => Heard(line.Data);
        process.ErrorDataReceived += (_, line) => Heard(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => signs.Set();
        try
        {
            // A line is a sign of life: the program writes one when it turns to the next file.
            while (!process.HasExited)
            {
                var woken = WaitHandle.WaitAny([signs, cancellation.WaitHandle], patience);
                cancellation.ThrowIfCancellationRequested();
                if (woken == WaitHandle.WaitTimeout)
                    return false;
            }

            process.WaitForExit();
            return process.ExitCode == 0;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(true);
                process.WaitForExit();
            }
        }

        void Heard(string? line)
        {
            if (line is null)
                return;
            if (files.FirstOrDefault(file => line.StartsWith("convert ", StringComparison.Ordinal) && line.Contains(file + " ->", StringComparison.Ordinal)) is { } file)
                began(file);
            signs.Set();
        }
    }
}
