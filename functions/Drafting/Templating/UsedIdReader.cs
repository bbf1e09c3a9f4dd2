using System.Globalization;
using YiyuanSafety.Drafting.Templating.Lifting;
using YiyuanSafety.Drafting.Templating.Markup;
using YiyuanSafety.Drafting.Templating.Rendering;

namespace YiyuanSafety.Drafting.Templating;

/// <summary>Gathers the identifiers that a template uses, over all its parts.</summary>
internal sealed class UsedIdReader
{
    private readonly Dictionary<IdKind, long> highest = [];
    private readonly HashSet<string> bookmarks = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What was gathered.</summary>
    public UsedIds Used => new(highest, bookmarks);

    /// <summary>Reads one part.</summary>
    public void Read(string xml, Element root, Names names)
    {
        foreach (var element in root.All())
        {
            if (element.Name == names.BookmarkStart)
            {
                See(IdKind.BookmarkStart, Attributes.Value(xml, element, names.Id), NumberStyles.Integer);
                if (Attributes.Value(xml, element, names.Name) is { } name)
                    bookmarks.Add(name);
            }
            else if (element.Name == names.P || element.Name == names.Tr)
                See(IdKind.Paragraph, Attributes.Value(xml, element, "w14:paraId"), NumberStyles.HexNumber);
            else if (element.Name == names.Id && element.Parent?.Name == names.SdtPr)
                See(IdKind.Control, Attributes.Value(xml, element, names.Val), NumberStyles.Integer);
            else if (element.Name.EndsWith(":docPr", StringComparison.Ordinal))
                See(IdKind.Drawing, Attributes.Value(xml, element, "id"), NumberStyles.Integer);
        }
    }

    private void See(IdKind kind, string? value, NumberStyles style)
    {
        // Above this, counting on would leave the range that Word accepts; small numbers below can't collide with it then.
        const long top = 0x7FFF0000;
        if (long.TryParse(value, style, CultureInfo.InvariantCulture, out var number) && number < top)
            highest[kind] = Math.Max(highest.GetValueOrDefault(kind), number);
    }
}
