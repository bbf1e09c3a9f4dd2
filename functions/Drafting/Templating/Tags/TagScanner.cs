namespace YiyuanSafety.Drafting.Templating.Tags;

/// <summary>Finds tags in a text. Full-width braces count as braces: an input method makes them without asking.</summary>
internal static class TagScanner
{
    /// <summary>All tags, and the places where one is not closed or was not opened.</summary>
    public static (List<FoundTag> Tags, List<(string Typed, string Message)> Faults) Find(string text)
    {
        var tags = new List<FoundTag>();
        var faults = new List<(string, string)>();
        for (var at = 0; at + 1 < text.Length;)
        {
            if (Is(text, at, '}', '｝'))
            {
                faults.Add((Around(text, Math.Max(0, at - 12), at + 2), "多出的 }}，前面没有与它成对的 {{。请补上 {{ 或删去 }}。"));
                at += 2;
            }
            else if (!Is(text, at, '{', '｛'))
                at++;
            else
            {
                var close = Close(text, at + 2);
                var next = NextOpen(text, at + 2, close < 0 ? text.Length : close);
                if (close < 0 || next >= 0)
                {
                    faults.Add((Around(text, at, next < 0 ? text.Length : next),
                        "标签没有结束，缺少 }}。标签要在同一段、同一单元格内写完。"));
                    at = next < 0 ? at + 2 : next;
                    continue;
                }
                tags.Add(new FoundTag(at, close + 2, TagCode.Plain(text[(at + 2)..close]), text[at..(close + 2)]));
                at = close + 2;
            }
        }
        return (tags, faults);
    }

    // The first }} outside quotes; with quotes that don't match, simply the first, so that the syntax is complained of.
    private static int Close(string text, int from)
    {
        var depth = 0;
        for (var at = from; at + 1 < text.Length; at++)
        {
            if (TagCode.IsQuote(text[at]) && TagCode.StringEnd(text, at) is var end and > 0
                && !(NextOpen(text, at, end) is var open && open >= 0 && FirstClose(text, at) < open))
                at = end;
            else if (text[at] is '{' or '｛' && !Is(text, at, '{', '｛'))
                depth++;
            else if (text[at] is '}' or '｝' && depth > 0)
                depth--;
            else if (Is(text, at, '}', '｝'))
                return at;
        }
        return FirstClose(text, from);
    }

    private static int FirstClose(string text, int from)
    {
        for (var at = from; at + 1 < text.Length; at++)
        {
            if (Is(text, at, '}', '｝'))
                return at;
        }
        return -1;
    }

    private static int NextOpen(string text, int from, int to)
    {
        for (var at = from; at + 1 < to; at++)
        {
            if (Is(text, at, '{', '｛'))
                return at;
        }
        return -1;
    }

    private static bool Is(string text, int at, char half, char full) =>
        at + 1 < text.Length && (text[at] == half || text[at] == full) && (text[at + 1] == half || text[at + 1] == full);

    private static string Around(string text, int from, int to)
    {
        var part = text[from..Math.Min(to, text.Length)].Trim();
        return part.Length > 40 ? part[..40] + "…" : part;
    }
}
