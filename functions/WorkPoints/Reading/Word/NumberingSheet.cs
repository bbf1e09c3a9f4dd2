using System.Text;
using System.Xml;

namespace YiyuanSafety.WorkPoints.Reading.Word;

/// <summary>Word's automatic numbering turned into the text it prints.</summary>
internal sealed class NumberingSheet
{
    private const int Levels = 9;

    private readonly Dictionary<int, Level[]> _abstracts = [];
    private readonly Dictionary<int, string> _styleLinks = [];
    private readonly Dictionary<string, int> _linkedStyles = new(StringComparer.Ordinal);
    private readonly Dictionary<int, Instance> _instances = [];
    private readonly Dictionary<int, int?[]> _counters = [];

    /// <summary>A sheet without numbering.</summary>
    public static NumberingSheet Empty => new();

    /// <summary>Reads numbering.xml.</summary>
    public static NumberingSheet Read(XmlReader xml)
    {
        var sheet = new NumberingSheet();
        Level[]? levels = null;
        Level? level = null;
        Instance? instance = null;
        var abstractId = 0;
        var overridden = 0;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            var value = xml.WordAttribute("val");
            switch (xml.LocalName)
            {
                case "abstractNum":
                    abstractId = xml.WordNumber("abstractNumId") ?? 0;
                    sheet._abstracts[abstractId] = levels = [.. Enumerable.Range(0, Levels).Select(_ => new Level())];
                    (instance, level) = (null, null);
                    break;
                case "numStyleLink" when value is not null:
                    sheet._styleLinks[abstractId] = value;
                    break;
                case "styleLink" when value is not null:
                    sheet._linkedStyles[value] = abstractId;
                    break;
                case "num":
                    instance = new Instance();
                    sheet._instances[xml.WordNumber("numId") ?? 0] = instance;
                    (levels, level) = (null, null);
                    break;
                case "abstractNumId" when instance is not null:
                    instance.Abstract = xml.WordNumber("val") ?? 0;
                    break;
                case "lvlOverride" when instance is not null:
                    overridden = Clamp(xml.WordNumber("ilvl"));
                    break;
                case "startOverride" when instance is not null:
                    instance.Starts[overridden] = xml.WordNumber("val");
                    break;
                case "lvl":
                    level = new Level();
                    var at = Clamp(xml.WordNumber("ilvl"));
                    if (instance is not null)
                        instance.Levels[at] = level;
                    else if (levels is not null)
                        levels[at] = level;
                    break;
                case "start" when level is not null:
                    level.Start = xml.WordNumber("val") ?? 1;
                    break;
                case "numFmt" when level is not null:
                    level.Format = value ?? "decimal";
                    break;
                case "lvlText" when level is not null:
                    level.Text = value ?? "";
                    break;
                case "lvlRestart" when level is not null:
                    level.Restart = xml.WordNumber("val");
                    break;
                case "isLgl" when level is not null:
                    level.Legal = xml.WordFlag();
                    break;
                case "suff" when level is not null:
                    level.Suffix = value ?? "tab";
                    break;
                default:
                    break;
            }
        }

        return sheet;
    }

    /// <summary>Counts one paragraph and gives the text its number prints; empty where there is none.</summary>
    public string Next(int numberId, int level)
    {
        level = Clamp(level);
        if (!_instances.TryGetValue(numberId, out var instance))
            return "";
        var abstractId = Resolve(instance.Abstract);
        if (!_abstracts.TryGetValue(abstractId, out var levels))
            return "";
        if (!_counters.TryGetValue(abstractId, out var counters))
            _counters[abstractId] = counters = new int?[Levels];
        if (instance.Starts[level] is { } start && instance.Begun.Add(level))
            counters[level] = start;
        else
            counters[level] = counters[level] is { } number ? number + 1 : LevelOf(instance, levels, level).Start;
        for (var deeper = level + 1; deeper < Levels; deeper++)
        {
            // lvlRestart 0: never; n: only after a paragraph of level n or higher.
            if (LevelOf(instance, levels, deeper).Restart is { } restart && (restart == 0 || level >= restart))
                continue;
            counters[deeper] = null;
        }

        for (var higher = 0; higher < level; higher++)
            counters[higher] ??= LevelOf(instance, levels, higher).Start;
        return Print(instance, levels, counters, level);
    }

    private static string Print(Instance instance, Level[] levels, int?[] counters, int level)
    {
        var own = LevelOf(instance, levels, level);
        if (own.Format == "bullet")
            return own.Text;
        var text = new StringBuilder();
        for (var i = 0; i < own.Text.Length; i++)
        {
            if (own.Text[i] != '%' || i + 1 >= own.Text.Length || own.Text[i + 1] is < '1' or > '9')
            {
                text.Append(own.Text[i]);
                continue;
            }

            var shown = own.Text[++i] - '1';
            var format = own.Legal ? "decimal" : LevelOf(instance, levels, shown).Format;
            text.Append(NumberFormats.Print(counters[shown] ?? LevelOf(instance, levels, shown).Start, format));
        }

        if (text.Length > 0 && own.Suffix == "space")
            text.Append(' ');
        return text.ToString();
    }

    private static Level LevelOf(Instance instance, Level[] levels, int level) => instance.Levels[level] ?? levels[level];

    private int Resolve(int abstractId)
    {
        for (var hops = 0; hops < 8 && _styleLinks.TryGetValue(abstractId, out var style) && _linkedStyles.TryGetValue(style, out var linked); hops++)
            abstractId = linked;
        return abstractId;
    }

    private static int Clamp(int? level) => Math.Clamp(level ?? 0, 0, Levels - 1);

    private sealed class Level
    {
        public int Start { get; set; } = 1;

        public string Format { get; set; } = "decimal";

        public string Text { get; set; } = "";

        public int? Restart { get; set; }

        public bool Legal { get; set; }

        public string Suffix { get; set; } = "tab";
    }

    private sealed class Instance
    {
        public int Abstract { get; set; }

        public int?[] Starts { get; } = new int?[NumberingSheet.Levels];

        public Level?[] Levels { get; } = new Level?[NumberingSheet.Levels];

        public HashSet<int> Begun { get; } = [];
    }
}
