using YiyuanSafety.Drafting.Format.Fixes;
using YiyuanSafety.Drafting.Format.Model;
using YiyuanSafety.Drafting.Format.Parts;

namespace YiyuanSafety.Drafting.Format.Checks;

/// <summary>22 lines of 28 characters (5.2.3), told from the usual line and type of the text.</summary>
internal static class LineChecks
{
    // The grid of characters counts in 1/4096 pt, so that 28 of them may come to a hair more than the line.
    private const double Rounding = 0.001;
    private const int MostWhite = 216;
    private const int ProfileBHeight = 13031;

    /// <summary>Parts that stand in lines of text.</summary>
    public static readonly Part[] Lines =
        [Part.Addressees, Part.Body, Part.Heading1, Part.Heading2, Part.Heading3, Part.Heading4, Part.AttachmentNote, Part.Issuer, Part.Date, Part.Annotation];

    /// <summary>Whether lines of a height fill the type area with 22.</summary>
    public static bool Fits(CheckedPaper paper, int pitch)
    {
        var height = PageChecks.Profile(paper) == "B" ? ProfileBHeight : PageFigures.TypeHeight;
        return pitch > 0 && height / pitch == TypeFigures.LinesPerPage && height - (TypeFigures.LinesPerPage * pitch) <= MostWhite;
    }

    /// <summary>Whether characters of a width fill a line with 28.</summary>
    public static bool Fits(double em) => Count(em) == TypeFigures.CharactersPerLine;

    public static IEnumerable<Fault> Page(CheckedPaper paper)
    {
        var usual = paper.Usual;
        if (usual.Line == 0)
            yield break;
        if (usual.Pitch is not { } pitch || !Fits(paper, pitch))
        {
            var found = usual.Pitch is { } lines
                ? $"每页 {(PageChecks.Profile(paper) == "B" ? ProfileBHeight : PageFigures.TypeHeight) / Math.Max(lines, 1)} 行（行距 {Measure.Points(lines)}）"
                : usual.Rule == "auto" ? $"行距为 {usual.Line / 240d:0.##} 倍，行数随字体变化" : $"行距为最小值 {Measure.Points(usual.Line)}，行数随字体变化";
            yield return new Fault(CheckedPaper.Whole, found, "每页 22 行并撑满版心（如行距固定值 28.95 磅）", Repair.Of(SameLine(paper, usual).Select(paragraph => Repairs.Line(paragraph, TypeFigures.Line))));
        }

        if (usual.Em is { } em && !Fits(em))
            yield return new Fault(CheckedPaper.Whole, $"每行 {Count(em)} 字", "每行 28 字（如 3 号字字符间距紧缩 0.25 磅）", Tighten(paper, LineParts(paper)));
    }

    public static Fault? Line(CheckedPaper paper, Paragraph paragraph)
    {
        var look = paragraph.Look;
        var usual = paper.Usual;
        var pitch = UsualText.PitchOf(paper, paragraph);
        var isUsual = ((look.LineRule ?? "auto"), look.Line ?? 240) == (usual.Rule, usual.Line);
        var space = paper.Parts.HasHead && paper.Parts.PartOf(paragraph) is not (Part.Issuer or Part.Date) && (look.Before ?? 0) + (look.After ?? 0) > 0;
        if (!space && (isUsual || (pitch is { } own && Fits(paper, own))))
            return null;
        return new Fault(
            paper.PlaceOf(paragraph),
            space ? $"段前段后间距 {Measure.Points((look.Before ?? 0) + (look.After ?? 0))}" : pitch is { } found ? $"行距 {Measure.Points(found)}" : "行距不是固定值",
            "行距固定值 28.5 至 28.95 磅，段前段后 0",
            Repair.Of(Repairs.Line(paragraph, TypeFigures.Line)));
    }

    public static Fault? Tracking(CheckedPaper paper, Paragraph paragraph)
    {
        if (paper.Usual.Em is not { } usual)
            return null;
        var odd = paragraph.Runs.FirstOrDefault(run => run.Look.Size == TypeFigures.Size3 && run.Text.AsSpan().Trim(Paragraph.Blank).Length > 0
            && !Fits(run.Look.Em + UsualText.EmOf(paper, paragraph) - paragraph.Type.Em) && Math.Abs(run.Look.Em + UsualText.EmOf(paper, paragraph) - paragraph.Type.Em - usual) > 0.5);
        return odd is null ? null : new Fault(
            paper.PlaceOf(paragraph), $"字符间距 {Measure.Points(odd.Look.Tracking)}", "字符间距 -0.25 磅（每行 28 字）", Tighten(paper, [paragraph]));
    }

    /// <summary>The grid of characters, which Word uses instead of tracking.</summary>
    public static Fault? Grid(CheckedPaper paper, SectionLook section)
    {
        if (section.IsLandscape || section.GridType != "linesAndChars" || section.GridCharacters is not { } space)
            return null;
        var em = 320 + (space / 204.8);
        return Fits(em) ? null : new Fault(
            paper.PlaceOf(section), $"文档网格每行 {Count(em)} 字", "每行 28 字", Repair.Of(Repairs.Section(section, "docGrid", ("charSpace", "-848"))));
    }

    private static int Count(double em) => (int)((PageFigures.TypeWidth / em) + Rounding);

    private static IEnumerable<Paragraph> LineParts(CheckedPaper paper) => Lines.SelectMany(paper.Parts.Of);

    private static IEnumerable<Paragraph> SameLine(CheckedPaper paper, UsualText usual) =>
        paper.Parts.Blocks.OfType<Paragraph>().Where(paragraph => !paragraph.IsFramed
            && ((paragraph.Look.LineRule ?? "auto", paragraph.Look.Line ?? 240) == (usual.Rule, usual.Line))
            && paragraph.Type.Size <= TypeFigures.Size3 && paragraph.Shapes.Count == 0);

    private static Repair Tighten(CheckedPaper paper, IEnumerable<Paragraph> paragraphs) => Repair.Of(
        from paragraph in paragraphs
        from run in paragraph.Runs
        where run.Look.Size == TypeFigures.Size3
        let grid = UsualText.EmOf(paper, paragraph) - paragraph.Type.Em
        select Repairs.Run(run, "spacing", ("val", W.Write((int)Math.Round(TypeFigures.Tracking - grid)))));
}
