using YiyuanSafety.WorkPoints.Responsibility;
using YiyuanSafety.WorkPoints.Text;

namespace YiyuanSafety.WorkPoints.Assembly;

/// <summary>Finds what stands behind 完成时限： in a clause or note.</summary>
internal static class DeadlineLabels
{
    private static readonly string[] Words = ["完成时限", "完成时间", "时限"];

    /// <summary>The labelled value as printed, or the empty string.</summary>
    public static string Find(Flow flow, int start, int end)
    {
        // Every way of giving a date by a label speaks of 时 or 期.
        if (flow.Folded.AsSpan(start, end - start).IndexOfAny('时', '期') < 0)
            return "";
        for (var i = start; i < end; i++)
        {
            if (RoleLabel.TryRead(flow.Folded, i, end, out var label) && label.Start == i)
            {
                if (label.Kind == LabelKind.Deadline)
                    return flow.Quote(label.End, ValueEnd(flow.Folded, label.End, end));
                i = label.End - 1;
            }
        }

        // （完成时限4月20日前） has no colon.
        var text = flow.Folded.AsSpan(start, end - start);
        foreach (var word in Words)
        {
            var at = text.IndexOf(word, StringComparison.Ordinal);
            if (at >= 0)
                return flow.Quote(start + at + word.Length, ValueEnd(flow.Folded, start + at + word.Length, end)).TrimStart('为', '：', ':', ' ');
        }

        return "";
    }

    private static int ValueEnd(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (text[i] is '；' or '。' or Flow.Break || (i > start && RoleLabel.TryRead(text, i, end, out _)))
                return i;
        }

        return end;
    }
}
