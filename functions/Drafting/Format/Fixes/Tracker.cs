using System.Globalization;
using System.Xml.Linq;
using YiyuanSafety.Drafting.Format.Model;

namespace YiyuanSafety.Drafting.Format.Fixes;

/// <summary>Keeps what properties were before a change, as Word's tracked changes do.</summary>
internal sealed class Tracker(TrackedBy? tracked, long lastId)
{
    private static readonly Dictionary<string, string[]> NotKept = new(StringComparer.Ordinal)
    {
        ["rPr"] = ["ins", "del", "moveFrom", "moveTo", "rPrChange"],
        ["pPr"] = ["rPr", "sectPr", "pPrChange"],
        ["sectPr"] = ["headerReference", "footerReference", "sectPrChange"],
        ["tblPr"] = ["tblPrChange"],
        ["trPr"] = ["ins", "del", "trPrChange"],
        ["tcPr"] = ["cellIns", "cellDel", "cellMerge", "tcPrChange"],
    };

    private long _lastId = lastId;

    /// <summary>To be called before each change to a bag of properties. A change tracked before, by anyone, keeps the older state.</summary>
    public void Before(XElement bag)
    {
        var kind = bag.Name.LocalName;
        if (tracked is null || !NotKept.TryGetValue(kind, out var left) || bag.Child(kind + "Change") is not null)
            return;
        var old = new XElement(bag.Name, bag.Attributes().Where(attribute => kind == "sectPr"), bag.Elements().Where(child => !left.Contains(child.Name.LocalName)));
        bag.Add(new XElement(
            W.Main + (kind + "Change"),
            new XAttribute(W.Main + "id", (++_lastId).ToString(CultureInfo.InvariantCulture)),
            new XAttribute(W.Main + "author", tracked.Author),
            new XAttribute(W.Main + "date", tracked.Time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
            old));
    }

    /// <summary>The highest id of a change or mark in a document.</summary>
    public static long HighestId(IEnumerable<XElement> roots) => roots.SelectMany(root => root.Descendants())
        .Select(element => element.Name.Namespace == W.Main && long.TryParse(element.Text("id"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id) ? id : 0)
        .Where(id => id < int.MaxValue - 1_000_000).DefaultIfEmpty(0).Max();
}
