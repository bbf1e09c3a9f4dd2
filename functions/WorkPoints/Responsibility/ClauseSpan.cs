namespace YiyuanSafety.WorkPoints.Responsibility;

/// <summary>Where a responsibility clause, or a note that belongs to one, stands in the flow.</summary>
/// <param name="Start">First character, bracket included.</param>
/// <param name="End">Position after the last character, bracket and the stop behind it included.</param>
/// <param name="InnerStart">First character inside the brackets.</param>
/// <param name="InnerEnd">Position after the last character inside the brackets.</param>
/// <param name="Clause">What the grammar read; null for a note that only gives a date, or for a clause that was not understood.</param>
/// <param name="Kind">What it is.</param>
internal sealed record ClauseSpan(int Start, int End, int InnerStart, int InnerEnd, Clause? Clause, ClauseSpanKind Kind);

/// <summary>What a <see cref="ClauseSpan"/> is.</summary>
internal enum ClauseSpanKind
{
    /// <summary>Names who does what.</summary>
    Clause,

    /// <summary>States a convention or a standing clause and names nobody for a task of its own.</summary>
    Convention,

    /// <summary>Gives a date only, such as （完成时限4月20日前）.</summary>
    DeadlineNote,

    /// <summary>Looks like a clause, but the grammar cannot read it.</summary>
    NotUnderstood,
}

/// <summary>Look-ups in clauses sorted by position.</summary>
internal static class ClauseSpans
{
    /// <summary>Index of the first span that starts at or after a position.</summary>
    public static int IndexAt(this IReadOnlyList<ClauseSpan> spans, int position)
    {
        int low = 0, high = spans.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (spans[middle].Start < position)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>The first real clause that starts in a range, or null.</summary>
    public static ClauseSpan? FirstIn(this IReadOnlyList<ClauseSpan> spans, int start, int end)
    {
        for (var i = spans.IndexAt(start); i < spans.Count && spans[i].Start < end; i++)
        {
            if (spans[i].Kind == ClauseSpanKind.Clause)
                return spans[i];
        }

        return null;
    }
}
