using YiyuanSafety.WorkPoints.Responsibility;
using YiyuanSafety.WorkPoints.Text;

namespace YiyuanSafety.WorkPoints.Assembly;

/// <summary>Quotes and allots ranges of a flow as parts of tasks.</summary>
internal sealed class FlowText(Flow flow, IReadOnlyList<ClauseSpan> clauses)
{
    /// <summary>The text of a duty in a range, without conventions and without the stops of what went before.</summary>
    public string TextOf(int start, int end) =>
        string.Concat(Parts(start, end).Where(part => !part.Convention).Select(part => flow.Quote(part.Start, part.End)))
            .TrimStart('。', '；', '，', '.', ';', ',', ' ', '　').Trim();

    /// <summary>The clause as printed; labels on lines of their own stay apart by a space.</summary>
    public string QuoteClause(ClauseSpan span) =>
        string.Join(' ', flow.Text[span.InnerStart..span.InnerEnd].Split(Flow.Break).Select(line => Flow.Quote(line)).Where(line => line.Length > 0)).TrimEnd('。', '；');

    /// <summary>Allots a range, conventions inside it to the clauses.</summary>
    public IEnumerable<Allotment> Runs(int start, int end, Purpose purpose) =>
        Parts(start, end).SelectMany(part => flow.Allot(part.Start, part.End, part.Convention ? Purpose.Responsibility : purpose, null));

    /// <summary>A run cut at the conventions inside it, which are no part of any duty's text.</summary>
    private IEnumerable<(int Start, int End, bool Convention)> Parts(int start, int end)
    {
        var cursor = start;
        for (var i = clauses.IndexAt(start); i < clauses.Count && clauses[i].Start < end; i++)
        {
            if (clauses[i].Kind != ClauseSpanKind.Convention)
                continue;
            yield return (cursor, clauses[i].Start, false);
            cursor = Math.Min(end, clauses[i].End);
            yield return (clauses[i].Start, cursor, true);
        }

        yield return (cursor, end, false);
    }

    /// <summary>Whether a range holds more than marks and conventions.</summary>
    public bool HasText(int start, int end)
    {
        foreach (var part in Parts(start, end))
        {
            for (var i = part.Start; i < part.End && !part.Convention; i++)
            {
                if (char.IsLetterOrDigit(flow.Text[i]))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether a range is more than a signature or a footer.</summary>
    public bool IsProse(int start, int end) => end - start > 8 && flow.Folded.IndexOf('。', start, end - start) >= 0;
}
