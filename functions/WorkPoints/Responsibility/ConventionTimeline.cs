using YiyuanSafety.WorkPoints.Text;

namespace YiyuanSafety.WorkPoints.Responsibility;

/// <summary>Which conventions and standing clauses hold at which place of a flow.</summary>
internal sealed class ConventionTimeline
{
    private readonly List<(int At, IReadOnlyList<ClauseParty> Parties)> _standing = [];

    private ConventionTimeline()
    {
    }

    /// <summary>From where on the first-named body leads; null where the document does not say so.</summary>
    public int? FirstIsLeadFrom { get; private set; }

    /// <summary>Where standing clauses are stated, and the parties they add.</summary>
    public IReadOnlyList<(int At, IReadOnlyList<ClauseParty> Parties)> Standing => _standing;

    /// <summary>Collects what clauses and plain sentences state.</summary>
    public static ConventionTimeline Of(Flow flow, IReadOnlyList<ClauseSpan> clauses, Predicate<string> isKnown)
    {
        var timeline = new ConventionTimeline();
        foreach (var span in clauses)
        {
            if (span.Clause is not { } clause)
                continue;
            if (clause.FirstIsLead == FirstIsLead.FromHere || (clause.FirstIsLead == FirstIsLead.Here && span.Kind == ClauseSpanKind.Convention))
                timeline.FirstLeadsFrom(span.Start);
            if (clause.Standing.Count > 0)
                timeline._standing.Add((span.Start, clause.Standing));
        }

        timeline.ReadSentences(flow, clauses, isKnown);
        return timeline;
    }

    /// <summary>Whether the first-named body leads at a place.</summary>
    public bool FirstIsLeadAt(int position) => FirstIsLeadFrom is { } from && from <= position;

    /// <summary>The parties that standing clauses add at a place.</summary>
    public IReadOnlyList<ClauseParty> StandingAt(int position) =>
        _standing.Count == 0 ? [] : [.. _standing.Where(item => item.At <= position).SelectMany(item => item.Parties)];

    private void FirstLeadsFrom(int position) => FirstIsLeadFrom = Math.Min(position, FirstIsLeadFrom ?? position);

    // Outside clauses such sentences stand in the preamble or under a heading.
    private void ReadSentences(Flow flow, IReadOnlyList<ClauseSpan> clauses, Predicate<string> isKnown)
    {
        foreach (var word in new[] { "牵头", "不再" })
        {
            for (var at = flow.Folded.IndexOf(word, StringComparison.Ordinal); at >= 0; at = flow.Folded.IndexOf(word, at + word.Length, StringComparison.Ordinal))
            {
                var index = clauses.IndexAt(at + 1) - 1;
                if (index >= 0 && clauses[index].End > at)
                    continue;
                var start = flow.Folded.LastIndexOfAny(['。', '；', Flow.Break, '（'], at) + 1;
                var end = flow.Folded.IndexOfAny(['。', '；', Flow.Break, '）'], at);
                end = end < 0 ? flow.Folded.Length : end;
                if (end - start > 120)
                    continue;
                if (word == "牵头" && Conventions.IsFirstIsLead(flow.Folded.AsSpan(start, end - start)))
                    FirstLeadsFrom(start);
                else if (word == "不再" && Conventions.TryStanding(flow.Folded, start, end, out var from, out var to)
                    && ClauseParser.Parse(ClauseText.Of(flow.Text, flow.Folded, from, to), isKnown) is { Parties.Count: > 0 } clause
                    && clause.Parties.All(party => party.Shaped))
                    _standing.Add((start, clause.Parties));
            }
        }
    }
}
