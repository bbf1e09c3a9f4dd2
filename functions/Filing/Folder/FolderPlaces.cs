using YiyuanSafety.Filing.Drives;

namespace YiyuanSafety.Filing.Folder;

/// <summary>Finds places below a folder. A name is the same name in capital and small letters, whatever the file system thinks of it.</summary>
internal static class FolderPlaces
{
    private static readonly EnumerationOptions AnyCase = new() { MatchCasing = MatchCasing.CaseInsensitive, MatchType = MatchType.Simple, AttributesToSkip = 0 };

    /// <summary>The full path of the file at a place; null for none.</summary>
    /// <exception cref="DriveException">A folder lies there, or the place leads out of the root.</exception>
    public static string? Find(string root, string place)
    {
        var names = PlaceNames.Of(place);
        if (names.Length == 0 || FindFolder(root, names.AsSpan(0, names.Length - 1)) is not { } folder || Entry(folder, names[^1]) is not { } path)
            return null;
        return Directory.Exists(path)
            ? throw new DriveException(DriveCodes.Invalid, $"归档位置“{place}”是一个文件夹，不能写成文件。请修改归档路径的格式，或把这个文件夹改名。")
            : path;
    }

    /// <summary>Makes a folder below the root with all that it lies in, and gives its full path as the disk spells it.</summary>
    public static string MakeFolder(string root, string folder)
    {
        Exists(root);
        var path = root;
        foreach (var name in PlaceNames.Of(folder))
            path = Entry(path, name) ?? Directory.CreateDirectory(Path.Combine(path, name)).FullName;
        return path;
    }

    /// <summary>The full path of a folder, given the names that lead to it; null for none.</summary>
    public static string? FindFolder(string root, ReadOnlySpan<string> names)
    {
        Exists(root);
        var path = root;
        foreach (var name in names)
        {
            if (Entry(path, name) is not { } next || !Directory.Exists(next))
                return null;
            path = next;
        }

        return path;
    }

    /// <summary>The names of the folders in a folder, sorted.</summary>
    public static IReadOnlyList<string> Folders(string root, string folder) => FindFolder(root, PlaceNames.Of(folder)) is { } path
        ? [.. Directory.EnumerateDirectories(path).Select(found => Path.GetFileName(found)).Order(StringComparer.Ordinal)]
        : [];

    // The name as it is, which needs no list; else another spelling of it.
    private static string? Entry(string folder, string name)
    {
        var exact = Path.Combine(folder, name);
        return Path.Exists(exact) ? exact : Directory.EnumerateFileSystemEntries(folder, name, AnyCase).Order(StringComparer.Ordinal).FirstOrDefault();
    }

    private static void Exists(string root)
    {
        if (!Directory.Exists(root))
            throw new DirectoryNotFoundException(root);
    }
}
