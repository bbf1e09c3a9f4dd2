using System.Runtime.CompilerServices;

namespace YiyuanSafety.WorkPoints.Tests.Fixtures;

/// <summary>Where the committed samples are.</summary>
internal static class Samples
{
    public static string Path(string name, [CallerFilePath] string here = "") =>
        System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here) ?? "", "..", "..", "samples", name);
}
