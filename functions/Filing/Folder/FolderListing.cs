using YiyuanSafety.Filing.Drives;

namespace YiyuanSafety.Filing.Folder;

/// <summary>Lists a folder with all below it, without what the program left over.</summary>
internal static class FolderListing
{
    // A link may lead anywhere, back to the folder that it lies in too.
    private static readonly EnumerationOptions NoLinks = new() { AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false };

    /// <summary>Lists it; a folder that the program may not look into is told, and the others are listed.</summary>
    /// <param name="root">The drive's root.</param>
    /// <param name="folder">The folder; empty for the root.</param>
    /// <param name="cancellation">Stops.</param>
    public static DriveListing Of(string root, string folder, CancellationToken cancellation)
    {
        var (files, unreadable) = (new List<string>(), new List<string>());
        if (FolderPlaces.FindFolder(root, PlaceNames.Of(folder)) is not { } begin)
            return new DriveListing([], []);
        var waiting = new Stack<string>([begin]);
        while (waiting.TryPop(out var path))
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                foreach (var entry in new DirectoryInfo(path).EnumerateFileSystemInfos("*", NoLinks))
                {
                    if (entry is DirectoryInfo)
                        waiting.Push(entry.FullName);
                    else if (!LeftOver.Is(entry.Name) && !FolderLock.Is(entry.Name))
                        files.Add(Place(root, entry.FullName));
                }
            }
            catch (UnauthorizedAccessException)
            {
                unreadable.Add(Place(root, path));
            }
            catch (DirectoryNotFoundException) when (path != begin)
            {
                // Somebody removed it meanwhile.
            }
        }

        return new DriveListing([.. files.Order(StringComparer.Ordinal)], [.. unreadable.Order(StringComparer.Ordinal)]);
    }

    private static string Place(string root, string path) => Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/');
}
