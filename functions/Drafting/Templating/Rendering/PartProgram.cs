using System.Text;
using Scriban;
using Scriban.Parsing;
using YiyuanSafety.Drafting.Templating.Lifting;
using YiyuanSafety.Drafting.Templating.Tags;

namespace YiyuanSafety.Drafting.Templating.Rendering;

/// <summary>
/// A compiled part. Scriban sees only the tags, with one character in place of each stretch of literal XML, whose bytes
/// are encoded once; so evaluating costs by the tags, and copying by the bytes.
/// </summary>
internal sealed class PartProgram
{
    private const char Stretch = 'x';
    private readonly StaticStep[][] stretches;
    private readonly int[] stretchAt;
    private readonly List<(int Start, Tag Tag)> tagAt = [];

    private PartProgram(string partName, string place, string wordPrefix, List<Piece> pieces, TemplateLimits limits)
    {
        (PartName, Place) = (partName, place);
        var source = new StringBuilder();
        var all = new List<StaticStep[]>();
        var offsets = new List<int>();
        var current = new List<StaticStep>();
        foreach (var piece in pieces.Append(null))
        {
            if (piece is not (null or Piece.Code))
            {
                current.Add(StaticStep.Of(piece, wordPrefix));
                continue;
            }
            if (current.Count > 0)
            {
                offsets.Add(source.Length);
                source.Append(Stretch);
                all.Add([.. current]);
                current.Clear();
            }
            if (piece is Piece.Code code)
            {
                tagAt.Add((source.Length, code.Tag));
                source.Append("{{ ").Append(code.Tag.Code).Append(" }}");
            }
        }
        Source = source.ToString();
        stretches = [.. all];
        stretchAt = new int[Source.Length];
        for (var i = 0; i < offsets.Count; i++)
            stretchAt[offsets[i]] = i;
        WordPrefix = wordPrefix.Length == 0 ? "" : wordPrefix + ":";
        (BreakXml, TabXml) = Breaks(wordPrefix);
        Template = Template.Parse(Source, null, new ParserOptions { ExpressionDepthLimit = limits.Depth });
    }

    /// <summary>Path in the package.</summary>
    public string PartName { get; }

    /// <summary>正文, 页眉 …</summary>
    public string Place { get; }

    /// <summary>What Scriban was given; output of this very string is a stretch of literal XML.</summary>
    public string Source { get; }

    /// <summary>The parsed template.</summary>
    public Template Template { get; }

    /// <summary>Prefix of the part's own elements, with its colon.</summary>
    public string WordPrefix { get; }

    /// <summary>A line break inside a w:t, UTF-8.</summary>
    public byte[] BreakXml { get; }

    /// <summary>A tab inside a w:t, UTF-8.</summary>
    public byte[] TabXml { get; }

    /// <summary>The literal XML at an offset of the source.</summary>
    public StaticStep[] StretchAt(int offset) => stretches[stretchAt[offset]];

    /// <summary>The tag around an offset of the source.</summary>
    public Tag? TagAt(int offset) => tagAt.FindLast(t => t.Start <= offset).Tag;

    /// <summary>Compiles a part from its pieces.</summary>
    public static PartProgram Compile(string partName, string place, string wordPrefix, List<Piece> pieces, TemplateLimits limits) =>
        new(partName, place, wordPrefix, pieces, limits);

    private static (byte[], byte[]) Breaks(string prefix)
    {
        var p = prefix.Length == 0 ? "" : prefix + ":";
        byte[] Around(string element) => Encoding.UTF8.GetBytes($"</{p}t><{p}{element}/><{p}t xml:space=\"preserve\">");
        return (Around("br"), Around("tab"));
    }
}
