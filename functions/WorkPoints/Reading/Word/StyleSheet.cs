using System.Globalization;

namespace YiyuanSafety.WorkPoints.Reading.Word;

/// <summary>What a style comes to once the styles it is based on are taken in.</summary>
/// <param name="Outline">Outline level (0 = highest; 9 = body text), or null.</param>
/// <param name="NumId">Numbering instance, or null.</param>
/// <param name="Level">Numbering level, or null.</param>
/// <param name="Format">Looks of the style's text.</param>
internal sealed record ResolvedStyle(int? Outline, string? NumId, int? Level, RunFormat Format)
{
    public static readonly ResolvedStyle None = new(null, null, null, default);
}

/// <summary>The styles of a document.</summary>
internal sealed class StyleSheet
{
    private const int LongestChain = 64;

    private readonly Dictionary<string, Style> _styles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ResolvedStyle> _resolved = new(StringComparer.Ordinal);
    private RunFormat _defaults;
    private string? _defaultParagraph;

    private sealed record Style(string Id, string? Name, string? BasedOn, int? Outline, string? NumId, int? Level, RunFormat Format);

    /// <summary>Reads the styles part.</summary>
    public static StyleSheet Read(PartCursor cursor)
    {
        var sheet = new StyleSheet();
        var entered = cursor.Enter();
        while (cursor.Next(entered))
        {
            if (!cursor.IsWord)
                continue;
            switch (cursor.Name)
            {
                case "latentStyles" or "pPrDefault":
                    cursor.Skip();
                    break;
                case "rPr":
                    sheet._defaults = RunFormat.Read(cursor, out _);
                    break;
                case "style":
                    sheet.ReadStyle(cursor);
                    break;
                default:
                    break;
            }
        }

        return sheet;
    }

    /// <summary>What a paragraph style comes to; null stands for the default one. Document defaults are included.</summary>
    public ResolvedStyle Paragraph(string? id)
    {
        id = id is not null && _styles.ContainsKey(id) ? id : _defaultParagraph ?? "";
        if (_resolved.TryGetValue(id, out var known))
            return known;
        var style = Resolve(id);
        return _resolved[id] = style with { Format = style.Format.Over(_defaults) };
    }

    /// <summary>What a character style says of looks.</summary>
    public RunFormat Character(string id) => Resolve(id).Format;

    /// <summary>The numbering instance a numbering style stands for, or null.</summary>
    public string? NumberingOf(string styleId) => Resolve(styleId).NumId;

    private ResolvedStyle Resolve(string id)
    {
        var result = ResolvedStyle.None;
        var next = id;
        for (var steps = 0; steps < LongestChain && next is not null && _styles.TryGetValue(next, out var style); steps++)
        {
            result = new ResolvedStyle(
                result.Outline ?? style.Outline ?? HeadingByName(style.Name),
                result.NumId ?? style.NumId,
                result.Level ?? style.Level,
                result.Format.Over(style.Format));
            next = style.BasedOn;
        }

        return result;
    }

    private static int? HeadingByName(string? name)
    {
        if (name is null)
            return null;
        foreach (var prefix in (ReadOnlySpan<string>)["heading ", "标题 "])
        {
            if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
                && int.TryParse(name.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var level)
                && level is >= 1 and <= 9)
                return level - 1;
        }

        return null;
    }

    private void ReadStyle(PartCursor cursor)
    {
        var id = cursor.Attribute("styleId");
        var isDefault = cursor.Attribute("type") is null or "paragraph" && cursor.Attribute("default") is "1" or "true" or "on";
        string? name = null, basedOn = null, numId = null;
        int? outline = null, level = null;
        var format = default(RunFormat);
        var entered = cursor.Enter();
        while (cursor.Next(entered))
        {
            switch (cursor.Name)
            {
                case "name":
                    name = cursor.Value;
                    break;
                case "basedOn":
                    basedOn = cursor.Value;
                    break;
                case "outlineLvl":
                    outline = cursor.Number();
                    break;
                case "numId":
                    numId = cursor.Value;
                    break;
                case "ilvl":
                    level = cursor.Number();
                    break;
                case "rPr":
                    format = RunFormat.Read(cursor, out _);
                    break;
                case "tblStylePr" or "tblPr" or "trPr" or "tcPr" or "pPrChange":
                    cursor.Skip();
                    break;
                default:
                    break;
            }
        }

        if (id is null)
            return;
        _styles[id] = new Style(id, name, basedOn, outline, numId, level, format);
        if (isDefault)
            _defaultParagraph = id;
    }
}
