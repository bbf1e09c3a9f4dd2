using System.Text;

namespace YiyuanSafety.Drafting.Regions;

/// <summary>One refreshing: a paper beside the same paper drafted from the newest tasks.</summary>
internal sealed class Refreshing(PaperFile paper, PaperRecord record, PaperFile fresh, RegionChoice choice)
{
    private readonly List<RegionReport> reports = [];
    private readonly List<(int Start, int End, string Xml)> replacements = [];
    private readonly Lazy<Graft> graft = new(() => new Graft(fresh, paper));

    /// <summary>Judges every region and puts the new file together.</summary>
    public RefreshResult Result()
    {
        var standing = RegionFinder.Tagged(paper, record.Paper);
        var drafted = RegionFinder.Tagged(fresh, record.Paper);
        var regions = record.Regions.Select(region => Judge(
            region,
            [.. standing.Where(found => found.Name == region.Name)],


            // A template that has the region no more says nothing new about it.
            drafted.FirstOrDefault(found => found.Name == region.Name)?.Text ?? region.Text)).ToList();
        var updated = record with { Regions = regions };
        var changed = replacements.Count > 0 || !regions.SequenceEqual(record.Regions);
        if (replacements.Count > 0)
            updated = updated with { Revision = record.Revision + 1 };
        return new RefreshResult(
            updated,
            reports,
            RegionScan.Of(Encoding.UTF8.GetBytes(fresh.Xml), record.Paper).Outside != record.Outside,
            changed ? output => paper.Write(output, updated, Main(), graft.IsValueCreated ? graft.Value.Styles : null) : null);
    }

    /// <summary>Judges every region and gets ready what Word is to put into those that are replaced.</summary>
    public PaperUpdate Update()
    {
        var result = Result();
        return new PaperUpdate(
            Encoding.UTF8.GetString(RecordXml.Write(result.Record)),
            result.Record.Revision,
            [.. reports.Where(report => report.Replaced).Select(Change)],
            [.. reports.Where(report => !report.Replaced && report.State != RegionState.Current)]);
    }

    private RegionUpdate Change(RegionReport report)
    {
        var tag = new RegionTag(record.Paper, report.Name);
        return new RegionUpdate(report.Name, tag.ToString(), report.Title, report.Found, graft.Value.Fragment(tag), report.Fresh);
    }

    private RegionRecord Judge(RegionRecord region, IReadOnlyList<FoundRegion> tagged, string now)
    {
        IReadOnlyList<FoundRegion> found = tagged.Count > 0 ? tagged
            : (RegionFinder.ByWords(paper, region) ?? RegionFinder.ByTitle(paper, region)) is { } untagged ? [untagged]
            : [];
        if (found.Count == 0)
            reports.Add(new RegionReport(region.Name, region.Title, RegionState.Missing, false, 0, region.Text, "", now) { IsTagged = false });
        foreach (var same in found.GroupBy(one => one.Text, StringComparer.Ordinal))
            Judge(region, [.. same], found.Count, now, tagged.Count > 0);

        // Where one copy is left as it was, so is the record: the others are known as current by their words.
        var told = reports.Where(report => report.Name == region.Name).ToList();
        return found.Count > 0 && (told.Exists(report => report.Replaced) || told.TrueForAll(report => report.State == RegionState.Current))
            ? region with { Text = now }
            : region;
    }

    private void Judge(RegionRecord region, IReadOnlyList<FoundRegion> copies, int places, string now, bool isTagged)
    {
        var text = copies[0].Text;
        var state = text == now ? RegionState.Current
            : (text == region.Text, now == region.Text) switch
            {
                (true, _) => RegionState.Outdated,
                (false, true) => RegionState.Edited,
                (false, false) => RegionState.Conflict,
            };
        var replaced = false;
        if (IsWanted(region.Name, state) && (isTagged || !choice.InPlace))
        {
            replaced = Replace(region.Name, copies);
            state = replaced ? state : RegionState.Bound;
        }

        reports.Add(new RegionReport(region.Name, region.Title, state, replaced, places, region.Text, text, now) { IsTagged = isTagged });
    }

    private bool IsWanted(string name, RegionState state) => state != RegionState.Current
        && (choice.Take.Contains(name) || (state == RegionState.Outdated && (choice.Only.Count == 0 || choice.Only.Contains(name))));

    private bool Replace(string name, IReadOnlyList<FoundRegion> copies)
    {
        foreach (var copy in copies)
        {
            var tag = new RegionTag(record.Paper, name);
            if ((choice.InPlace && graft.Value.BreaksSection(tag)) || graft.Value.Control(tag) is not { } control)
                return false;
            replacements.Add((copy.Start, copy.End, control));
        }

        return true;
    }

    // Everything outside of the replaced stretches stays, byte for byte.
    private string? Main()
    {
        if (replacements.Count == 0)
            return null;
        var text = new StringBuilder(paper.Xml.Length);
        var at = 0;
        foreach (var (start, end, xml) in replacements.OrderBy(one => one.Start))
        {
            text.Append(paper.Xml, at, start - at).Append(xml);
            at = end;
        }

        return text.Append(paper.Xml, at, paper.Xml.Length - at).ToString();
    }
}
