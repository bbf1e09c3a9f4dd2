using YiyuanSafety.Drafting.Format.Fixes;
using YiyuanSafety.Drafting.Format.Model;
using YiyuanSafety.Drafting.Format.Parts;

namespace YiyuanSafety.Drafting.Format.Checks;

/// <summary>Which characters of a paragraph a check of type looks at.</summary>
internal enum Stretch
{
    /// <summary>All.</summary>
    Whole,

    /// <summary>A heading up to its first full stop; what runs on after it is text.</summary>
    Heading,

    /// <summary>What runs on after a heading.</summary>
    AfterHeading,

    /// <summary>Up to the first colon.</summary>
    Label,

    /// <summary>The issue number: up to the signer, whose name has a type of its own, and after an urgency on the same line.</summary>
    BeforeSigner,
}

/// <summary>Kind and size of type.</summary>
/// <param name="family">The kind of Chinese type, or null for any.</param>
/// <param name="size">Half points, or null for any.</param>
/// <param name="stretch">Which characters.</param>
/// <param name="parts">Of which parts.</param>
internal sealed class TypeCheck(Family? family, int? size, Stretch stretch, params Part[] parts) : Check
{
    private const int FirstHan = 0x2E80;

    public override IEnumerable<Fault> Run(CheckedPaper paper) =>
        parts.SelectMany(paper.Parts.Of).Select(paragraph => Look(paper, paragraph)).OfType<Fault>();

    private Fault? Look(CheckedPaper paper, Paragraph paragraph)
    {
        var runs = Stretches.Of(paragraph, stretch).ToList();
        var wrongFont = family is { } kind ? runs.FindAll(run => run.Text.Any(sign => sign >= FirstHan) && (run.Look.Han.IsTheme || !Families.Has(kind, run.Look.Han.Name, paper.Options.Fonts))) : [];
        var wrongSize = size is { } half ? runs.FindAll(run => run.Look.Size != half) : [];
        if (wrongFont.Count == 0 && wrongSize.Count == 0)
            return null;
        var worst = wrongFont.Concat(wrongSize).MaxBy(run => run.Text.Length) ?? runs[0];
        return new Fault(
            paper.PlaceOf(paragraph),
            Describe(family is null ? "" : (worst.Look.Han.IsTheme ? "主题字体" : "") + worst.Look.Han.Name, size is null ? null : worst.Look.Size),
            Describe(family is { } wanted ? Families.Of(wanted) : "", size),
            Mend(paper, wrongFont, wrongSize, paragraph));
    }

    // A run that goes on behind the stretch is cut first, and mended in the next round.
    private Repair? Mend(CheckedPaper paper, List<TextRun> wrongFont, List<TextRun> wrongSize, Paragraph paragraph)
    {
        if (Stretches.CutOf(paragraph, stretch) is var (cut, at) && (wrongFont.Contains(cut) || wrongSize.Contains(cut)))
            return Stretches.CanCut(cut) ? Repair.Of(new SplitEdit(cut.Element, at)) : null;
        IEnumerable<Edit> edits = [];
        if (family is { } kind)
            edits = edits.Concat(Repairs.Font(wrongFont, Families.Name(kind, paper.Options.Fonts)));
        if (size is { } half)
            edits = edits.Concat(Repairs.Size(wrongSize, half));
        return Repair.Of(edits);
    }

    private static string Describe(string font, int? half) =>
        string.Join(' ', new[] { font, half is { } one ? Measure.Size(one) : "" }.Where(word => word.Length > 0));
}

/// <summary>Stretches of a paragraph.</summary>
internal static class Stretches
{
    /// <summary>The visible runs of a stretch; a run cut by its end belongs to it.</summary>
    public static IEnumerable<TextRun> Of(Paragraph paragraph, Stretch stretch)
    {
        var end = End(paragraph, stretch);
        var start = stretch == Stretch.BeforeSigner ? Signs.BesideNumber.Match(paragraph.Text).Length : 0;
        var at = 0;
        foreach (var run in paragraph.Runs)
        {
            var begins = at;
            at += run.Text.Length;
            if (at > start && run.Text.AsSpan().Trim(Paragraph.Blank).Length > 0 && (stretch == Stretch.AfterHeading ? at > end && run.Text.AsSpan(Math.Max(0, end - begins)).Trim(Paragraph.Blank).Length > 0 : begins < end))
                yield return run;
        }
    }

    /// <summary>The run that the end of a stretch cuts, and where; null where none is cut.</summary>
    public static (TextRun Run, int At)? CutOf(Paragraph paragraph, Stretch stretch)
    {
        var end = End(paragraph, stretch);
        var at = 0;
        foreach (var run in paragraph.Runs)
        {
            if (at < end && end < at + run.Text.Length && run.Text.AsSpan(end - at).Trim(Paragraph.Blank).Length > 0)
                return (run, end - at);
            at += run.Text.Length;
        }

        return null;
    }

    /// <summary>Whether a run is plain text that can be made two runs.</summary>
    public static bool CanCut(TextRun run) =>
        run.Element.Elements().All(child => child.Name == W.RPr || child.Name == W.Main + "t") && run.Element.Elements(W.Main + "t").Count() == 1
        && run.Element.Child("t") is { HasElements: false };

    private static int End(Paragraph paragraph, Stretch stretch) => stretch switch
    {
        Stretch.Whole => paragraph.Text.Length,
        Stretch.BeforeSigner => Signs.Signer.Match(paragraph.Text) is { Success: true } signer ? signer.Index : paragraph.Text.Length,
        Stretch.Label => paragraph.Text.IndexOfAny(['：', ':']) + 1 is var colon and > 0 ? colon : paragraph.Text.Length,
        _ => paragraph.Text.IndexOf('。', StringComparison.Ordinal) + 1 is var stop and > 0 ? stop : paragraph.Text.Length,
    };
}
