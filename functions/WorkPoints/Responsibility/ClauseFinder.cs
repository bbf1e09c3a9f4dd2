using YiyuanSafety.WorkPoints.Directory;
using YiyuanSafety.WorkPoints.Text;

namespace YiyuanSafety.WorkPoints.Responsibility;

/// <summary>Finds the clauses of a flow: in brackets, on labelled lines, and standing as paragraphs of their own.</summary>
internal sealed class ClauseFinder
{
    private const int LongestClause = 3000;

    // A paragraph without brackets is taken for a clause only up to this length.
    private const int LongestBareParagraph = 240;

    private static readonly string[] RoleEndings = ["负责", "牵头", "配合", "落实", "参与", "参加", "分工负责", "实施", "主责", "协助", "协同"];

    private readonly Flow _flow;
    private readonly string _text;
    private readonly Predicate<string> _isKnown;
    private readonly List<ClauseSpan> _found = [];
    private readonly ClauseContinuation _continuation;

    private ClauseFinder(Flow flow, Predicate<string> isKnown) =>
        (_flow, _text, _isKnown, _continuation) = (flow, flow.Folded, isKnown, new ClauseContinuation(flow, isKnown));

    /// <summary>All clauses and notes in reading order.</summary>
    public static IReadOnlyList<ClauseSpan> Find(Flow flow, Predicate<string> isKnown) => new ClauseFinder(flow, isKnown).Find();

    private List<ClauseSpan> Find()
    {
        var i = 0;
        var atStart = true;
        while (i < _text.Length)
        {
            var c = _text[i];
            if (atStart && !char.IsWhiteSpace(c))
            {
                if (TryLabelled(i, out var afterLabels))
                {
                    i = afterLabels;
                    continue;
                }

                if (c == '*')
                {
                    i++;
                    continue;
                }

                if (IsPassageStart(i) && TryBareParagraph(i, out var afterParagraph))
                {
                    i = afterParagraph;
                    continue;
                }

                atStart = false;
            }

            if (ClauseBrackets.Opens(c) && TryBracket(i, out var afterBracket))
            {
                i = afterBracket;
                atStart = true;
                continue;
            }

            if (c is '。' or '；' or '！' or Flow.Break)
                atStart = true;
            i++;
        }

        return _found;
    }

    private bool TryBracket(int open, out int after)
    {
        after = open;
        var close = ClauseBrackets.Matching(_text, open, LongestClause);
        if (close < 0 || close - open > LongestClause)
            return false;
        int start = open + 1, end = close;
        if (RoleLabel.TryRead(_text, open, Math.Min(_text.Length, close + 3), out var alone) && alone.End > close)
            return false;
        after = Math.Min(_text.Length, close + 1);
        var before = Before(open);
        var next = Next(after);
        var atClausePlace = before is '。' or '；' or '！' or '？' or '”' or '》' or '：' or Flow.Break || ClauseBrackets.Closes(before)
            || next is '。' or '；' or '，' or '、' or Flow.Break || ClauseBrackets.Opens(next) || FollowsClause(open);
        if (RoleLabel.TryRead(_text, start, end, out var label) && label.Kind == LabelKind.Deadline || StartsWithDeadline(start, end))
            return Add(open, WithStop(after), start, end, null, ClauseSpanKind.DeadlineNote, out after);
        if (!atClausePlace)
            return false;
        var clause = ClauseParser.Parse(ClauseText.Of(_flow.Text, _text, start, end), _isKnown);
        if (clause is null)
        {
            return LooksLikeClause(start, end)
                && Add(open, WithStop(after), start, end, null, ClauseSpanKind.NotUnderstood, out after);
        }

        if (clause.Parties.Count == 0)
            return Add(open, WithStop(after), start, end, clause, ClauseSpanKind.Convention, out after);
        if (!IsClause(clause, before, next))
            return clause.HasRoleWord && LooksLikeClause(start, end) && Add(open, WithStop(after), start, end, null, ClauseSpanKind.NotUnderstood, out after);
        TakeInNote(open);
        return Add(open, WithStop(after), start, end, clause, ClauseSpanKind.Clause, out after);
    }

