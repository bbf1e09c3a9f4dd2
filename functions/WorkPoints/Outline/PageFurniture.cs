namespace YiyuanSafety.WorkPoints.Outline;

/// <summary>Recognises lines that belong to the page and not to the document, such as — 1 — or 第 1 页 共 9 页.</summary>
internal static class PageFurniture
{
    /// <summary>Whether a whole line is a page number. Takes width-folded text.</summary>
    public static bool IsPageNumber(string line)
    {
        var text = line.AsSpan().Trim();
        if (text.Length is 0 or > 24)
            return false;

        // A comma stands between the page and the number of pages; at an end it belongs to a sentence that the page cut.
        if (text[0] == '，' || text[^1] == '，')
            return false;
        var digits = 0;
        var dashes = 0;
        var words = 0;
        foreach (var c in text)
        {
            switch (c)
            {
                case >= '0' and <= '9':
                    digits++;
                    break;
                case '—' or '-' or '–' or '－' or '─' or '一' or '~' or '·':
                    dashes++;
                    break;
                case '第' or '页' or '共' or '/':
                    words++;
                    break;
                case ' ' or '，':
                    break;
                default:
                    return false;
            }
        }

        var dashed = dashes >= 2 && words == 0 && !char.IsAsciiDigit(text[0]) && !char.IsAsciiDigit(text[^1]);
        var worded = words >= 2 && dashes == 0;
        return digits is > 0 and <= 8 && (dashed || worded);
    }
}
