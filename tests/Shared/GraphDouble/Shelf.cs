namespace YiyuanSafety.Tests.Graph;

/// <summary>
/// A library: its tree of folders and files. Whoever reads or changes it holds <see cref="Gate"/>, which the same thread may take again.
/// </summary>
internal sealed class Shelf
{
    private readonly GraphDoubleOptions _options;
    private readonly Dictionary<string, Node> _byId = [];
    private readonly List<Node?> _changes = [null];
    private readonly Dictionary<string, List<byte[]>> _contents = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<byte[]>> _uploads = new(StringComparer.OrdinalIgnoreCase);

    public Shelf(string name, string urlName, GraphDoubleOptions options)
    {
        _options = options;
        Name = name;
        UrlName = urlName;
        Root = new Node("root", null, true, 0, options.Time.GetUtcNow());
        _byId[Root.Id] = Root;
        Touch(Root);
    }

    public Lock Gate { get; } = new();

    public string DriveId { get; } = "b!" + Guid.NewGuid().ToString("N") + Guid.NewGuid().ToString("N");

    public string Name { get; }

    /// <summary>Its folder in the addresses that people see.</summary>
    public string UrlName { get; }

    public Node Root { get; }

    /// <summary>All changes in order; null where a later one of the same item took over.</summary>
    public IReadOnlyList<Node?> Changes => _changes;

    public IEnumerable<Node> Living => _byId.Values.Where(node => !node.IsDeleted);

    public IReadOnlyList<byte[]> Contents(string path) => _contents.TryGetValue(path, out var all) ? [.. all] : [];

    public IReadOnlyList<byte[]> Uploads(string path) => _uploads.TryGetValue(path, out var all) ? [.. all] : [];

    public Node? ById(string id) => _byId.TryGetValue(id, out var node) && !node.IsDeleted ? node : null;

    /// <summary>What lies at a place; null for nothing.</summary>
    public static Node? Find(Node from, IEnumerable<string> names)
    {
        var at = from;
        foreach (var name in names)
        {
            if (!at.Children.TryGetValue(name, out var next))
                return null;
            at = next;
        }

        return at;
    }

    /// <summary>The folder at a place, made where there is none.</summary>
    public Node MakeFolders(Node from, IEnumerable<string> names)
    {
        var at = from;
        foreach (var name in names)
            at = at.Children.TryGetValue(name, out var next) ? next : Add(at, name, isFolder: true);
        return at;
    }

    public Node Add(Node parent, string name, bool isFolder)
    {
        if (!parent.IsFolder)
            throw GraphError.Invalid("The parent is not a folder.");
        var node = new Node(name, parent, isFolder, _byId.Count, _options.Time.GetUtcNow());
        parent.Children.Add(name, node);
        _byId[node.Id] = node;
        Touch(node);
        return node;
    }

    /// <summary>Refuses a content that does not fit any more.</summary>
    public void NeedRoom(long length, Node? instead)
    {
        if (Root.Size - (instead?.Size ?? 0) + length > _options.Quota)
            throw GraphError.Full();
    }

    /// <summary>Gives a file a content, and the library its way with it.</summary>
    /// <param name="node">The file.</param>
    /// <param name="content">What was sent.</param>
    public void SetContent(Node node, Blob content)
    {
        Keep(_uploads, node.Path, content);
        Store(node, Promoted(node, content));
    }

    /// <summary>Changes values of columns; null takes one away.</summary>
    public void SetColumns(Node node, IEnumerable<KeyValuePair<string, string?>> values)
    {
        foreach (var (name, value) in values)
        {
            if (value is null)
                node.Columns.Remove(name);
            else
                node.Columns[name] = value;
        }

        if (node.Content is { } content && Promoted(node, content) is var promoted && promoted != content)
            Store(node, promoted);
        else
            Changed(node);
    }

    public void Delete(Node node)
    {
        if (node == Root)
            throw GraphError.Invalid("The root cannot be deleted.");
        Grow(node.Parent, -node.Size);
        node.Parent!.Children.Remove(node.Name);
        Bury(node);
    }

    public void Move(Node node, Node parent, string name)
    {
        if (node == Root || !parent.IsFolder || parent.LiesIn(node))
            throw GraphError.Invalid("The item cannot be moved there.");
        node.Parent!.Children.Remove(node.Name);
        Grow(node.Parent, -node.Size);
        (node.Parent, node.Name) = (parent, name);
        parent.Children.Add(name, node);
        Grow(parent, node.Size);
        if (node.Content is { } content)
            Keep(_contents, node.Path, content);
        Changed(node);
    }

    /// <summary>A free name after one that is taken.</summary>
    public static string FreeName(Node parent, string name)
    {
        for (var i = 1; ; i++)
        {
            var free = $"{Path.GetFileNameWithoutExtension(name)} {i}{Path.GetExtension(name)}";
            if (!parent.Children.ContainsKey(free))
                return free;
        }
    }

    private Blob Promoted(Node node, Blob content)
    {
        if (!_options.PromotesProperties || !Promotion.Concerns(node.Name) || content.Bytes is not { } bytes)
            return content;
        var promoted = Promotion.Promote(bytes, node.Columns, "0x010100" + Guid.NewGuid().ToString("N").ToUpperInvariant());
        return promoted == bytes ? content : Blob.Of(promoted);
    }

    private void Store(Node node, Blob content)
    {
        if (node.Content is not null)
            node.ContentRevision++;
        Grow(node, content.Length - node.Size);
        node.Content = content;
        node.Versions.Add((content, _options.Time.GetUtcNow()));
        Keep(_contents, node.Path, content);
        Changed(node);
    }

    private void Changed(Node node)
    {
        node.Revision++;
        node.Modified = _options.Time.GetUtcNow();
        Touch(node);
    }

    private void Touch(Node node)
    {
        _changes[node.Change] = null;
        node.Change = _changes.Count;
        _changes.Add(node);
    }

    private void Bury(Node node)
    {
        foreach (var child in node.Children.Values)
            Bury(child);
        node.IsDeleted = true;
        Touch(node);
    }

    private static void Grow(Node? from, long by)
    {
        for (var at = from; at is not null; at = at.Parent)
            at.Size += by;
    }

    private static void Keep(Dictionary<string, List<byte[]>> all, string path, Blob content)
    {
        if (!all.TryGetValue(path, out var list))
            all[path] = list = [];
        list.Add(content.Bytes ?? []);
    }
}