    private bool FollowsClause(int open) => _found.Count > 0 && string.IsNullOrWhiteSpace(_text[_found[^1].End..open]);

    // 【牵头单位：…】【完成时限：…】【配合单位：…】: the date in the middle is no duty of its own.
    private void TakeInNote(int open)
    {
        if (_found.Count > 1 && _found[^1].Kind == ClauseSpanKind.DeadlineNote && _found[^2].Kind == ClauseSpanKind.Clause
            && FollowsClause(open) && string.IsNullOrWhiteSpace(_text[_found[^2].End.._found[^1].Start]))
        {
            _found[^2] = _found[^2] with { End = _found[^1].End, InnerEnd = _found[^1].InnerEnd };
            _found.RemoveAt(_found.Count - 1);
        }
    }

    private static bool IsClause(Clause clause, char before, char next)
    {
        if (clause.HasLabel)
            return true;
        if (!clause.Parties.Any(party => party.Shaped))
            return false;
        if (clause.HasRoleWord)
            return true;

        // A bare list of names is a clause only where nothing else can be meant: 各镇（街道、开发区） is none.
        // 街道办事处 says whose it is beside a body that is named.
        return clause.Parties.All(party => party.Shaped)
            && (clause.Parties.All(party => !NameShape.IsBare(party.Mention)) || clause.Parties.Any(party => !NameShape.IsGroup(party.Mention)))
            && (before is '。' or '；' || (before == Flow.Break && next == Flow.Break)
                || (next is Flow.Break or '。' && clause.Parties.All(party => NameKey.Level(party.Mention).Length > 0 && !NameShape.IsGroup(party.Mention))));
    }

    /// <summary>A run of labels, over as many passages as begin with one.</summary>
    private bool TryLabelled(int start, out int after)
    {
        after = start;
        if (!RoleLabel.TryRead(_text, start, _text.Length, out var label) || ClauseBrackets.Boxed(_text, start, label))
            return false;
        var seen = new HashSet<PartyRole>();
        var end = start;
        var passage = start;
        while (true)
        {
            var stop = LabelledEnd(passage, seen, out var last);
            if (last == LabelKind.Bodies)
                stop = _continuation.End(stop);
            end = stop;
            var next = stop;
            while (next < _text.Length && char.IsWhiteSpace(_text[next]))
                next++;
            if (next == stop || !RoleLabel.TryRead(_text, next, _text.Length, out var following)
                || ClauseBrackets.Boxed(_text, next, following) || (following.Kind == LabelKind.Bodies && seen.Contains(following.Role)))
                break;
            passage = next;
        }

        var inner = start;
        while (RoleLabel.IsMark(_text[inner]))
            inner++;
        var clause = ClauseParser.Parse(ClauseText.Of(_flow.Text, _text, inner, end), _isKnown);
        if (clause is null or { Parties.Count: 0 })
        {
            var kind = label.Kind == LabelKind.Deadline ? ClauseSpanKind.DeadlineNote : ClauseSpanKind.NotUnderstood;
            return label.Kind != LabelKind.Persons && Add(start, end, inner, end, null, kind, out after);
        }

        return Add(start, end, inner, end, clause, ClauseSpanKind.Clause, out after);
    }

    /// <summary>Where the labelled run in this passage ends: at the passage's end, or at a stop that plain text follows.</summary>
    private int LabelledEnd(int start, HashSet<PartyRole> seen, out LabelKind last)
    {
        last = LabelKind.Persons;
        var depth = 0;
        var i = start;
        while (i < _text.Length && _text[i] != Flow.Break)
        {
            if (depth == 0 && RoleLabel.TryRead(_text, i, _text.Length, out var label))
            {
                if (i > start && ClauseBrackets.Boxed(_text, i, label))
                    return i;
                if (label.Kind == LabelKind.Bodies && !seen.Add(label.Role) && i > start && Before(i) == '。')
                    return i;
                last = label.Kind;
                i = label.End;
                continue;
            }

            if (_text[i] == '（')
                depth++;
            else if (_text[i] == '）')
                depth--;
            else if (_text[i] == '。' && Next(i + 1) is var next && next != Flow.Break && !StartsLabel(i + 1) && !StartsRemark(i + 1))
                return i + 1;
            i++;
        }

        return i;
    }

