namespace YiyuanSafety.Drafting.Collecting;

/// <summary>Full-width letters, digits and signs as half-width ones: people type both, and mean the same.</summary>
internal static class Half
{
    /// <summary>The text in half width.</summary>
    public static string Of(string text) => string.Create(text.Length, text, static (target, source) =>
    {
        for (var i = 0; i < source.Length; i++)
            target[i] = Of(source[i]);
    });

    /// <summary>The text in half width without any white space and invisible marks.</summary>
    public static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('\u200b' or '\u200c' or '\u200d' or '\ufeff')).Select(Of));

    private static char Of(char c) => c switch
    {
        >= '\uff01' and <= '\uff5e' => (char)(c - '\uff01' + '!'),
        '\u3000' or '\u00a0' => ' ',
        _ => c,
    };
}
