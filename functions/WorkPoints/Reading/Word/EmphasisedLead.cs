namespace YiyuanSafety.WorkPoints.Reading.Word;

/// <summary>Finds the leading characters of a paragraph that stand out from the document's usual look.</summary>
internal static class EmphasisedLead
{
    private const string NumberSigns = "0123456789０１２３４５６７８９零〇一二三四五六七八九十百第(（)）.．、，, \t\u3000";

    /// <summary>Number of leading characters that stand out, numbering included; 0 where none do or all do.</summary>
    public static int Of(DraftBlock block, RunLook usual)
    {
        var looks = block.Looks;
        if (looks.Count < 2)
            return 0;

        var text = block.Text.AsSpan();
        var judged = block.NumberLength;
        while (judged < text.Length && NumberSigns.Contains(text[judged], StringComparison.Ordinal))
            judged++;

        var at = 0;
        while (at < looks.Count && looks[at].End <= judged)
            at++;
        if (at >= looks.Count || looks[at].Look == usual)
            return 0;

        var lead = looks[at].Look;
        var end = looks[at].End;
        for (at++; at < looks.Count && (looks[at].Look == lead || text[end..looks[at].End].IsWhiteSpace()); at++)
            end = looks[at].End;
        return text[Math.Min(end, text.Length)..].IsWhiteSpace() ? 0 : end;
    }
}
