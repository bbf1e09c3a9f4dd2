using YiyuanSafety.WorkPoints.Reading;

namespace YiyuanSafety.WorkPoints.Directory;

/// <summary>The county's bodies and groups (单位名录).</summary>
public sealed class BodyDirectory
{
    private readonly Dictionary<string, Body> _byName;
    private readonly Dictionary<string, BodyGroup> _groupsByName;

    /// <summary>Creates a directory.</summary>
    /// <param name="region">The county's name with its level, such as 沂源县; null where it is not known.</param>
    /// <param name="bodies">The bodies in protocol order; full names must differ.</param>
    /// <param name="groups">The collective terms; names must differ.</param>
    public BodyDirectory(string? region, IReadOnlyList<Body> bodies, IReadOnlyList<BodyGroup> groups)
    {
        (Region, Bodies, Groups) = (region, bodies, groups);
        _byName = bodies.ToDictionary(body => body.Name, StringComparer.Ordinal);
        _groupsByName = groups.ToDictionary(group => group.Name, StringComparer.Ordinal);
    }

    /// <summary>A directory that knows no body: every mention is kept as printed.</summary>
    public static BodyDirectory Empty { get; } = new(null, [], []);

    /// <summary>The county's name with its level; null where it is not known.</summary>
    public string? Region { get; }

    /// <summary>The bodies in protocol order (建制顺序).</summary>
    public IReadOnlyList<Body> Bodies { get; }

    /// <summary>The collective terms.</summary>
    public IReadOnlyList<BodyGroup> Groups { get; }

    /// <summary>The body of that full name, or null.</summary>
    public Body? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>
    /// The members of the group with that canonical name, in protocol order, <see cref="BodyGroup.SameAs"/> followed;
    /// empty where nobody knows them.
    /// </summary>
    public IReadOnlyList<Body> MembersOf(string group)
    {
        var name = group;
        for (var hops = 0; hops < 8; hops++)
        {
            if (_groupsByName.GetValueOrDefault(name)?.SameAs is not { } next)
                break;
            name = next;
        }

        return [.. Bodies.Where(body => body.Groups.Contains(name, StringComparer.Ordinal))];
    }

    /// <summary>Whether a document belongs to this directory's county: its place name stands somewhere in the text.</summary>
    public bool AppliesTo(SourceDocument source)
    {
        if (Region is not { Length: > 1 } region)
            return false;
        var place = region.Length > 2 ? region[..^1] : region;
        return source.Blocks.Any(block => block.Text.Contains(place, StringComparison.Ordinal));
    }

    /// <summary>The bodies that a document's tasks name, in order of first mention, for counties without a directory.</summary>
    public static BodyDirectory FromDocument(WorkPointsDocument document) => new(
        null,
        [.. document.Tasks.SelectMany(task => task.Parties).Where(party => party.Kind == BodyKind.Department).Select(party => party.Canonical).Distinct().Select(name => new Body(name))],
        []);

    /// <summary>Reads a directory file (see <c>templates/directory.schema.json</c>).</summary>
    /// <exception cref="DirectoryException">The file is no directory; the message says what is wrong where.</exception>
    public static BodyDirectory Load(Stream json) => DirectoryFile.Load(json);
}
