using System.Security.Cryptography;

namespace YiyuanSafety.Host.Output;

/// <summary>
/// The folder a run writes to. Each file is written under a temporary name and renamed, so that none is ever half there.
/// The folder remembers what runs made: a later run replaces or removes exactly those files, and only where nobody changed them since.
/// </summary>
internal sealed class OutputFolder
{
    private readonly DirectoryInfo _folder;
    private readonly OutputManifest _before;
    private readonly Dictionary<string, string> _made = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lock _lock = new();

    private OutputFolder(DirectoryInfo folder, OutputManifest before) => (_folder, _before) = (folder, before);

    /// <summary>Files that were put beside another because a person's file has their name: wanted name and name taken.</summary>
    public List<(string Wanted, string Taken)> Moved { get; } = [];

    /// <summary>How many files the run wrote.</summary>
    public int Count => _made.Count;

    /// <summary>Opens or makes the folder.</summary>
    /// <exception cref="OutputException">It cannot be made or written to.</exception>
    public static OutputFolder Open(DirectoryInfo folder) => Guarded(folder.FullName, () =>
    {
        if (File.Exists(folder.FullName))
            throw new OutputException("output-is-file", $"“{folder.FullName}”是一个文件，不能作为输出文件夹。请用 --out 指定另一个文件夹。");
        folder.Create();
        return new OutputFolder(folder, OutputManifest.Read(folder));
    });

    /// <summary>Writes a file below the folder; may be called from several threads.</summary>
    /// <param name="path">Path below the folder, with / between names.</param>
    /// <param name="write">Writes the content.</param>
    public void Write(string path, Action<Stream> write)
    {
        using var content = new MemoryStream();
        write(content);
        var hash = Convert.ToHexString(SHA256.HashData(content.GetBuffer().AsSpan(0, (int)content.Length)));
        Guarded(path, () =>
        {
            var target = Claim(path, hash);
            if (target is null)
                return 0;
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(target) ?? _folder.FullName);
            WholeFile.Write(target, file =>
            {
                content.Position = 0;
                content.CopyTo(file);
            });
            return 0;
        });
    }

    /// <summary>Removes what earlier runs made and this one did not, and remembers what this one made.</summary>
    public void Finish() => Guarded(_folder.FullName, () =>
    {
        foreach (var (path, hash) in _before.Files)
        {
            if (_made.ContainsKey(path) || !OutputManifest.IsInside(path))
                continue;
            var file = new FileInfo(Path.Combine(_folder.FullName, path));
            if (file.Exists && HashOf(file) == hash)
            {
                file.Delete();
                if (file.Directory is { } parent && parent.FullName != _folder.FullName && !parent.EnumerateFileSystemInfos().Any())
                    parent.Delete();
            }
        }

        new OutputManifest(_made).Write(_folder);
        return 0;
    });

    /// <summary>The full path to write to; null where the very same content stands there already.</summary>
    private string? Claim(string path, string hash)
    {
        lock (_lock)
        {
            var name = path;
            for (var again = 2; ; again++)
            {
                var file = new FileInfo(Path.Combine(_folder.FullName, name));
                var existing = file.Exists ? HashOf(file) : null;
                var ours = existing is null || existing == hash || (_before.Files.TryGetValue(name, out var known) && known == existing);
                if (ours && !_made.ContainsKey(name))
                {
                    _made[name] = hash;
                    if (name != path)
                        Moved.Add((path, name));
                    return existing == hash ? null : file.FullName;
                }

                name = Path.ChangeExtension(path, null) + FormattableString.Invariant($" ({again})") + Path.GetExtension(path);
            }
        }
    }

    private static string HashOf(FileInfo file)
    {
        using var stream = file.OpenRead();
        return Convert.ToHexString(SHA256.HashData(stream));
    }

    /// <summary>Does something with files; what goes wrong becomes a sentence.</summary>
    /// <exception cref="OutputException">It went wrong.</exception>
    public static T Guarded<T>(string what, Func<T> act)
    {
        try
        {
            return act();
        }
        catch (UnauthorizedAccessException e)
        {
            throw new OutputException("output-denied", $"“{what}”没有写入权限。请用 --out 换一个文件夹，或请管理员授权。", e);
        }
        catch (IOException e)
        {
            throw new OutputException("output-failed", $"“{what}”写入失败，可能是磁盘已满、路径过长，或文件正在 Word、Excel 中打开。请处理后重试。", e);
        }
    }
}
