using System.Buffers;
using YiyuanSafety.WorkPoints.Responsibility;
using YiyuanSafety.WorkPoints.Text;

namespace YiyuanSafety.WorkPoints.Outline;

/// <summary>
/// Tells a unit's title from its text. A title is a line of its own, a lead printed in another typeface, or a first sentence
/// that reads like a title; whether first sentences are titles is the habit of a whole document.
/// </summary>
internal sealed class Titles
{
    private const int LongestLead = 60;
    private const int LongestTitle = 40;
    private const int LongestTitleWithComma = 48;
    private const int ShortTitle = 16;

    private static readonly SearchValues<char> NotInShort = SearchValues.Create("，；0123456789");

    private readonly Flow _flow;
    private readonly IReadOnlyList<ClauseSpan> _clauses;

    private Titles(Flow flow, IReadOnlyList<ClauseSpan> clauses) => (_flow, _clauses) = (flow, clauses);

    /// <summary>Sets <see cref="Unit.TitleEnd"/> and <see cref="Unit.BodyStart"/> of every unit.</summary>
    public static void Assign(Flow flow, IReadOnlyList<Unit> units, IReadOnlyList<ClauseSpan> clauses)
    {
        var titles = new Titles(flow, clauses);
        var candidates = units.Select(titles.Candidate).ToList();
        var sentences = candidates.Where(candidate => candidate.Kind == TitleKind.Sentence).ToList();
        var likely = sentences.Count(candidate => candidate.Length <= 30 && candidate.Commas == 0);
        var titled = sentences.Count > 0 && likely * 10 >= sentences.Count * 6;
        var untitled = sentences.Count > 0 && likely * 10 < sentences.Count * 3;
        for (var i = 0; i < units.Count; i++)
        {
            var (unit, candidate) = (units[i], candidates[i]);
            unit.TitleEnd = candidate.End;
            var apart = candidate.Kind switch
            {
                TitleKind.Apart => true,
                TitleKind.Sentence when candidate.Commas > 0 => titled && candidate.Commas == 1 && candidate.Length <= LongestTitleWithComma,
                TitleKind.Sentence => candidate.Length <= (untitled ? ShortTitle : LongestTitle),
                _ => false,
            };
            unit.BodyStart = apart ? candidate.Next : unit.Label.End;
        }
    }

    private TitleCandidate Candidate(Unit unit)
    {
        var text = _flow.Folded;
        var start = unit.Label.End;
        var lineEnd = text.IndexOf(Flow.Break, start, unit.End - start);
        lineEnd = lineEnd < 0 ? unit.End : lineEnd;
        var clause = _clauses.FirstIn(start, unit.End);
        var clauseStart = clause?.Start ?? unit.End;
        if (Lead(unit, lineEnd, clauseStart) is { } lead)
            return lead;
        var stop = SentenceEnd(start, Math.Min(lineEnd, clauseStart));
        if (stop < 0 && clauseStart < lineEnd && clause is not null)
        {
            // （一）道路交通（责任单位：…） with the duty's text in the paragraphs below: the clause stands in the heading.
            // 3.旅游安全（县文旅局牵头）。开展检查: so it does before text in the same paragraph, but only behind few words.
            var below = ((clauseStart - start <= LongestTitle && clause.End >= lineEnd) || IsShort(start, clauseStart)) && TextBehind(clause, unit.End);
            return new TitleCandidate(below ? TitleKind.Apart : TitleKind.TextItself, clauseStart, clauseStart, clauseStart - start, 0);
        }

        var end = stop < 0 ? Math.Min(lineEnd, clauseStart) : stop;
        var next = stop < 0 ? end : stop + 1;
        var commas = text.AsSpan(start, end - start).Count('，');
        var textFollows = HasText(next, clauseStart) || (clause is not null && HasText(clause.End, unit.End) && _clauses.FirstIn(clause.End, unit.End) is null && stop < 0);
        if (stop < 0)
        {
            // A heading line; where the clause follows at once and nothing else, the line is the duty itself.
            var apart = textFollows || unit.Children.Count > 0;
            return new TitleCandidate(apart ? TitleKind.Apart : TitleKind.TextItself, end, next, end - start, commas);
        }

        // 2.校园安全。（县教育局负责）开展检查: the clause stands between the title and the text.
        if (!textFollows && clause is not null && IsShort(start, end) && TextBehind(clause, unit.End))
            return new TitleCandidate(TitleKind.Apart, end, next, end - start, commas);
        return new TitleCandidate(textFollows ? TitleKind.Sentence : TitleKind.TextItself, end, next, end - start, commas);
    }

    /// <summary>Whether a lead before a clause is so short that it names the matter and is not the duty itself.</summary>
    private bool IsShort(int start, int end) => end - start <= ShortTitle && _flow.Folded.AsSpan(start, end - start).IndexOfAny(NotInShort) < 0;

    /// <summary>Whether text other than notes and conventions follows a clause, and no further clause claims it.</summary>
    private bool TextBehind(ClauseSpan clause, int end)
    {
        var cursor = clause.End;
        var found = false;
        for (var i = _clauses.IndexAt(clause.End); i < _clauses.Count && _clauses[i].Start < end; i++)
        {
            if (_clauses[i].Kind is ClauseSpanKind.Clause or ClauseSpanKind.NotUnderstood)
                return false;
            found |= HasText(cursor, _clauses[i].Start);
            cursor = _clauses[i].End;
        }

        return found || HasText(cursor, end);
    }

    /// <summary>The title that the typeface marks, if any.</summary>
    private TitleCandidate? Lead(Unit unit, int lineEnd, int clauseStart)
    {
        var block = _flow.BlockAt(unit.Label.Start);
        if (block.EmphasisedLead == 0)
            return null;
        var end = unit.Label.Start - _flow.OffsetInBlock(unit.Label.Start) + block.EmphasisedLead;
        if (end <= unit.Label.End || end > Math.Min(lineEnd, clauseStart) || end - unit.Label.End > LongestLead || !HasText(end, clauseStart))
            return null;
        var next = end;
        while (end > unit.Label.End && (char.IsWhiteSpace(_flow.Folded[end - 1]) || _flow.Folded[end - 1] is '。' or '：' or '；'))
            end--;
        while (next < clauseStart && _flow.Folded[next] is '。' or '：')
            next++;
        return new TitleCandidate(TitleKind.Apart, end, next, end - unit.Label.End, 0);
    }

    private int SentenceEnd(int start, int end)
    {
        var depth = 0;
        for (var i = start; i < end; i++)
        {
            var c = _flow.Folded[i];
            if (c is '（' or '《' or '“')
                depth++;
            else if (c is '）' or '》' or '”')
                depth = Math.Max(0, depth - 1);
            else if (depth == 0 && c is '。' or '！' or '？')
                return i;
        }

        return -1;
    }

    private bool HasText(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (Fold.IsHan(_flow.Folded[i]) || char.IsAsciiLetterOrDigit(_flow.Folded[i]))
                return true;
        }

        return false;
    }

    private enum TitleKind
    {
        /// <summary>There is no title besides the duty's own text.</summary>
        TextItself,

        /// <summary>The first sentence; whether it is a title is for the document's habit to decide.</summary>
        Sentence,

        /// <summary>Surely a title.</summary>
        Apart,
    }

    private readonly record struct TitleCandidate(TitleKind Kind, int End, int Next, int Length, int Commas);
}
