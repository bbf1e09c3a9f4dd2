using System.Buffers;

namespace YiyuanSafety.WorkPoints.Responsibility;

/// <summary>
/// Recursive-descent parser of responsibility clauses.
/// <code>
/// clause     = sentence { "。" sentence } .
/// sentence   = convention | standing | segment { "；" segment } .
/// convention = … ( "第一" | "首位" ) … "牵头" … [ "下同" ] .
/// standing   = "以下" … "均" [ "需" | "由" ] segment "不再" … .
/// segment    = [ label ] chunk { ( "，" | "、" ) [ label ] chunk } .
/// label      = see RoleLabel .
/// chunk      = [ "由" ] ( [ joiner ] name rest | collective-after-等 | verb-phrase [ object ] ) .
/// name       = run that ends like a body, nested brackets included [ "（" verb-phrase "）" ] .
/// rest       = [ "等" [ collective ] ] [ ( and | joiner ) chunk | verb-phrase [ chunk | object ] ] .
/// joiner     = "会同" | "同" | "联合" | "商" .          what stands before leads, what follows cooperates
/// and        = "和" | "与" | "及" | "以及" | "或" .
/// verb-phrase: see Vocabulary .
/// </code>
/// A name ends at the first word after which the remainder still parses, so 市场监督管理局 is not cut at 监督 and
/// 文化和旅游局 not at 和, while 旅游局和执法局 is cut.
/// </summary>
internal sealed class ClauseParser
{
    private const int LongestName = 40;
    private const int LongestObject = 60;

    private static readonly SearchValues<char> NeverInShortNames = SearchValues.Create("“”《》：！？（）0123456789");

    private readonly ClauseText _source;
    private readonly string _text;
    private readonly Predicate<string> _isKnown;
    private readonly List<Event> _events = [];

    // Off at first: 县委组织部 is a body, and only in 县委组织宣传活动 does 组织 have an object;
    // 县公安局负责道路秩序 is a body with an object, and only 应急、公安等部门 has names without the form of one.
    private bool _allowObject;
    private bool _allowUnshaped;

    private ClauseParser(ClauseText source, Predicate<string> isKnown) => (_source, _text, _isKnown) = (source, source.Text, isKnown);

    private enum EventKind
    {
        Name,
        Joiner,
        Verb,
        Label,
        SegmentEnd,
    }

    /// <summary>Parses a clause; null where the text is none.</summary>
    /// <param name="source">The text without its outer brackets.</param>
    /// <param name="isKnown">Whether a name stands in the directory.</param>
    public static Clause? Parse(ClauseText source, Predicate<string> isKnown) => new ClauseParser(source, isKnown).Parse();

    private Clause? Parse()
    {
        var firstIsLead = FirstIsLead.No;
        IReadOnlyList<ClauseParty> standing = [];
        var start = 0;
        while (start < _text.Length)
        {
            var end = _text.IndexOf('。', start);
            end = end < 0 ? _text.Length : end;
            if (Conventions.IsFirstIsLead(_text.AsSpan(start, end - start)))
                firstIsLead = Conventions.Continues(_text.AsSpan(start, end - start)) ? FirstIsLead.FromHere : FirstIsLead.Here;
            else if (Conventions.TryStanding(_text, start, end, out var from, out var to))
                standing = ParseStanding(from, to);
            else if (!ParseSentence(start, end, ref firstIsLead))
                return null;
            start = end + 1;
        }

        var parties = RoleAssignment.Assign(_events.Select(Interpret));
        if (parties.Count == 0 && standing.Count == 0 && firstIsLead == FirstIsLead.No)
            return null;
        return new Clause
        {
            Parties = parties,
            HasRoleWord = _events.Exists(e => e.Kind is EventKind.Verb or EventKind.Label or EventKind.Joiner),
            HasLabel = _events.Exists(e => e.Kind == EventKind.Label),
            FirstIsLead = firstIsLead,
            Standing = standing,
        };
    }

    private IReadOnlyList<ClauseParty> ParseStanding(int start, int end)
    {
        var kept = _events.Count;
        var none = FirstIsLead.No;
        if (!ParseSentence(start, end, ref none))
        {
            _events.RemoveRange(kept, _events.Count - kept);
            return [];
        }

        var parties = RoleAssignment.Assign(_events.Skip(kept).Select(Interpret));
        _events.RemoveRange(kept, _events.Count - kept);
        return parties;
    }

    private RoleEvent Interpret(Event e) => e.Kind switch
    {
        EventKind.Name => RoleEvent.Of(new ClauseParty(default, _source.Printed(e.Start, e.End), e.Shaped), e.HasRole ? e.Role : null),
        EventKind.Joiner => RoleEvent.Joiner,
        EventKind.Verb => RoleEvent.Verb(e.Role),
        EventKind.Label => RoleEvent.Label(e.Role),
        _ => RoleEvent.SegmentEnd,
    };

