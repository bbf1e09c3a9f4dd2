namespace YiyuanSafety.WorkPoints.Responsibility;

/// <summary>
/// Recursive-descent parser of responsibility clauses; <see cref="ChunkParser"/> reads what stands between two separators.
/// <code>
/// clause     = sentence { "。" sentence } .
/// sentence   = convention | standing | segment { "；" segment } .
/// convention = … ( "第一" | "首位" ) … "牵头" … [ "下同" ] .
/// standing   = "以下" … "均" [ "需" | "由" ] segment "不再" … .
/// segment    = [ label ] chunk { ( "，" | "、" ) [ label ] chunk } .
/// label      = see RoleLabel .
/// chunk      = [ "由" | "以" ] ( [ joiner ] name rest | collective-after-等 | verb-phrase [ object ] ) .
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
    private static readonly string[] NamingWords = ["会同", "联合", "由", "同"];

    private readonly ClauseText _source;
    private readonly string _text;
    private readonly List<ClauseEvent> _events = [];
    private readonly ChunkParser _chunks;

    private ClauseParser(ClauseText source, Predicate<string> isKnown)
    {
        (_source, _text) = (source, source.Text);
        _chunks = new ChunkParser(_text, isKnown, _events);
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

    private RoleEvent Interpret(ClauseEvent e) => e.Kind switch
    {
        EventKind.Name => RoleEvent.Of(new ClauseParty(default, _source.Printed(e.Start, e.End), e.Shaped), e.HasRole ? e.Role : null),
        EventKind.Joiner => RoleEvent.Joiner,
        EventKind.Verb => RoleEvent.Verb(e.Role),
        EventKind.Label => RoleEvent.Label(e.Role),
        EventKind.Comma => RoleEvent.Comma,
        _ => RoleEvent.SegmentEnd,
    };

    private bool ParseSentence(int start, int end, ref FirstIsLead firstIsLead)
    {
        var skipping = false;
        while (start < end)
        {
            var stop = NextSeparator(start, end);
            if (RoleLabel.TryReadStated(_text, start, end, out var label))
            {
                skipping = label.Kind != LabelKind.Bodies;
                if (!skipping)
                    _events.Add(new ClauseEvent(EventKind.Label, start, label.End, label.Role));
                start = label.End;
                continue;
            }

            if (stop > start && !skipping && !IsRemark(_text.AsSpan(start, stop - start), ref firstIsLead) && !IsTiming(start, stop) && !_chunks.Parse(start, stop) && !ParseBehindBy(start, stop))
                return false;
            if (stop < end && _text[stop] == '；')
            {
                _events.Add(new ClauseEvent(EventKind.SegmentEnd, stop, stop, default));
                skipping = false;
            }
            else if (stop < end && _text[stop] == '，')
            {
                _events.Add(new ClauseEvent(EventKind.Comma, stop, stop, default));
            }

            start = stop + 1;
        }

        _events.Add(new ClauseEvent(EventKind.SegmentEnd, end, end, default));
        return true;
    }

    /// <summary>Reads a chunk that begins with a time, and whom it names behind that: 年底前县财政局配合. False where it begins with none.</summary>
    private bool IsTiming(int start, int stop)
    {
        var end = ClauseTimes.End(_text[start..stop]);
        if (end == 0)
            return false;

        // 报送县安委办 ends like a name: behind a time only what begins like one, or follows 由, is taken for it.
        var from = start + end;
        if (BeginsWithName(from, stop))
            ParseNames(from, stop);
        else
            ParseBehindBy(from, stop);
        return true;
    }

    /// <summary>Reads whom a chunk names behind 由: 日常监管由县应急局负责. False, with nothing read, where it names nobody there.</summary>
    private bool ParseBehindBy(int start, int stop)
    {
        var from = _text.IndexOf('由', start, stop - start);
        return from >= 0 && BeginsWithName(from, stop) && ParseNames(from, stop);
    }

    private bool ParseNames(int start, int stop)
    {
        var kept = _events.Count;
        if (_chunks.Parse(start, stop) && _events.Skip(kept).Any(e => e is { Kind: EventKind.Name, Shaped: true }))
            return true;
        _events.RemoveRange(kept, _events.Count - kept);
        return false;
    }

    /// <summary>Whether a name may begin here, behind 会同, 由 and the like.</summary>
    private bool BeginsWithName(int at, int stop)
    {
        if (Array.Find(NamingWords, word => string.CompareOrdinal(_text, at, word, 0, word.Length) == 0) is { } word)
            at += word.Length;
        return at < stop && NameShape.StartsLikeBody(_text[at]);
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
}
