namespace YiyuanSafety.Filing.Tests.Folder;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class ScratchFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("drive-");

    public string Path => _folder.FullName;

    public string At(string place) => System.IO.Path.Combine(Path, place);

    /// <summary>All files below it, temporary ones included; the drive's lock, which is empty and stays, apart.</summary>
    public IReadOnlyList<string> Files() =>
        [.. Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories).Where(file => System.IO.Path.GetFileName(file) != ".yiyuan-lock").Select(file => System.IO.Path.GetRelativePath(Path, file)).Order(StringComparer.Ordinal)];

    public void Dispose() => _folder.Delete(recursive: true);
}
