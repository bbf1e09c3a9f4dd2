using System.Buffers;

namespace YiyuanSafety.WorkPoints.Responsibility;

/// <summary>
/// Reads a chunk of a clause, what stands between two separators: names, the words that join them and the verbs that give them roles.
/// The grammar is in the comment of <see cref="ClauseParser"/>.
/// </summary>
/// <param name="text">The whole clause.</param>
/// <param name="isKnown">Whether a name stands in the directory.</param>
/// <param name="events">Takes what is read, in order; as it was where a chunk cannot be read.</param>
internal sealed class ChunkParser(string text, Predicate<string> isKnown, List<ClauseEvent> events)
{
    private const int LongestName = 40;
    private const int LongestObject = 60;

    private static readonly SearchValues<char> NeverInShortNames = SearchValues.Create("“”《》：！？（）【】〔〕［］[]0123456789");

    // Off at first: 县委组织部 is a body, and only in 县委组织宣传活动 does 组织 have an object;
    // 县公安局负责道路秩序 is a body with an object, and only 应急、公安等部门 has names without the form of one.
    private bool _allowObject;
    private bool _allowUnshaped;
    private readonly ClauseJoiners _joiners = new(text, isKnown);

    /// <summary>Reads a chunk; false where it is none.</summary>
    public bool Parse(int start, int end)
    {
        var kept = events.Count;
        foreach (var (allowObject, allowUnshaped) in new[] { (false, false), (true, false), (false, true), (true, true) })
        {
            (_allowObject, _allowUnshaped) = (allowObject, allowUnshaped);
            if (ParseChunk(start, end))
                return true;
            events.RemoveRange(kept, events.Count - kept);
        }

        return false;
    }

    private bool ParseChunk(int start, int end)
    {
        start = AfterOpening(start, end);
        if (Vocabulary.IsManner(text, start, end))
            return true;
        var kept = events.Count;
        if (Vocabulary.TryJoiner(text, start, end, out var afterJoiner) && afterJoiner < end)
        {
            // 商城集团 is a name, and 城集团 none that would remain of it.
            if (!_joiners.Begins(start, afterJoiner, end, events) && ParseShapedName(start, end))
                return true;
            events.Add(new ClauseEvent(EventKind.Joiner, start, afterJoiner, default));
            if (ParseName(afterJoiner, end))
                return true;
            events.RemoveRange(kept, events.Count - kept);
        }

        if (Vocabulary.TryAnd(text, start, end, out var afterAnd) && afterAnd < end && ParseName(afterAnd, end))
            return true;
        events.RemoveRange(kept, events.Count - kept);
        if (Starts("等", start, end) && ParseRest(start, end, false))
            return true;
        events.RemoveRange(kept, events.Count - kept);
        if (!Starts("属地", start, end) && Vocabulary.TryVerbPhrase(text, start, end, out var afterVerb, out var role)
            && (afterVerb == end || !NameShape.IsPlausible(text[start..end])))
        {
            events.Add(new ClauseEvent(EventKind.Verb, start, afterVerb, role));
            if (ParseAfterVerb(afterVerb, end))
                return true;
            events.RemoveRange(kept, events.Count - kept);
        }

        return ParseName(start, end);
    }

    // 由, 并 and 请 name nobody; but 由由 and 并州 begin names.
    private int AfterOpening(int start, int end)
    {
        while (start < end && text[start] is '由' or '并' or '请' && !Starts("由由", start, end) && !Starts("并州", start, end))
            start++;
        return Starts("以", start, end) && IsChief(start) ? start + 1 : start;
    }

    // 以县应急局、县住建局为主: 以 opens what 为主 closes, before the segment's end.
    private bool IsChief(int start)
    {
        var stop = text.AsSpan(start).IndexOfAny('；', '。');
        return text.AsSpan(start, stop < 0 ? text.Length - start : stop).Contains("为主", StringComparison.Ordinal);
    }

    private bool ParseName(int start, int end)
    {
        // Shortest plausible name first; known names and whole chunks are plausible by themselves.
        var kept = events.Count;
        var depth = 0;
        var limit = Math.Min(end, start + LongestName);
        for (var i = start; i <= limit; i++)
        {
            if (i < end && text[i] == '（')
            {
                if (depth++ == 0 && i > start && TryBracketedRole(start, i, end))
                    return true;
                continue;
            }

            if (i < end && text[i] == '）')
            {
                depth--;
                continue;
            }

            if (depth > 0 || (i - start < 2 && !IsLevelInList(start, i, end)) || (i < end && !StartsRest(i, end)))
                continue;
            var name = text[start..i];
            if (i - start >= 2 && (!NameShape.IsPlausible(name) || NameShape.HasEtCetera(name)) && !isKnown(name))
                continue;
            events.Add(new ClauseEvent(EventKind.Name, start, i, default) { Shaped = true });
            if (ParseRest(i, end, NameShape.IsGroup(name)))
                return true;
            events.RemoveRange(kept, events.Count - kept);
        }

        return ParseUnshapedName(start, end);
    }

    // 各乡、镇、街道: a level alone goes on with a list.
    private bool IsLevelInList(int start, int i, int end) =>
        i == start + 1 && text[start] is '镇' or '乡' or '村' or '县' or '市' or '区'
        && start > 0 && text[start - 1] is '、' or '，' && events.FindLast(e => e.Kind != EventKind.Comma).Kind == EventKind.Name
        && (i == end || text[i] == '等' || Vocabulary.TryVerbPhrase(text, i, end, out _, out _));

