using System.Text.RegularExpressions;
using YiyuanSafety.WorkPoints.Outline;
using YiyuanSafety.WorkPoints.Text;

namespace YiyuanSafety.WorkPoints.Responsibility;

/// <summary>
/// Finds the lines under a labelled one that go on with its bodies, one or more a line, without 、 at the end. Only a line that is
/// nothing but names is one, so that no duty's text is swallowed.
/// </summary>
/// <param name="flow">The running text.</param>
/// <param name="isKnown">Whether a name stands in the directory.</param>
internal sealed partial class ClauseContinuation(Flow flow, Predicate<string> isKnown)
{
    private const int LongestLine = 240;

    // A name that does not begin like a body is one only with an ending that no title of a duty has.
    private static readonly string[] SureEndings = ["局", "公司", "集团", "大队", "支队", "委员会", "管委会"];

    private readonly string _text = flow.Folded;

    /// <summary>Where the last such line ends; <paramref name="stop"/> itself where there is none.</summary>
    /// <param name="stop">The end of the labelled line.</param>
    public int End(int stop)
    {
        var (end, before) = (stop, stop);
        while (end < _text.Length && _text[end] == Flow.Break && !IsClosed(end) && IsNames(end + 1, LineEnd(end + 1)))
            (end, before) = (LineEnd(end + 1), end);
        return end > stop && IsSignature(before + 1, end) ? before : end;
    }

    private int LineEnd(int start) => _text.IndexOf(Flow.Break, start) is var end && end < 0 ? _text.Length : end;

    private bool IsClosed(int end) => _text.AsSpan(0, end).TrimEnd() is [.., '。' or '；'];

    private bool IsNames(int start, int end)
    {
        while (start < end && char.IsWhiteSpace(_text[start]))
            start++;
        if (start == end || end - start > LongestLine || flow.BlockAt(start).HeadingLevel is not null || NumberLabel.TryRead(_text, start, end, out _))
            return false;
        var line = _text.AsSpan(start, end - start).TrimEnd().TrimEnd("。；、");
        return ClauseParser.Parse(ClauseText.Of(flow.Text, _text, start, start + line.Length), isKnown)
                is { HasRoleWord: false, FirstIsLead: FirstIsLead.No, Standing.Count: 0, Parties.Count: > 0 } clause
            && clause.Parties.All(party => isKnown(party.Mention) || (party.Shaped && ReadsAsName(Fold.Width(party.Mention))));
    }

    private static bool ReadsAsName(string name)
    {
        if (NameShape.StartsLikeBody(name[0]))
            return !NameShape.IsGroup(name) || name[0] is not ('国' or '中');
        return !NameShape.IsGroup(name) && Array.Exists(SureEndings, ending => name.EndsWith(ending, StringComparison.Ordinal));
    }

    // The issuer signs under the last task too: a date follows, or nothing.
    private bool IsSignature(int start, int end)
    {
        var next = end;
        while (next < _text.Length && char.IsWhiteSpace(_text[next]))
            next++;
        return next < _text.Length
            ? DateLine().IsMatch(_text.AsSpan(next, LineEnd(next) - next))
            : _text.AsSpan(start, end - start).IndexOf("安全生产委员会", StringComparison.Ordinal) >= 0 || _text.AsSpan(start, end - start).IndexOf("安委", StringComparison.Ordinal) >= 0;
    }

    [GeneratedRegex(@"^[0-9〇○零一二三四五六七八九]{4}\s*年\s*[0-9一二三四五六七八九十]{1,2}\s*月\s*[0-9一二三四五六七八九十]{1,3}\s*日\s*$")]
    private static partial Regex DateLine();
}
