using YiyuanSafety.Drafting.Format.Model;
using YiyuanSafety.Drafting.Format.Parts;

namespace YiyuanSafety.Drafting.Format.Checks;

/// <summary>What the 条例 (中办发〔2012〕14号) says and a paper shows. It is no part of the standard, so these are warnings.</summary>
internal static class GenreChecks
{
    /// <summary>The title ends with one of the fifteen kinds (articles 8 and 9).</summary>
    public static IEnumerable<Fault> Title(CheckedPaper paper)
    {
        var lines = paper.Parts.Of(Part.Title);
        if (paper.Parts.Shape is not (PaperShape.RedHead or PaperShape.Letter))
            yield break;
        if (lines.Count == 0)
        {
            yield return new Fault(CheckedPaper.Whole, "没有找到标题", "由发文机关名称、事由和文种组成的标题");
            yield break;
        }

        var title = string.Concat(lines.Select(line => line.Words));
        var bare = title.EndsWith('）') && title.LastIndexOf('（') is var open and > 0 ? title[..open] : title.TrimEnd('。', '！', '？');
        if (!Signs.Genre.IsMatch(bare))
            yield return new Fault(paper.PlaceOf(lines[0]), $"以“{bare[^Math.Min(4, bare.Length)..]}”结尾", "以法定文种（通知、函、通报、意见、纪要等）结尾；另有规定的文书除外");
    }

    /// <summary>Issue number and date, which every paper has (article 9).</summary>
    public static IEnumerable<Fault> Elements(CheckedPaper paper)
    {
        if (paper.Parts.Shape is not (PaperShape.RedHead or PaperShape.Letter))
            yield break;
        if (paper.Parts.First(Part.IssueNumber) is null)
            yield return new Fault(CheckedPaper.Whole, "没有找到发文字号", "标注发文字号");
        if (paper.Parts.First(Part.Date) is null)
            yield return new Fault(CheckedPaper.Whole, "没有找到成文日期", "标注成文日期");
    }

    /// <summary>Papers that go upwards have one addressee, and a report asks for nothing (articles 14, 15).</summary>
    public static IEnumerable<Fault> Upwards(CheckedPaper paper)
    {
        var title = string.Concat(paper.Parts.Of(Part.Title).Select(line => line.Words));
        var isRequest = title.EndsWith("请示", StringComparison.Ordinal);
        var isReport = title.EndsWith("报告", StringComparison.Ordinal);
        if ((isRequest || isReport) && paper.Parts.First(Part.Addressees) is { } addressees && addressees.Words.IndexOfAny(['、', '，', '；']) >= 0)
            yield return new Fault(paper.PlaceOf(addressees), $"主送“{addressees.Words.TrimEnd('：')}”", "上行文原则上主送一个上级机关");
        if (isReport && paper.Parts.Text.FirstOrDefault(AsksFor) is { } asking)
            yield return new Fault(paper.PlaceOf(asking), "报告中有请示事项", "不得在报告中夹带请示事项");
    }

    /// <summary>Offices and departments that write to governments below them (article 16).</summary>
    public static IEnumerable<Fault> Downwards(CheckedPaper paper)
    {
        var issuer = paper.Parts.First(Part.Issuer)?.Words ?? paper.Parts.First(Part.Mark)?.Words ?? "";
        var isOffice = issuer.EndsWith('局') || issuer.EndsWith("安委办", StringComparison.Ordinal) || issuer.EndsWith("委员会办公室", StringComparison.Ordinal);
        if (isOffice && paper.Parts.First(Part.Addressees) is { } addressees && addressees.Words.Contains("人民政府", StringComparison.Ordinal)
            && !paper.Parts.Text.Any(paragraph => paragraph.Words.Contains("政府同意", StringComparison.Ordinal)))
            yield return new Fault(paper.PlaceOf(addressees), "部门或办事机构直接向下级政府行文", "经本级政府同意并在文中注明，或以本级政府、安委会名义行文；本机关另有授权的除外");
    }

    private static bool AsksFor(Paragraph paragraph) =>
        paragraph.Words.Contains("请批示", StringComparison.Ordinal) || paragraph.Words.Contains("请审批", StringComparison.Ordinal) || paragraph.Words.Contains("请予批准", StringComparison.Ordinal);
}
