namespace YiyuanSafety.Tests.Graph;

/// <summary>What is known of a file without its bytes.</summary>
/// <param name="Length">Its size.</param>
/// <param name="QuickXorHash">Its hash, by the double's own counting.</param>
/// <param name="ETag">Changes with everything.</param>
/// <param name="CTag">Changes with the content.</param>
public sealed record FileFacts(long Length, string QuickXorHash, string ETag, string CTag);

/// <summary>What lies in a library, and what other people do to it. Paths are below its root with / between names, in any letter case.</summary>
public sealed class LibraryState
{
    private readonly Shelf _shelf;
    private readonly Sessions _sessions;
    private readonly GraphDoubleOptions _options;

    internal LibraryState(Shelf shelf, Sessions sessions, GraphDoubleOptions options) => (_shelf, _sessions, _options) = (shelf, sessions, options);

    /// <summary>Upload sessions that were opened and neither finished nor deleted, and have not expired.</summary>
    public int EmptySessions => _sessions.Open(_shelf);

    /// <summary>All files with their bytes as they lie there now (none for a content that was not kept).</summary>
    public IReadOnlyDictionary<string, byte[]> Files() =>
        Select(static node => !node.IsFolder, static node => node.Content?.Bytes ?? []);

    /// <summary>All files with what is known of them.</summary>
    public IReadOnlyDictionary<string, FileFacts> Facts() =>
        Select(static node => !node.IsFolder, static node => new FileFacts(node.Size, node.Content?.Hash ?? "", node.ETag, node.CTag));

    /// <summary>The paths of all folders in order.</summary>
    public IReadOnlyList<string> Folders() => [.. Select(static node => node.IsFolder && node.Parent is not null, static node => 0).Keys.Order(StringComparer.Ordinal)];

    /// <summary>All contents that ever lay at a path, in order, as the library kept them.</summary>
    public IReadOnlyList<byte[]> Versions(string path)
    {
        lock (_shelf.Gate)
            return _shelf.Contents(path);
    }

    /// <summary>All contents that were ever sent to a path and accepted, in order, before the library did anything to them.</summary>
    public IReadOnlyList<byte[]> Uploads(string path)
    {
        lock (_shelf.Gate)
            return _shelf.Uploads(path);
    }

    /// <summary>The columns of the file at a path that have a value, by the names that people see, as they were sent.</summary>
    public IReadOnlyDictionary<string, string> Columns(string path)
    {
        lock (_shelf.Gate)
        {
            var names = ListColumns.All(_options).ToDictionary(column => column.Internal, column => column.Name);
            return Need(path).Columns.ToDictionary(one => names[one.Key], one => one.Value);
        }
    }

    /// <summary>Somebody writes a file, its folders with it.</summary>
    public void Write(string path, byte[] bytes)
    {
        lock (_shelf.Gate)
        {
            var names = PlaceNames.Split(path);
            var parent = _shelf.MakeFolders(_shelf.Root, names.SkipLast(1));
            var node = parent.Children.TryGetValue(names[^1], out var found) ? found : _shelf.Add(parent, names[^1], isFolder: false);
            _shelf.SetContent(node, Blob.Of(bytes));
        }
    }

    /// <summary>Somebody makes a folder.</summary>
    public void MakeFolder(string path)
    {
        lock (_shelf.Gate)
            _shelf.MakeFolders(_shelf.Root, PlaceNames.Split(path));
    }

    /// <summary>Somebody fills in a column.</summary>
    /// <param name="path">The file.</param>
    /// <param name="column">The name that people see.</param>
    /// <param name="value">Null empties it.</param>
    public void SetColumn(string path, string column, string? value)
    {
        lock (_shelf.Gate)
            _shelf.SetColumns(Need(path), [new(ListColumns.All(_options).Single(one => one.Name == column).Internal, value)]);
    }

    /// <summary>Somebody deletes a file or a folder.</summary>
    public void Delete(string path)
    {
        lock (_shelf.Gate)
            _shelf.Delete(Need(path));
    }

    /// <summary>Somebody moves or renames a file or a folder; the folders of its new place are made.</summary>
    public void Move(string from, string to)
    {
        lock (_shelf.Gate)
        {
            var names = PlaceNames.Split(to);
            _shelf.Move(Need(from), _shelf.MakeFolders(_shelf.Root, names.SkipLast(1)), names[^1]);
        }
    }

    /// <summary>Somebody opens a file for writing: Graph's writes are answered 423.</summary>
    public void Lock(string path) => SetLock(path, true);

    /// <summary>They close it.</summary>
    public void Unlock(string path) => SetLock(path, false);

    private void SetLock(string path, bool locked)
    {
        lock (_shelf.Gate)
            Need(path).IsLocked = locked;
    }

    private Node Need(string path) => Shelf.Find(_shelf.Root, path.Split('/')) ?? throw new FileNotFoundException("Nothing lies there.", path);

    private Dictionary<string, T> Select<T>(Func<Node, bool> which, Func<Node, T> what)
    {
        lock (_shelf.Gate)
            return _shelf.Living.Where(which).ToDictionary(static node => node.Path, what, StringComparer.OrdinalIgnoreCase);
    }
}
