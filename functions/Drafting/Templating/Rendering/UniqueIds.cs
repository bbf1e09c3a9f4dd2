using System.Globalization;
using YiyuanSafety.Drafting.Templating.Lifting;

namespace YiyuanSafety.Drafting.Templating.Rendering;

/// <summary>The highest identifiers that a template uses itself; new ones start above.</summary>
/// <param name="Highest">By kind.</param>
/// <param name="BookmarkNames">Names in use.</param>
internal sealed record UsedIds(IReadOnlyDictionary<IdKind, long> Highest, IReadOnlySet<string> BookmarkNames);

/// <summary>Gives out identifiers in one rendering: the first use keeps the original, each repetition gets a new one.</summary>
/// <param name="used">What the template uses itself.</param>
/// <param name="paper">Identity of the paper; empty for a document that has none.</param>
internal sealed class UniqueIds(UsedIds used, string paper)
{
    private const int LongestBookmark = 40;
    private readonly HashSet<(IdKind, string)> taken = [];
    private readonly Dictionary<IdKind, long> next = [];
    private readonly Dictionary<string, string> openBookmarks = [];
    private readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The identifier to write for this repetition.</summary>
    public string Next(IdKind kind, string original)
    {
        if (kind == IdKind.Paper)
            return paper.Length > 0 ? paper : original;
        if (kind == IdKind.BookmarkEnd)
            return openBookmarks.GetValueOrDefault(original, original);
        var value = taken.Add((kind, original)) ? original
            : kind == IdKind.BookmarkName ? Name(original)
            : kind == IdKind.Paragraph ? Number(kind).ToString("X8", CultureInfo.InvariantCulture)
            : Number(kind).ToString(CultureInfo.InvariantCulture);
        if (kind == IdKind.BookmarkStart)
            openBookmarks[original] = value;
        return value;
    }

    /// <summary>An identifier for something that the template has not.</summary>
    public string Fresh(IdKind kind) => Number(kind).ToString(CultureInfo.InvariantCulture);

    private long Number(IdKind kind) => next[kind] = next.GetValueOrDefault(kind, used.Highest.GetValueOrDefault(kind)) + 1;

    private string Name(string original)
    {
        while (true)
        {
            var suffix = "_" + Number(IdKind.BookmarkName).ToString(CultureInfo.InvariantCulture);
            var name = original[..Math.Min(original.Length, LongestBookmark - suffix.Length)] + suffix;
            if (!used.BookmarkNames.Contains(name) && names.Add(name))
                return name;
        }
    }
}
