namespace YiyuanSafety.WorkPoints.Reading.Word;

/// <summary>Characters of the Symbol and Wingdings fonts, which files keep in the private use area, as Unicode characters.</summary>
internal static class SymbolFonts
{
    /// <summary>The text with known symbols replaced; an unknown one stays as it is.</summary>
    public static string Printed(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\uF000', '\uF0FF') < 0)
            return text;
        var printed = text.ToCharArray();
        for (var at = 0; at < printed.Length; at++)
            printed[at] = Printed(printed[at]);
        return new string(printed);
    }

    private static char Printed(char sign) => sign switch
    {
        '\uF0B7' => '•',
        '\uF06C' => '●',
        '\uF06E' => '■',
        '\uF06F' or '\uF071' or '\uF0A8' => '□',
        '\uF075' => '◆',
        '\uF076' => '❖',
        '\uF0A7' => '▪',
        '\uF0D8' => '➢',
        '\uF0E0' => '→',
        '\uF0FC' => '✓',
        '\uF0FB' => '✗',
        '\uF052' or '\uF0FE' => '☑',
        '\uF0B4' => '×',
        '\uF0B0' => '°',
        '\uF0B1' => '±',
        '\uF0A3' => '≤',
        '\uF0B3' => '≥',
        >= '\uF021' and <= '\uF07E' => sign,
        _ => sign,
    };
}
