namespace YiyuanSafety.Ledger.Access;

/// <summary>What a caller may do: a drafter may do all that a reader may, an administrator all that a drafter may.</summary>
public static class Roles
{
    /// <summary>Sees the tasks of one body and fills in its progress.</summary>
    public const string Reader = "reader";

    /// <summary>Imports, corrects and writes papers.</summary>
    public const string Drafter = "drafter";

    /// <summary>Also manages keys, directory and settings.</summary>
    public const string Administrator = "administrator";

    /// <summary>All roles, the least first.</summary>
    public static IReadOnlyList<string> All { get; } = [Reader, Drafter, Administrator];

    /// <summary>Whether there is such a role.</summary>
    public static bool IsKnown(string role) => All.Contains(role, StringComparer.Ordinal);

    /// <summary>The roles that may do what <paramref name="needed"/> may.</summary>
    public static IEnumerable<string> AtLeast(string needed) => All.SkipWhile(role => role != needed);

    /// <summary>The highest of some roles; null where none is known.</summary>
    public static string? Highest(IEnumerable<string> roles)
    {
        var held = roles.ToHashSet(StringComparer.Ordinal);
        return All.LastOrDefault(held.Contains);
    }

    /// <summary>The role as people call it.</summary>
    public static string Chinese(string role) => role switch
    {
        Reader => "查看",
        Drafter => "拟稿",
        Administrator => "管理",
        _ => role,
    };
}
