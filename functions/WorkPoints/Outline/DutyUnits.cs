using YiyuanSafety.WorkPoints.Responsibility;
using YiyuanSafety.WorkPoints.Text;

namespace YiyuanSafety.WorkPoints.Outline;

/// <summary>Decides which numbered units are duties of their own and which are measures inside their parent's duty.</summary>
internal static class DutyUnits
{
    /// <summary>
    /// Marks measures: where several numbered points stand under one heading and a single clause after the last of them
    /// covers all, the points are measures of the heading's duty.
    /// </summary>
    public static void MarkMeasures(Flow flow, IReadOnlyList<Unit> units, IReadOnlyList<ClauseSpan> clauses)
    {
        foreach (var parent in units)
        {
            var children = parent.Children;
            if (children.Count < 2 || children.Exists(child => child.Children.Count > 0))
                continue;
            if (children.Take(children.Count - 1).Any(child => clauses.FirstIn(child.Start, child.End) is not null))
                continue;
            var last = children[^1];
            var clause = clauses.FirstIn(last.Start, last.End);
            if (clause is null)
                continue;
            var ownParagraph = IsPassageStart(flow, clause.Start);
            var enumerated = children.Take(children.Count - 1).All(child => LastMark(flow, child) == '；');
            if (!ownParagraph && !enumerated)
                continue;
            foreach (var child in children)
                child.IsMeasure = true;
        }
    }

    private static bool IsPassageStart(Flow flow, int at)
    {
        while (at > 0 && flow.Text[at - 1] != Flow.Break && char.IsWhiteSpace(flow.Text[at - 1]))
            at--;
        return at == 0 || flow.Text[at - 1] == Flow.Break;
    }

    private static char LastMark(Flow flow, Unit unit)
    {
        var i = unit.End - 1;
        while (i > unit.Start && char.IsWhiteSpace(flow.Folded[i]))
            i--;
        return flow.Folded[i];
    }
}
