using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;

namespace YiyuanSafety.EndToEnd;

/// <summary>The real executable, run as a process.</summary>
internal static class Executable
{
    public static string Root { get; } = FindRoot();

    /// <summary>The published program where YIYUAN_TEST_PROGRAM names its folder, as the one test command does; otherwise what was built beside the tests.</summary>
    private static string Program { get; } = Path.Combine(Environment.GetEnvironmentVariable("YIYUAN_TEST_PROGRAM") is { Length: > 0 } folder ? folder : AppContext.BaseDirectory, "yiyuan-safety.dll");

    public static string Sample(string name) => Path.Combine(Root, "tests", "samples", name);

    public static Outcome Run(params string[] arguments) => RunWith(static _ => { }, arguments);

    public static Outcome RunWith(Action<ProcessStartInfo> prepare, params string[] arguments)
    {
        using var process = Start(prepare, arguments);
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Outcome(process.ExitCode, output, errors.GetAwaiter().GetResult());
    }

    public static Process Start(Action<ProcessStartInfo> prepare, params string[] arguments)
    {
        var start = new ProcessStartInfo(Dotnet())
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(Program);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        prepare(start);
        return Process.Start(start) ?? throw new InvalidOperationException("dotnet does not start");
    }

    // The full path, since a test may take the PATH away.
    private static string Dotnet() =>
        Environment.ProcessPath is { } self && Path.GetFileNameWithoutExtension(self) == "dotnet"
            ? self
            : Path.GetFullPath(Path.Combine(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));

    private static string FindRoot([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here) ?? "", "..", ".."));
}

/// <summary>What a process said.</summary>
internal sealed record Outcome(int Code, string Output, string Errors);

/// <summary>A folder that is gone after the test.</summary>
internal sealed class Scratch : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("yiyuan-e2e-");

    public string Path(string name) => System.IO.Path.Combine(_folder.FullName, name);

    public string Write(string name, byte[] content)
    {
        File.WriteAllBytes(Path(name), content);
        return Path(name);
    }

    public void Dispose() => _folder.Delete(true);
}
