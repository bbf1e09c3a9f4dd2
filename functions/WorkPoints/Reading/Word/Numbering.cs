using System.Text;

namespace YiyuanSafety.WorkPoints.Reading.Word;

/// <summary>One level of a list.</summary>
internal sealed record NumberLevel(int Start, string Format, string Text, bool SpaceAfter, bool Legal, int? Restart, string? Style)
{
    public static readonly NumberLevel Plain = new(1, "decimal", "", false, false, null, null);
}

/// <summary>A list definition (w:abstractNum) and how far its counters have come.</summary>
internal sealed class NumberList
{
    public const int Levels = 9;

    public NumberLevel?[] Definitions { get; } = new NumberLevel?[Levels];

    public int?[] Counters { get; } = new int?[Levels];

    public string? NumberingStyle { get; set; }
}

/// <summary>A use of a list (w:num) with what it overrides.</summary>
internal sealed class NumberUse(string list)
{
    public string List { get; } = list;

    public int?[] StartOverrides { get; } = new int?[NumberList.Levels];

    public NumberLevel?[] LevelOverrides { get; } = new NumberLevel?[NumberList.Levels];

    public bool[] Restarted { get; } = new bool[NumberList.Levels];
}

/// <summary>Counts numbered paragraphs as Word does and gives the printed number of each.</summary>
internal sealed class Numbering(Dictionary<string, NumberList> lists, Dictionary<string, NumberUse> uses, StyleSheet styles)
{
    private const int LongestLinkChain = 8;

    /// <summary>The printed number of the next paragraph of a list, or empty.</summary>
    /// <param name="numId">The list's use.</param>
    /// <param name="level">Level from 0, or null where a style decides it.</param>
    /// <param name="style">Paragraph style, which a level may name as its own.</param>
    public string Next(string numId, int? level, string? style)
    {
        if (!uses.TryGetValue(numId, out var use) || ListOf(use) is not { } list)
            return "";

        var at = Math.Clamp(level ?? LevelOfStyle(list, style), 0, NumberList.Levels - 1);
        if (Definition(list, use, at) is not { } definition)
            return "";

        Count(list, use, at);
        var text = Print(list, use, definition, at);
        return definition.SpaceAfter && text.Length > 0 ? text + " " : text;
    }

    private static int LevelOfStyle(NumberList list, string? style) => style is null
        ? 0
        : Math.Max(0, Array.FindIndex(list.Definitions, level => level?.Style == style));

    private static NumberLevel? Definition(NumberList list, NumberUse use, int level) =>
        use.LevelOverrides[level] ?? list.Definitions[level];

    // A list may be no more than a reference to the list of a numbering style.
    private NumberList? ListOf(NumberUse use)
    {
        var id = use.List;
        for (var steps = 0; steps < LongestLinkChain && lists.TryGetValue(id, out var list); steps++)
        {
            if (list.NumberingStyle is not { } style)
                return list;
            if (styles.NumberingOf(style) is not { } numId || !uses.TryGetValue(numId, out var linked))
                return list;
            id = linked.List;
        }

        return null;
    }

    private static int StartOf(NumberList list, NumberUse use, int level) =>
        use.StartOverrides[level] ?? Definition(list, use, level)?.Start ?? 1;

    private static void Count(NumberList list, NumberUse use, int at)
    {
        var restart = use.StartOverrides[at] is not null && !use.Restarted[at];
        use.Restarted[at] = true;
        list.Counters[at] = restart || list.Counters[at] is not { } last || last == int.MaxValue
            ? StartOf(list, use, at)
            : last + 1;

        for (var below = at + 1; below < NumberList.Levels; below++)
        {
            // w:lvlRestart names, from 1, the lowest level that restarts this one; 0 means never.
            var restartedBy = Math.Min(Definition(list, use, below)?.Restart ?? below, below);
            if (at < restartedBy)
                list.Counters[below] = null;
        }
    }

    private static string Print(NumberList list, NumberUse use, NumberLevel definition, int at)
    {
        if (definition.Format == "bullet")
            return Bullet(definition.Text);

        var text = new StringBuilder();
        for (var index = 0; index < definition.Text.Length; index++)
        {
            var sign = definition.Text[index];
            if (sign != '%' || index + 1 >= definition.Text.Length || definition.Text[index + 1] is < '1' or > '9')
            {
                text.Append(sign);
                continue;
            }

            var level = definition.Text[++index] - '1';
            if (level > at)
                continue;
            var format = definition.Legal ? "decimal" : Definition(list, use, level)?.Format ?? "decimal";
            text.Append(NumberFormat.Write(list.Counters[level] ?? StartOf(list, use, level), format));
        }

        return text.ToString();
    }

    // Bullets of the symbol fonts stand in the private use area; the signs below look as they are printed.
    private static string Bullet(string text) => SymbolFonts.Printed(text);
}
