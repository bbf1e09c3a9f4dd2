using System.Text;
using YiyuanSafety.WorkPoints.Text;

namespace YiyuanSafety.WorkPoints.Responsibility;

/// <summary>
/// The text of a possible clause made ready for the grammar: widths folded, white space that prints as nothing removed,
/// white space that parts names or labels turned into a separator; every character knows where it came from.
/// </summary>
internal sealed class ClauseText
{
    private readonly string _printed;
    private readonly List<int> _origin;

    private ClauseText(string text, string printed, List<int> origin) => (Text, _printed, _origin) = (text, printed, origin);

    /// <summary>The text the grammar reads.</summary>
    public string Text { get; }

    /// <summary>Makes the text of a run ready.</summary>
    /// <param name="printed">The whole printed text.</param>
    /// <param name="folded">The same with widths folded.</param>
    /// <param name="start">First character of the run.</param>
    /// <param name="end">Position after the run.</param>
    public static ClauseText Of(string printed, string folded, int start, int end)
    {
        var text = new StringBuilder(end - start);
        var origin = new List<int>(end - start);
        for (var i = start; i < end; i++)
        {
            var c = folded[i];
            if (!char.IsWhiteSpace(c) && c != '*' && !(RoleLabel.IsMark(c) && RoleLabel.TryReadStated(folded, i, end, out _)))
            {
                text.Append(c);
                origin.Add(i);
                continue;
            }

            var next = i + 1;
            while (next < end && char.IsWhiteSpace(folded[next]))
                next++;
            if (text.Length > 0 && next < end)
            {
                if (RoleLabel.TryReadStated(folded, next, end, out _))
                    Append('；', i);
                else if ((NameShape.StartsLikeBody(folded[next]) && EndsName(text)) || (EndsLine(folded, i, next) && text[^1] is not ('、' or '，' or '；' or '：')))
                    Append('、', i);
            }

            i = next - 1;
        }

        return new ClauseText(text.ToString(), printed, origin);

        void Append(char c, int position)
        {
            text.Append(c);
            origin.Add(position);
        }
    }

    // Only lines of names are put together to one clause.
    private static bool EndsLine(string folded, int i, int next) => folded.AsSpan(i, next - i).Contains(Flow.Break);

    // At least three characters since the last separator: in 市 市场监管局 and 各县 区 the space is the scanner's.
    private static bool EndsName(StringBuilder text)
    {
        var all = text.ToString();
        var name = all[(all.LastIndexOfAny(['、', '，', '；', '：', '（']) + 1)..];
        return name.Length >= 3 && NameShape.EndsLikeBody(name);
    }

    /// <summary>A run of <see cref="Text"/> exactly as printed, without the white space that was removed.</summary>
    public string Printed(int start, int end) => string.Create(end - start, (this, start), static (target, state) =>
    {
        for (var i = 0; i < target.Length; i++)
            target[i] = state.Item1._printed[state.Item1._origin[state.start + i]];
    });
}
