using YiyuanSafety.WorkPoints.Responsibility;
using YiyuanSafety.WorkPoints.Text;

namespace YiyuanSafety.WorkPoints.Outline;

/// <summary>Reads the numbers of a flow into a tree of units.</summary>
internal static class UnitReader
{
    /// <summary>All units in reading order, each knowing its parent.</summary>
    public static IReadOnlyList<Unit> Read(Flow flow, IReadOnlyList<ClauseSpan> clauses)
    {
        var units = new List<Unit>();
        var text = flow.Folded;
        var last = new int[NumberLabel.Ranks.BracketedArabic + 1];
        var sequence = new int[last.Length];
        Unit? current = null;
        var clauseIndex = 0;
        for (var i = 0; i < text.Length; i++)
        {
            while (clauseIndex < clauses.Count && clauses[clauseIndex].End <= i)
                clauseIndex++;
            if (clauseIndex < clauses.Count && clauses[clauseIndex].Start < i && i < clauses[clauseIndex].End)
                continue;
            var atPassage = i == 0 || text[i - 1] == Flow.Break;
            if (!atPassage && !(IsStop(text[i - 1]) || (clauseIndex > 0 && clauses[clauseIndex - 1].End == i)))
                continue;
            if (!NumberLabel.TryRead(text, i, text.Length, out var label) || Spans(text, i, label.Start))
                continue;
            if (label.Rank == NumberLabel.Ranks.BracketedArabic && !CanBeItem(current))
                continue;
            if (!atPassage && !Follows(label, last, current))
                continue;
            var parent = current;
            while (parent is not null && parent.Label.Rank >= label.Rank)
                parent = parent.Parent;
            if (current is not null)
                current.End = i;
            for (var open = current; open is not null && open != parent; open = open.Parent)
                open.TotalEnd = i;
            current = new Unit { Label = label, Start = i, Parent = parent, Sequence = ++sequence[label.Rank] };
            parent?.Children.Add(current);
            units.Add(current);
            last[label.Rank] = label.Ordinal;
            Array.Clear(last, label.Rank + 1, last.Length - label.Rank - 1);
            i = label.End - 1;
        }

        if (current is not null)
            current.End = text.Length;
        for (var open = current; open is not null; open = open.Parent)
            open.TotalEnd = text.Length;
        return units;
    }

    private static bool IsStop(char c) => c is '。' or '！';

    // A number in the middle of a paragraph starts a unit only where it carries on the count: a line break got lost.
    private static bool Follows(NumberLabel label, int[] last, Unit? current) =>
        label.Rank <= NumberLabel.Ranks.Arabic
        && (label.Ordinal == last[label.Rank] + 1)
        && (label.Ordinal > 1 || (current is not null && label.Rank > current.Label.Rank && label.Rank < NumberLabel.Ranks.Arabic));

    // （1） is a measure inside an item, except where there is no other numbering between it and 一、.
    private static bool CanBeItem(Unit? current) =>
        current is null || current.Label.Rank is NumberLabel.Ranks.Part or NumberLabel.Ranks.Chinese or NumberLabel.Ranks.BracketedArabic;

    private static bool Spans(string text, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (text[i] == Flow.Break)
                return true;
        }

        return false;
    }
}
