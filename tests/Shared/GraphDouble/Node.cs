namespace YiyuanSafety.Tests.Graph;

/// <summary>A content.</summary>
/// <param name="Bytes">The bytes; null where they were not kept.</param>
/// <param name="Length">Its length.</param>
/// <param name="Hash">Its QuickXorHash.</param>
internal sealed record Blob(byte[]? Bytes, long Length, string Hash)
{
    public static Blob Of(byte[] bytes) => new(bytes, bytes.Length, QuickXorRing.Of(bytes));
}

/// <summary>A file or a folder of a library. Only its <see cref="Shelf"/> changes it, under the shelf's lock.</summary>
internal sealed class Node(string name, Node? parent, bool isFolder, int listId, DateTimeOffset created)
{
    private readonly string _guid = Guid.NewGuid().ToString().ToUpperInvariant();

    public string Id { get; } = "01" + Guid.NewGuid().ToString("N").ToUpperInvariant();

    public int ListId { get; } = listId;

    public string Name { get; set; } = name;

    public Node? Parent { get; set; } = parent;

    public bool IsFolder { get; } = isFolder;

    public bool IsDeleted { get; set; }

    public bool IsLocked { get; set; }

    public DateTimeOffset Created { get; } = created;

    public DateTimeOffset Modified { get; set; } = created;

    /// <summary>Of a file its own, of a folder all that lies in it.</summary>
    public long Size { get; set; }

    public Blob? Content { get; set; }

    /// <summary>All contents, the newest last.</summary>
    public List<(Blob Content, DateTimeOffset At)> Versions { get; } = [];

    /// <summary>Values of columns by internal name.</summary>
    public Dictionary<string, string> Columns { get; } = new(StringComparer.Ordinal);

    /// <summary>Links by type and scope.</summary>
    public Dictionary<string, string> Links { get; } = [];

    public Dictionary<string, Node> Children { get; } = new(StringComparer.OrdinalIgnoreCase);

    public int Revision { get; set; } = 1;

    public int ContentRevision { get; set; } = 1;

    /// <summary>Where its last change stands in the order of all changes.</summary>
    public int Change { get; set; }

    public string ETag => $"\"{{{_guid}}},{Revision}\"";

    public string CTag => $"\"c:{{{_guid}}},{ContentRevision}\"";

    /// <summary>The path below the root; empty for the root.</summary>
    public string Path => Parent is null ? "" : Parent.Parent is null ? Name : $"{Parent.Path}/{Name}";

    public bool LiesIn(Node folder)
    {
        for (var at = this; at is not null; at = at.Parent)
        {
            if (at == folder)
                return true;
        }

        return false;
    }
}
