using System.Buffers;
using System.Text.RegularExpressions;

namespace YiyuanSafety.Tests.Graph;

/// <summary>Which names and paths SharePoint takes.</summary>
internal static partial class PlaceNames
{
    private const int LongestPath = 400;
    private static readonly SearchValues<char> Forbidden = SearchValues.Create("\"*:<>?/\\|");

    /// <summary>The names of a path from the root.</summary>
    /// <exception cref="GraphError">A name or the path cannot be.</exception>
    public static IReadOnlyList<string> Split(string path)
    {
        if (path.Length > LongestPath)
            throw GraphError.Invalid("The path is longer than 400 characters.");
        var names = path.Split('/');
        foreach (var name in names)
            Check(name);
        return names;
    }

    /// <summary>Refuses a name that cannot be.</summary>
    public static void Check(string name)
    {
        if (name.Length is 0 or > 255 || name != name.Trim() || name.EndsWith('.') || name.AsSpan().ContainsAny(Forbidden) || name.Any(char.IsControl) || Reserved().IsMatch(name))
            throw GraphError.Invalid($"The name '{name}' is not allowed.");
    }

    [GeneratedRegex(@"^(\.lock|con|prn|aux|nul|com[0-9]|lpt[0-9]|desktop\.ini|~\$.*|.*_vti_.*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Reserved();
}