    private bool ParseSentence(int start, int end, ref FirstIsLead firstIsLead)
    {
        var skipping = false;
        while (start < end)
        {
            var stop = NextSeparator(start, end);
            if (RoleLabel.TryRead(_text, start, end, out var label))
            {
                skipping = label.Kind != LabelKind.Bodies;
                if (!skipping)
                    _events.Add(new Event(EventKind.Label, start, label.End, label.Role));
                start = label.End;
                continue;
            }

            if (stop > start && !skipping && !IsRemark(_text.AsSpan(start, stop - start), ref firstIsLead) && !ParseWholeChunk(start, stop))
                return false;
            if (stop < end && _text[stop] == '；')
            {
                _events.Add(new Event(EventKind.SegmentEnd, stop, stop, default));
                skipping = false;
            }

            start = stop + 1;
        }

        _events.Add(new Event(EventKind.SegmentEnd, end, end, default));
        return true;
    }

    // 下同 and the like between commas.
    private static bool IsRemark(ReadOnlySpan<char> chunk, ref FirstIsLead firstIsLead)
    {
        if (chunk.SequenceEqual("下同") || chunk.SequenceEqual("以下同") || chunk.SequenceEqual("以下简称"))
        {
            if (firstIsLead == FirstIsLead.Here)
                firstIsLead = FirstIsLead.FromHere;
            return true;
        }

        if (Conventions.IsTiming(chunk))
            return true;
        if (!Conventions.IsFirstIsLead(chunk))
            return false;
        firstIsLead = Conventions.Continues(chunk) ? FirstIsLead.FromHere : FirstIsLead.Here;
        return true;
    }

    /// <summary>The next separator outside brackets, or the end.</summary>
    private int NextSeparator(int start, int end)
    {
        var depth = 0;
        for (var i = start; i < end; i++)
        {
            var c = _text[i];
            if (c == '（')
                depth++;
            else if (c == '）')
                depth--;
            else if (depth <= 0 && c is '、' or '，' or '；' or '/')
                return i;
        }

        return end;
    }

    private bool ParseWholeChunk(int start, int end)
    {
        var kept = _events.Count;
        foreach (var (allowObject, allowUnshaped) in new[] { (false, false), (true, false), (false, true), (true, true) })
        {
            (_allowObject, _allowUnshaped) = (allowObject, allowUnshaped);
            if (ParseChunk(start, end))
                return true;
            _events.RemoveRange(kept, _events.Count - kept);
        }

        return false;
    }

    private bool ParseChunk(int start, int end)
    {
        while (start < end && (Starts("由", start, end) || Starts("并", start, end) || Starts("请", start, end)))
            start++;
        if (start >= end)
            return true;
        var kept = _events.Count;
        if (Vocabulary.TryJoiner(_text, start, end, out var afterJoiner) && afterJoiner < end)
        {
            _events.Add(new Event(EventKind.Joiner, start, afterJoiner, default));
            if (ParseName(afterJoiner, end))
                return true;
            _events.RemoveRange(kept, _events.Count - kept);
        }

        if (Vocabulary.TryAnd(_text, start, end, out var afterAnd) && afterAnd < end && ParseName(afterAnd, end))
            return true;
        _events.RemoveRange(kept, _events.Count - kept);
        if (Starts("等", start, end) && ParseRest(start, end, false))
            return true;
        _events.RemoveRange(kept, _events.Count - kept);
        if (Vocabulary.TryVerbPhrase(_text, start, end, out var afterVerb, out var role)
            && (afterVerb == end || !NameShape.IsPlausible(_text[start..end])))
        {
            _events.Add(new Event(EventKind.Verb, start, afterVerb, role));
            if (ParseAfterVerb(afterVerb, end))
                return true;
            _events.RemoveRange(kept, _events.Count - kept);
        }

        return ParseName(start, end);
    }

    private bool ParseName(int start, int end)
    {
        // Shortest plausible name first; known names and whole chunks are plausible by themselves.
        var kept = _events.Count;
        var depth = 0;
        var limit = Math.Min(end, start + LongestName);
        for (var i = start; i <= limit; i++)
        {
            if (i < end && _text[i] == '（')
            {
                if (depth++ == 0 && i > start && TryBracketedRole(start, i, end))
                    return true;
                continue;
            }

            if (i < end && _text[i] == '）')
            {
                depth--;
                continue;
            }

            if (depth > 0 || i - start < 2 || (i < end && !StartsRest(i, end)))
                continue;
            var name = _text[start..i];
            if ((!NameShape.IsPlausible(name) || NameShape.HasEtCetera(name)) && !_isKnown(name))
                continue;
            _events.Add(new Event(EventKind.Name, start, i, default) { Shaped = true });
            if (ParseRest(i, end, NameShape.IsGroup(name)))
                return true;
            _events.RemoveRange(kept, _events.Count - kept);
        }

        return ParseUnshapedName(start, end);
    }

