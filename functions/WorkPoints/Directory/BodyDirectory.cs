namespace YiyuanSafety.WorkPoints.Directory;

/// <summary>The county's bodies and groups (单位名录).</summary>
public sealed class BodyDirectory
{
    /// <summary>A directory that knows no body: every mention is kept as printed.</summary>
    public static BodyDirectory Empty { get; } = new([], []);

    /// <summary>Creates a directory.</summary>
    public BodyDirectory(IReadOnlyList<Body> bodies, IReadOnlyList<BodyGroup> groups) => (Bodies, Groups) = (bodies, groups);

    /// <summary>The bodies in protocol order (建制顺序).</summary>
    public IReadOnlyList<Body> Bodies { get; }

    /// <summary>The collective terms.</summary>
    public IReadOnlyList<BodyGroup> Groups { get; }

    /// <summary>The body of that full name, or null.</summary>
    public Body? Find(string name) => Bodies.FirstOrDefault(body => body.Name == name);

    /// <summary>The members of the group with that canonical name, in protocol order; empty where nobody knows them.</summary>
    public IReadOnlyList<Body> MembersOf(string group) => [.. Bodies.Where(body => body.Groups.Contains(group))];

    /// <summary>Reads a directory file (see <c>templates/directory.schema.json</c>).</summary>
    /// <exception cref="DirectoryException">The file is no directory; the message says what is wrong where.</exception>
    public static BodyDirectory Load(Stream json) => throw new NotSupportedException();
}