    private bool StartsLabel(int i) => RoleLabel.TryRead(_text, i, _text.Length, out _);

    private bool StartsRemark(int i)
    {
        var end = _text.AsSpan(i).IndexOfAny('。', Flow.Break);
        return Conventions.IsFirstIsLead(_text.AsSpan(i, end < 0 ? _text.Length - i : end));
    }

    /// <summary>A whole paragraph that is a clause although its brackets are missing.</summary>
    private bool TryBareParagraph(int start, out int after)
    {
        after = start;
        var end = _text.IndexOf(Flow.Break, start);
        end = end < 0 ? _text.Length : end;
        if (end - start > LongestBareParagraph)
            return false;
        var inner = end;
        while (inner > start && (char.IsWhiteSpace(_text[inner - 1]) || _text[inner - 1] is '。' or '；'))
            inner--;
        if (inner == start || ClauseBrackets.Opens(_text[start]) || _text.IndexOf('。', start, inner - start) >= 0
            || !(EndsWithRole(start, inner) || StartsWithLabel(start, inner)))
            return false;
        var clause = ClauseParser.Parse(ClauseText.Of(_flow.Text, _text, start, inner), _isKnown);
        return clause is { HasRoleWord: true, Parties.Count: > 0 }
            && clause.Parties.All(party => party.Shaped)
            && clause.Parties.Any(party => _isKnown(party.Mention) || !NameShape.IsGroup(party.Mention))
            && Add(start, end, start, inner, clause, ClauseSpanKind.Clause, out after);
    }

    private bool LooksLikeClause(int start, int end) =>
        (EndsWithRole(start, end) && _text.AsSpan(start, end - start).IndexOfAny("局委部位") >= 0) || StartsWithLabel(start, end);

    private bool StartsWithLabel(int start, int end) =>
        RoleLabel.TryReadStated(_text, start, end, out var label) && label.Kind == LabelKind.Bodies;

    private bool EndsWithRole(int start, int end)
    {
        var text = _text.AsSpan(start, end - start).TrimEnd();
        foreach (var ending in RoleEndings)
        {
            if (text.EndsWith(ending, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private bool StartsWithDeadline(int start, int end)
    {
        var inner = _text.AsSpan(start, end - start).TrimStart();
        return inner.StartsWith("完成时限", StringComparison.Ordinal) || inner.StartsWith("完成时间", StringComparison.Ordinal)
            || inner.StartsWith("时限", StringComparison.Ordinal);
    }

    private int WithStop(int i)
    {
        var next = i;
        while (next < _text.Length && char.IsWhiteSpace(_text[next]) && _text[next] != Flow.Break)
            next++;
        return next < _text.Length && _text[next] is '。' or '；' ? next + 1 : i;
    }

    private char Before(int i)
    {
        while (i > 0)
        {
            var c = _text[--i];
            if (c == Flow.Break || !char.IsWhiteSpace(c))
                return c;
        }

        return Flow.Break;
    }

    private char Next(int i)
    {
        while (i < _text.Length)
        {
            var c = _text[i++];
            if (c == Flow.Break || !char.IsWhiteSpace(c))
                return c;
        }

        return Flow.Break;
    }

    private bool IsPassageStart(int i) => Before(i) == Flow.Break;

    private bool Add(int start, int end, int innerStart, int innerEnd, Clause? clause, ClauseSpanKind kind, out int after)
    {
        _found.Add(new ClauseSpan(start, end, innerStart, innerEnd, clause, kind));
        after = Math.Max(end, start + 1);
        return true;
    }
}