    // 县应急局（牵头）: the bracket gives the role of the name before it.
    private bool TryBracketedRole(int start, int open, int end)
    {
        var close = _text.IndexOf('）', open);
        if (close < 0 || close >= end
            || !Vocabulary.TryVerbPhrase(_text, open + 1, close, out var after, out var role) || after != close
            || !NameShape.IsPlausible(_text[start..open]))
            return false;
        var kept = _events.Count;
        _events.Add(new Event(EventKind.Name, start, open, role) { Shaped = true, HasRole = true });
        if (ParseRest(close + 1, end, false))
            return true;
        _events.RemoveRange(kept, _events.Count - kept);
        return false;
    }

    // 应急、公安等部门: short names that do not end like a body; only as long as nothing else in the chunk is left over.
    private bool ParseUnshapedName(int start, int end)
    {
        for (var i = start + 2; _allowUnshaped && i <= end && i - start <= 20; i++)
        {
            if (i < end && _text[i] != '等' && !Vocabulary.TryVerbPhrase(_text, i, end, out _, out _))
                continue;
            if (_text.AsSpan(start, i - start).IndexOfAny(NeverInShortNames) >= 0)
                return false;
            var kept = _events.Count;
            _events.Add(new Event(EventKind.Name, start, i, default));
            if (ParseRest(i, end, false))
                return true;
            _events.RemoveRange(kept, _events.Count - kept);
        }

        return false;
    }

    private bool StartsRest(int i, int end) =>
        _text[i] == '等'
        || (Vocabulary.MayBegin(_text[i])
            && (Vocabulary.TryAnd(_text, i, end, out _) || Vocabulary.TryJoiner(_text, i, end, out _) || Vocabulary.TryVerbPhrase(_text, i, end, out _, out _)))
        || RoleLabel.TryRead(_text, i, end, out _);

    private bool ParseRest(int i, int end, bool afterGroup)
    {
        if (i >= end)
            return true;
        var kept = _events.Count;
        if (_text[i] == '等')
            return ParseCollective(i + 1, end);
        if (Vocabulary.TryVerbPhrase(_text, i, end, out var afterVerb, out var role))
        {
            _events.Add(new Event(EventKind.Verb, i, afterVerb, role));
            if (ParseAfterVerb(afterVerb, end))
                return true;
            _events.RemoveRange(kept, _events.Count - kept);
        }

        if (Vocabulary.TryJoiner(_text, i, end, out var afterJoiner) && afterJoiner < end)
        {
            _events.Add(new Event(EventKind.Joiner, i, afterJoiner, default));
            if (ParseShapedName(afterJoiner, end))
                return true;
            _events.RemoveRange(kept, _events.Count - kept);
        }

        if (Vocabulary.TryAnd(_text, i, end, out var afterAnd) && afterAnd < end && ParseShapedName(afterAnd, end))
        {
            // 各部门和单位 is one term.
            if (!(afterGroup && NameShape.IsBare(_text[_events[kept].Start.._events[kept].End])))
                return true;
        }

        _events.RemoveRange(kept, _events.Count - kept);
        return false;
    }

    private bool ParseShapedName(int start, int end)
    {
        var kept = _events.Count;
        if (ParseName(start, end) && _events[kept] is { Kind: EventKind.Name, Shaped: true })
            return true;
        _events.RemoveRange(kept, _events.Count - kept);
        return false;
    }

    // After 等: an optional count and an optional collective term, then the verb.
    private bool ParseCollective(int start, int end)
    {
        var i = start;
        while (i < end && (char.IsAsciiDigit(_text[i]) || _text[i] is '个' or '家'))
            i++;
        var kept = _events.Count;
        for (var stop = i; stop <= end; stop++)
        {
            if (stop < end && !StartsRest(stop, end))
                continue;
            var term = _text[i..stop];
            if (term.Length > 0 && !(NameShape.EndsLikeBody(term) && term.Length <= LongestName))
                continue;
            if (term.Length > 0)
                _events.Add(new Event(EventKind.Name, i, stop, default) { Shaped = true });
            if (ParseRest(stop, end, true))
                return true;
            _events.RemoveRange(kept, _events.Count - kept);
        }

        return false;
    }

    private bool ParseAfterVerb(int i, int end)
    {
        if (i >= end)
            return true;
        var kept = _events.Count;
        if (ParseRest(i, end, false))
            return true;
        _events.RemoveRange(kept, _events.Count - kept);
        if (ParseShapedName(i, end) && _events[^1].Kind == EventKind.Verb)
            return true;
        _events.RemoveRange(kept, _events.Count - kept);

        // What is left says what the body answers for: 县公安局负责道路交通安全.
        return _allowObject && end - i <= LongestObject;
    }

    private bool Starts(string word, int i, int end) =>
        i + word.Length <= end && string.CompareOrdinal(_text, i, word, 0, word.Length) == 0;

    private readonly record struct Event(EventKind Kind, int Start, int End, PartyRole Role)
    {
        public bool Shaped { get; init; }

        public bool HasRole { get; init; }
    }
}