    // 县应急局（牵头）: the bracket gives the role of the name before it.
    private bool TryBracketedRole(int start, int open, int end)
    {
        var close = text.IndexOf('）', open);
        if (close < 0 || close >= end
            || !Vocabulary.TryVerbPhrase(text, open + 1, close, out var after, out var role) || after != close
            || !NameShape.IsPlausible(text[start..open]))
            return false;
        var kept = events.Count;
        events.Add(new ClauseEvent(EventKind.Name, start, open, role) { Shaped = true, HasRole = true });
        if (ParseRest(close + 1, end, false))
            return true;
        events.RemoveRange(kept, events.Count - kept);
        return false;
    }

    // 应急、公安等部门: short names that do not end like a body; only as long as nothing else in the chunk is left over.
    private bool ParseUnshapedName(int start, int end)
    {
        for (var i = start + 2; _allowUnshaped && i <= end && i - start <= 20; i++)
        {
            if (i < end && text[i] != '等' && !Vocabulary.TryVerbPhrase(text, i, end, out _, out _))
                continue;
            if (text.AsSpan(start, i - start).IndexOfAny(NeverInShortNames) >= 0 || !char.IsLetter(text[i - 1]) || NameShape.NamesBehindBy(text[start..i]))
                return false;
            var kept = events.Count;
            events.Add(new ClauseEvent(EventKind.Name, start, i, default));
            if (ParseRest(i, end, false))
                return true;
            events.RemoveRange(kept, events.Count - kept);
        }

        return false;
    }

    private bool StartsRest(int i, int end) =>
        text[i] == '等'
        || (Vocabulary.MayBegin(text[i])
            && (Vocabulary.TryAnd(text, i, end, out _) || Vocabulary.TryJoiner(text, i, end, out _) || Vocabulary.TryVerbPhrase(text, i, end, out _, out _)))
        || RoleLabel.TryRead(text, i, end, out _);

    private bool ParseRest(int i, int end, bool afterGroup)
    {
        if (i >= end)
            return true;
        var kept = events.Count;
        if (text[i] == '等')
            return ParseCollective(i + 1, end);
        if (Vocabulary.TryVerbPhrase(text, i, end, out var afterVerb, out var role))
        {
            events.Add(new ClauseEvent(EventKind.Verb, i, afterVerb, role));
            if (ParseAfterVerb(afterVerb, end))
                return true;
            events.RemoveRange(kept, events.Count - kept);
        }

        if (Vocabulary.TryJoiner(text, i, end, out var afterJoiner) && afterJoiner < end && _joiners.Parts(i, afterJoiner, end, NameBefore(i)))
        {
            events.Add(new ClauseEvent(EventKind.Joiner, i, afterJoiner, default));
            if (ParseShapedName(afterJoiner, end))
                return true;
            events.RemoveRange(kept, events.Count - kept);
        }

        if (Vocabulary.TryAnd(text, i, end, out var afterAnd) && afterAnd < end && ParseShapedName(afterAnd, end))
        {
            // 各部门和单位 is one term.
            if (!(afterGroup && NameShape.IsBare(text[events[kept].Start..events[kept].End])))
                return true;
        }

        events.RemoveRange(kept, events.Count - kept);
        return false;
    }

    private ReadOnlySpan<char> NameBefore(int i) =>
        events is [.., { Kind: EventKind.Name } name] && name.End == i ? text.AsSpan(name.Start, name.End - name.Start) : [];

    private bool ParseShapedName(int start, int end)
    {
        var kept = events.Count;
        if (ParseName(start, end) && events[kept] is { Kind: EventKind.Name, Shaped: true })
            return true;
        events.RemoveRange(kept, events.Count - kept);
        return false;
    }

    // After 等: an optional count and an optional collective term, then the verb.
    private bool ParseCollective(int start, int end)
    {
        var i = start;
        while (i < end && (char.IsAsciiDigit(text[i]) || text[i] is '个' or '家'))
            i++;
        var kept = events.Count;
        for (var stop = i; stop <= end; stop++)
        {
            if (stop < end && !StartsRest(stop, end))
                continue;
            var term = text[i..stop];
            if (term.Length > 0 && !(NameShape.EndsLikeBody(term) && term.Length <= LongestName))
                continue;
            if (term.Length > 0)
                events.Add(new ClauseEvent(EventKind.Name, i, stop, default) { Shaped = true });
            if (ParseRest(stop, end, true))
                return true;
            events.RemoveRange(kept, events.Count - kept);
        }

        return false;
    }

    private bool ParseAfterVerb(int i, int end)
    {
        if (i >= end)
            return true;
        var kept = events.Count;
        if (ParseRest(i, end, false))
            return true;
        events.RemoveRange(kept, events.Count - kept);
        if (ParseShapedName(i, end) && events[^1].Kind == EventKind.Verb)
            return true;
        events.RemoveRange(kept, events.Count - kept);

        // What is left says what the body answers for: 县公安局负责道路交通安全.
        return _allowObject && end - i <= LongestObject;
    }

    private bool Starts(string word, int i, int end) =>
        i + word.Length <= end && string.CompareOrdinal(text, i, word, 0, word.Length) == 0;
}
