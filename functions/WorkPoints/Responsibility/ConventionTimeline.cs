using YiyuanSafety.WorkPoints.Text;

namespace YiyuanSafety.WorkPoints.Responsibility;

/// <summary>Which conventions and standing clauses hold at which place of a flow.</summary>
internal sealed class ConventionTimeline
{
    private readonly List<StandingParties> _standing = [];
    private readonly List<ClauseSpan> _sentences = [];
    private readonly List<(int Start, int End)> _unread = [];

    private ConventionTimeline()
    {
    }

    /// <summary>From where on the first-named body leads; null where the document does not say so.</summary>
    public int? FirstIsLeadFrom { get; private set; }

    /// <summary>Up to where the first-named body leads, where the document says so at the end (以上任务…); null where it does not.</summary>
    public int? FirstIsLeadUntil { get; private set; }

    /// <summary>Whether the document states the convention, for whatever tasks.</summary>
    public bool StatesFirstIsLead => FirstIsLeadFrom is not null || FirstIsLeadUntil is not null;

    /// <summary>Where standing clauses are stated, and the parties they add.</summary>
    public IReadOnlyList<StandingParties> Standing => _standing;

    /// <summary>The conventions that stand as plain sentences.</summary>
    public IReadOnlyList<ClauseSpan> Sentences => _sentences;

    /// <summary>Sentences that claim to settle something for all tasks and could not be read.</summary>
    public IReadOnlyList<(int Start, int End)> Unread => _unread;

    /// <summary>Collects what clauses and plain sentences state.</summary>
    public static ConventionTimeline Of(Flow flow, IReadOnlyList<ClauseSpan> clauses, Predicate<string> isKnown)
    {
        var timeline = new ConventionTimeline();
        foreach (var span in clauses)
        {
            if (span.Clause is not { } clause)
                continue;
            var back = Conventions.ReachesBack(flow.Folded.AsSpan(span.InnerStart, span.InnerEnd - span.InnerStart));
            if (clause.FirstIsLead == FirstIsLead.FromHere || (clause.FirstIsLead == FirstIsLead.Here && span.Kind == ClauseSpanKind.Convention))
                timeline.FirstLeads(span.Start, back);
            if (clause.Standing.Count > 0)
                timeline._standing.Add(new StandingParties(span.Start, back, clause.Standing));
        }

        timeline.ReadSentences(flow, clauses, isKnown);
        return timeline;
    }

    /// <summary>Whether the first-named body leads at a place.</summary>
    public bool FirstIsLeadAt(int position) => FirstIsLeadFrom <= position || FirstIsLeadUntil >= position;

    /// <summary>The parties that standing clauses add at a place.</summary>
    public IReadOnlyList<ClauseParty> StandingAt(int position) =>
        _standing.Count == 0 ? [] : [.. _standing.Where(item => item.ReachesBack ? item.At >= position : item.At <= position).SelectMany(item => item.Parties)];

    /// <summary>The parties that standing clauses add in tables, which stand beside the text: all of them.</summary>
    public IReadOnlyList<ClauseParty> StandingInTables => [.. _standing.SelectMany(item => item.Parties)];

    private void FirstLeads(int position, bool back)
    {
        if (back)
            FirstIsLeadUntil = Math.Max(position, FirstIsLeadUntil ?? position);
        else
            FirstIsLeadFrom = Math.Min(position, FirstIsLeadFrom ?? position);
    }

    // Outside clauses such sentences stand in the preamble, under a heading or at the end.
    private void ReadSentences(Flow flow, IReadOnlyList<ClauseSpan> clauses, Predicate<string> isKnown)
    {
        var read = new HashSet<int>();
        foreach (var word in new[] { "牵头", "不再" })
        {
            for (var at = flow.Folded.IndexOf(word, StringComparison.Ordinal); at >= 0; at = flow.Folded.IndexOf(word, at + word.Length, StringComparison.Ordinal))
            {
                var index = clauses.IndexAt(at + 1) - 1;
                if (index >= 0 && clauses[index].End > at)
                    continue;
                var (start, end) = Sentence(flow.Folded, at);
                start = index >= 0 ? Math.Max(start, clauses[index].End) : start;
                if (end - start > 120 || read.Contains(start))
                    continue;
                var sentence = flow.Folded.AsSpan(start, end - start);
                if (word == "牵头" && Conventions.IsFirstIsLead(sentence))
                    FirstLeads(start, Conventions.ReachesBack(sentence));
                else if (word == "不再" && StandingIn(flow, start, end, isKnown) is { Count: > 0 } parties)
                    _standing.Add(new StandingParties(start, Conventions.ReachesBack(sentence), parties));
                else
                {
                    if (word == "不再" && Conventions.ClaimsToStand(sentence))
                        _unread.Add((start, end));
                    continue;
                }

                read.Add(start);
                var stop = end < flow.Folded.Length && flow.Folded[end] is '。' or '；' ? end + 1 : end;
                if (!_sentences.Exists(other => other.Start < stop && start < other.End) && clauses.IndexAt(start) is var next && (next >= clauses.Count || clauses[next].Start >= stop))
                    _sentences.Add(new ClauseSpan(start, stop, start, end, null, ClauseSpanKind.Convention));
            }
        }

        _sentences.Sort((a, b) => a.Start.CompareTo(b.Start));
    }

    private static IReadOnlyList<ClauseParty> StandingIn(Flow flow, int start, int end, Predicate<string> isKnown)
    {
        if (Conventions.TryStanding(flow.Folded, start, end, out var from, out var to) && Parties(flow, from, to, isKnown) is { Count: > 0 } parties)
            return parties;
        return Conventions.TryStandingBefore(flow.Folded, start, end, out from, out to, out var role)
            ? [.. Parties(flow, from, to, isKnown).Select(party => party with { Role = role })]
            : [];
    }

    private static IReadOnlyList<ClauseParty> Parties(Flow flow, int from, int to, Predicate<string> isKnown) =>
        ClauseParser.Parse(ClauseText.Of(flow.Text, flow.Folded, from, to), isKnown) is { Parties.Count: > 0 } clause && clause.Parties.All(party => party.Shaped) ? clause.Parties : [];

    /// <summary>The sentence around a place; brackets that open and close inside it belong to it.</summary>
    private static (int Start, int End) Sentence(string text, int at)
    {
        var (start, end, depth) = (at, at, 0);
        for (; start > 0 && (depth > 0 || text[start - 1] is not ('。' or '；' or '（')) && text[start - 1] != Flow.Break; start--)
            depth += text[start - 1] is '）' ? 1 : text[start - 1] is '（' ? -1 : 0;
        depth = 0;
        for (; end < text.Length && (depth > 0 || text[end] is not ('。' or '；' or '）')) && text[end] != Flow.Break; end++)
            depth += text[end] is '（' ? 1 : text[end] is '）' ? -1 : 0;
        return (start, end);
    }
}

/// <summary>Bodies that take part in many tasks because a sentence says so.</summary>
/// <param name="At">Where it is said.</param>
/// <param name="ReachesBack">Whether it speaks of the tasks before it.</param>
/// <param name="Parties">The bodies.</param>
internal sealed record StandingParties(int At, bool ReachesBack, IReadOnlyList<ClauseParty> Parties);
