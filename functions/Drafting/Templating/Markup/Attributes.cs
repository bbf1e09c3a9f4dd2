namespace YiyuanSafety.Drafting.Templating.Markup;

/// <summary>Finds attribute values of an element in the text.</summary>
internal static class Attributes
{
    /// <summary>The offsets of a value between its quotes, or null.</summary>
    public static (int Start, int End)? Find(string text, Element element, string name)
    {
        var at = element.Start + 1 + element.Name.Length;
        while (true)
        {
            while (char.IsWhiteSpace(text[at]))
                at++;
            if (text[at] is '>' or '/')
                return null;
            var equal = text.IndexOf('=', at);
            var key = text.AsSpan(at, equal - at).TrimEnd();
            var quote = text.AsSpan(equal).IndexOfAny('"', '\'') + equal;
            var end = text.IndexOf(text[quote], quote + 1);
            if (key.SequenceEqual(name))
                return (quote + 1, end);
            at = end + 1;
        }
    }

    /// <summary>The value as written (not unescaped), or null.</summary>
    public static string? Value(string text, Element element, string name) =>
        Find(text, element, name) is var (start, end) ? text[start..end] : null;
}
