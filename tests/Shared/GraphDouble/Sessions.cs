using System.Collections.Concurrent;

namespace YiyuanSafety.Tests.Graph;

/// <summary>Where a file is put: a file that lies there, or a free name in a folder.</summary>
/// <param name="Parent">The folder.</param>
/// <param name="Name">The name in it.</param>
/// <param name="Known">The file that was named by its id; null where the name says it.</param>
internal sealed record Slot(Node Parent, string Name, Node? Known)
{
    /// <summary>What lies there now.</summary>
    public Node? Found => Known ?? Parent.Children.GetValueOrDefault(Name);
}

/// <summary>How a file is put.</summary>
/// <param name="Slot">Where.</param>
/// <param name="Conflict">fail, replace or rename where the name is taken.</param>
/// <param name="Precondition">What must lie there.</param>
internal sealed record Deposit(Slot Slot, string Conflict, Precondition Precondition)
{
    /// <summary>Refuses what cannot be put. Under the shelf's lock.</summary>
    public void Check(Shelf shelf)
    {
        if (Slot.Parent.IsDeleted || Slot.Known is { IsDeleted: true })
            throw GraphError.NotFound();
        var found = Slot.Found;
        Precondition.Check(found);
        if (found is not null && Conflict == "fail")
            throw GraphError.NameTaken();
        if (found is { IsFolder: true } && Conflict == "replace")
            throw GraphError.NameTaken();
        if (found is { IsLocked: true } && Conflict == "replace")
            throw GraphError.Locked();
        shelf.NeedRoom(0, null);
    }

    /// <summary>Puts a content. Under the shelf's lock.</summary>
    public (Node Node, bool IsNew) Commit(Shelf shelf, Blob content)
    {
        Check(shelf);
        var found = Slot.Found;
        var isNew = found is null || Conflict == "rename";
        shelf.NeedRoom(content.Length, isNew ? null : found);
        var node = isNew ? shelf.Add(Slot.Parent, found is null ? Slot.Name : Shelf.FreeName(Slot.Parent, Slot.Name), isFolder: false) : found!;
        shelf.SetContent(node, content);
        return (node, isNew);
    }
}

/// <summary>An upload in fragments. Read and changed under the shelf's lock.</summary>
internal sealed class Session(Shelf shelf, Deposit deposit, long? fileSize, bool keepsBytes)
{
    private readonly List<byte[]> _fragments = [];
    private QuickXorRing _ring = new();

    public string Id { get; } = Guid.NewGuid().ToString("N");

    public Shelf Shelf { get; } = shelf;

    public Deposit Deposit { get; } = deposit;

    /// <summary>The size of the whole; null while nobody said it.</summary>
    public long? Total { get; set; } = fileSize;

    public bool KeepsBytes { get; } = keepsBytes;

    public DateTimeOffset Expires { get; set; }

    public long Received => _ring.Length;

    /// <summary>Whether it was finished, deleted or forgotten.</summary>
    public bool IsGone { get; set; }

    /// <summary>The hash to go on with.</summary>
    public QuickXorRing Ring() => _ring.Copy();

    public void Add(byte[]? fragment, QuickXorRing ring)
    {
        if (fragment is not null)
            _fragments.Add(fragment);
        _ring = ring;
    }

    public Blob Content()
    {
        if (!KeepsBytes)
            return new Blob(null, Received, _ring.Hash());
        var all = new byte[Received];
        var at = 0;
        foreach (var fragment in _fragments)
        {
            fragment.CopyTo(all, at);
            at += fragment.Length;
        }

        return new Blob(all, Received, _ring.Hash());
    }
}

/// <summary>The upload sessions of all libraries.</summary>
internal sealed class Sessions(GraphDoubleOptions options, Journal journal)
{
    private readonly ConcurrentDictionary<string, Session> _all = new(StringComparer.Ordinal);

    public int Open(Shelf? shelf = null) => _all.Values.Count(session => (shelf is null || session.Shelf == shelf) && IsAlive(session));

    public void Begin(Session session)
    {
        Prolong(session);
        _all[session.Id] = session;
        journal.Opened(Open());
    }

    public void Prolong(Session session) => session.Expires = options.Time.GetUtcNow() + options.SessionLifetime;

    public Session Need(string id) => _all.TryGetValue(id, out var session) && IsAlive(session) ? session : throw GraphError.NoSession();

    public void Forget(string id)
    {
        if (_all.TryRemove(id, out var session))
            session.IsGone = true;
    }

    private bool IsAlive(Session session) => !session.IsGone && options.Time.GetUtcNow() < session.Expires;
}
