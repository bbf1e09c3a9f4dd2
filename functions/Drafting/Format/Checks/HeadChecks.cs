using YiyuanSafety.Drafting.Format.Fixes;
using YiyuanSafety.Drafting.Format.Model;
using YiyuanSafety.Drafting.Format.Parts;

namespace YiyuanSafety.Drafting.Format.Checks;

/// <summary>What only the head of a paper has (7.2).</summary>
internal static class HeadChecks
{
    private const int LeastSpace = 4;
    private const int MostSpace = 9;

    /// <summary>The red line below the issue number: present, red, as wide as the type area, 4 mm down (7.2.7).</summary>
    public static IEnumerable<Fault> RedLine(CheckedPaper paper)
    {
        if (paper.Parts.Shape != PaperShape.RedHead || paper.Parts.First(Part.IssueNumber) is not { } number)
            yield break;
        if (RuleBelow(paper, number) is var (holder, edge))
        {
            if (!Colours.IsRed(edge.Colour))
                yield return new Fault(paper.PlaceOf(holder), $"分隔线颜色为 {Colour(edge.Colour)}", "红色", holder.Look.Bottom == edge ? BottomRule(holder, edge.Space) : null);
            var (left, right) = (holder.Look.Left ?? 0, holder.Look.Right ?? 0);
            if (left != 0 || right != 0)
                yield return new Fault(paper.PlaceOf(holder), $"分隔线左缩 {Measure.Millimetres(left)}、右缩 {Measure.Millimetres(right)}", "与版心等宽", Repair.Of(Repairs.Indent(holder, 0, 0, 0)));
            if (ReferenceEquals(holder, number) && holder.Look.LineRule == "exact" && edge.Space is < LeastSpace or > MostSpace)
                yield return new Fault(paper.PlaceOf(holder), $"分隔线距文字 {edge.Space} 磅", "发文字号之下 4 mm（边框距文字 7 磅）", BottomRule(holder, TypeFigures.RedLineSpace));
            yield break;
        }

        // On paper with a printed head, mark and line are there before the text is.
        if (paper.Parts.First(Part.Mark) is not null && !paper.Document.Shapes.Any(shape => shape.Text.Count == 0 && !shape.IsPicture))
            yield return new Fault(paper.PlaceOf(number), "没有红色分隔线", "发文字号之下 4 mm 处有与版心等宽的红色分隔线", BottomRule(number, TypeFigures.RedLineSpace));
    }

    /// <summary>签发人 only on papers that go upwards, and upwards papers only with one.</summary>
    public static IEnumerable<Fault> Signer(CheckedPaper paper)
    {
        var title = string.Concat(paper.Parts.Of(Part.Title).Select(line => line.Words));
        var goesUp = title.EndsWith("请示", StringComparison.Ordinal) || title.EndsWith("报告", StringComparison.Ordinal);
        var signer = SignerOf(paper);
        if (signer is not null && title.Length > 0 && !goesUp && !title.EndsWith("意见", StringComparison.Ordinal))
            yield return new Fault(paper.PlaceOf(signer), "标注了签发人", "签发人只标注在上行文（请示、报告等）上");
        if (signer is null && goesUp && paper.Parts.Shape == PaperShape.RedHead && paper.Parts.First(Part.IssueNumber) is { } number)
            yield return new Fault(paper.PlaceOf(number), "没有标注签发人", "上行文应当标注签发人姓名");
    }

    /// <summary>签发人：in 仿宋, the name in 楷体; the issue number one character in (7.2.5, 7.2.6).</summary>
    public static IEnumerable<Fault> SignerType(CheckedPaper paper)
    {
        if (SignerOf(paper) is not { } signer)
            yield break;
        var colon = Signs.Signer.Match(signer.Text) is { Success: true } match ? match.Index + match.Length : 0;
        var at = 0;
        foreach (var run in signer.Runs)
        {
            at += run.Text.Length;
            if (at <= colon || run.Text.AsSpan().Trim(Paragraph.Blank).Length == 0 || Families.Has(Family.Kai, run.Look.Han.Name, paper.Options.Fonts))
                continue;
            var isCut = at - run.Text.Length < colon;
            yield return new Fault(
                paper.PlaceOf(signer), $"签发人姓名为{run.Look.Han.Name}", "楷体", isCut ? null : Repair.Of(Repairs.Font([run], Families.Name(Family.Kai, paper.Options.Fonts))));
            break;
        }

        if (paper.Parts.First(Part.IssueNumber) is { } number && ReferenceEquals(number, signer) && !PlaceCheck.Near(paper.Placed(number).Start, 1))
            yield return new Fault(paper.PlaceOf(number), $"发文字号{PlaceCheck.Describe(number, paper.Placed(number))}", "发文字号左空 1 字");
    }

    /// <summary>份号, 密级, 紧急程度 from top to bottom (7.2.3).</summary>
    public static IEnumerable<Fault> Order(CheckedPaper paper)
    {
        var found = paper.Document.Everything.Select(paragraph => (paragraph, Part: paper.Parts.PartOf(paragraph)))
            .Where(one => one.Part is Part.CopyNumber or Part.Secrecy or Part.Urgency).ToList();
        for (var i = 1; i < found.Count; i++)
        {
            if (found[i].Part < found[i - 1].Part)
                yield return new Fault(paper.PlaceOf(found[i].paragraph), $"{PartNames.Of(found[i].Part)}在{PartNames.Of(found[i - 1].Part)}之后", "自上而下依次为份号、密级和保密期限、紧急程度");
        }
    }

    /// <summary>The mark's colour, which is recommended.</summary>
    public static Fault? MarkColour(CheckedPaper paper, Paragraph mark)
    {
        var odd = mark.Runs.FirstOrDefault(run => run.Text.AsSpan().Trim(Paragraph.Blank).Length > 0 && !Colours.IsRed(run.Look.Colour));
        return odd is null ? null : new Fault(
            paper.PlaceOf(mark), $"颜色为 {Colour(odd.Look.Colour)}", "红色", Repair.Of(mark.Runs.Select(run => Repairs.Run(run, "color", ("val", TypeFigures.Red), ("themeColor", null)))));
    }

    public static string Colour(string colour) => colour == "auto" ? "黑色" : Colours.IsRed(colour) ? "红色" : colour;

    private static Paragraph? SignerOf(CheckedPaper paper) =>
        paper.Parts.First(Part.Signer) ?? paper.Parts.Of(Part.IssueNumber).FirstOrDefault(number => Signs.Signer.IsMatch(number.Words));

    private static (Paragraph Holder, Edge Edge)? RuleBelow(CheckedPaper paper, Paragraph number)
    {
        if (number.Look.Bottom is { IsDrawn: true } own)
            return (number, own);
        for (var i = paper.Parts.PlaceOf(number) + 1; i > 0 && i < paper.Parts.Blocks.Count && paper.Parts.Blocks[i] is Paragraph next; i++)
        {
            if (next.Look.Top is { IsDrawn: true } top)
                return (next, top);
            if (next.Words.Length > 0)
                break;
            if (next.Look.Bottom is { IsDrawn: true } bottom)
                return (next, bottom);
        }

        return null;
    }

    private static Repair BottomRule(Paragraph paragraph, int space) => Repair.Of(new BorderEdit(paragraph.Element, space));
}
