using System.Xml.Linq;
using YiyuanSafety.Drafting.Format;
using YiyuanSafety.Drafting.Format.Rules;
using YiyuanSafety.WorkPoints;
using static YiyuanSafety.Drafting.Tests.Format.TypedPaper;

namespace YiyuanSafety.Drafting.Tests.Format;

/// <summary>One right paper, one thing spoilt, one finding.</summary>
public class RuleTests
{
    private static readonly (string Id, string Paper, string What, Action<TypedPaper> Spoil)[] Cases =
    [
        ("A-01", "unsealed", "Letter paper", paper => paper.Section.SetIn("pgSz", ("w", "12240"), ("h", "15840"))),
        ("A-02", "unsealed", "top of 25 mm, bottom as it should be", paper => paper.Section.SetIn("pgMar", ("top", "1417"))),
        ("A-02", "unsealed", "left of 31.8 mm", paper => paper.Section.SetIn("pgMar", ("left", "1803"))),
        ("A-02", "unsealed", "a gutter", paper => paper.Section.SetIn("pgMar", ("gutter", "284"))),
        ("A-03", "unsealed", "right of 31.8 mm", paper => paper.Section.SetIn("pgMar", ("right", "1803"))),
        ("A-03", "unsealed", "bottom of 25 mm", paper => { paper.Section.SetIn("pgMar", ("bottom", "1417"), ("footer", "888")); }),
        ("A-04", "notice", "text in 宋体", paper => paper["body"].Font("宋体")),
        ("A-04", "notice", "text in 4号", paper => { paper["body"].SetRuns("sz", ("val", "28")); paper["body"].Set("ind", ("firstLine", "560")); }),
        ("A-04", "notice", "a theme's font beside the name", paper => paper["body"].SetRuns("rFonts", ("eastAsiaTheme", "minorEastAsia"))),
        ("A-04", "notice", "addressees in 黑体", paper => paper["to"].Font("黑体")),
        ("A-04", "notice", "issue number in 楷体", paper => paper["number"].Font("楷体")),
        ("A-05", "notice", "29 pt everywhere", paper => paper.Texts().ToList().ForEach(one => one.Set("spacing", ("line", "580")))),
        ("A-05", "notice", "no tracking anywhere", paper => paper.Texts().ToList().ForEach(one => one.SetRuns("spacing", ("val", "0")))),
        ("A-06", "notice", "one paragraph at 24 pt", paper => paper["body"].Set("spacing", ("line", "480"))),
        ("A-06", "notice", "one paragraph at single spacing", paper => paper["body"].Set("spacing", ("line", "240"), ("lineRule", "auto"))),
        ("A-06", "notice", "space before a paragraph", paper => paper["body2"].Set("spacing", ("before", "240"))),
        ("A-07", "unsealed", "no grid", paper => paper.Section.Drop("docGrid")),
        ("A-08", "notice", "one paragraph without tracking", paper => paper["body"].SetRuns("spacing", ("val", "0"))),
        ("A-09", "unsealed", "a grid of characters", paper => paper.Section.SetIn("docGrid", ("type", "linesAndChars"), ("charSpace", "2000"))),
        ("A-10", "notice", "blue text", paper => paper["body"].SetRuns("color", ("val", "0000FF"))),
        ("A-10", "notice", "a marker", paper => paper["body"].Element(W + "r")?.Element(W + "rPr")?.Add(X("<w:highlight w:val=\"yellow\"/>"))),
        ("A-11", "unsealed", "mirrored margins", paper => paper.Settings.Element(W + "zoom")?.AddAfterSelf(new XElement(W + "mirrorMargins"))),
        ("B-01", "notice", "four digits", paper => paper["copy"].Say("000001", "0001")),
        ("B-01", "notice", "number of the copy in 4号", paper => { paper["copy"].SetRuns("sz", ("val", "28")); }),
        ("B-01", "notice", "number of the copy at the right", paper => paper["copy"].Set("jc", ("val", "right"))),
        ("B-02", "notice", "no Arabic digits in the period", paper => paper["secrecy"].Say("★1年", "★一年")),
        ("B-02", "notice", "secrecy in 仿宋", paper => paper["secrecy"].Font(Fs)),
        ("B-02", "notice", "secrecy two characters in", paper => paper["secrecy"].Set("ind", ("left", "630"))),
        ("B-03", "notice", "another word of urgency", paper => paper["urgency"].Say("特急", "急件")),
        ("B-03", "notice", "urgency in 宋体", paper => paper["urgency"].Font("宋体")),
        ("B-03", "notice", "urgency above secrecy", paper => { paper["secrecy"].Say("机密★1年", "特急"); paper["urgency"].Say("特急", "机密★1年"); }),
        ("B-03", "notice", "urgency at the right", paper => paper["urgency"].Set("jc", ("val", "right"))),
        ("B-04", "notice", "mark at the left", paper => { paper["mark"].SetRuns("sz", ("val", "52")); paper["mark"].Set("jc", ("val", "left")); }),
        ("B-04", "unsealed", "mark 20 mm down", paper => paper["drop"].Set("spacing", ("line", "1134"))),
        ("B-04", "notice", "mark in 黑体", paper => paper["mark"].Font("黑体")),
        ("B-04", "notice", "mark in black", paper => paper["mark"].SetRuns("color", ("val", "000000"))),
        ("B-06", "notice", "square brackets", paper => paper["number"].Say("〔2022〕", "[2022]")),
        ("B-06", "notice", "small brackets that look alike", paper => paper["number"].Say("〔2022〕", "﹝2022﹞")),
        ("B-06", "notice", "第", paper => paper["number"].Say("〕7号", "〕第7号")),
        ("B-06", "notice", "leading zeros", paper => paper["number"].Say("〕7号", "〕007号")),
        ("B-06", "notice", "a short year", paper => paper["number"].Say("2022", "22")),
        ("B-06", "unsealed", "one blank line above", paper => paper["number"].PreviousNode?.Remove()),
        ("B-06", "notice", "number at the left", paper => paper["number"].Set("jc", ("val", "left"))),
        ("B-07", "notice", "a signer on a paper that goes down", paper => paper["number"].Say("7号", "7号　　　签发人：")),
        ("B-07", "request", "signer in 仿宋", paper => paper["number"].Font(Fs)),
        ("B-07", "request", "no signer", paper => { paper["number"].Elements(W + "r").Last().Remove(); paper["number"].Descendants(W + "t").Last().Value = ""; }),
        ("B-08", "notice", "no line", paper => paper["number"].Drop("pBdr")),
        ("B-08", "notice", "a black line", paper => paper["number"].Descendants(W + "bottom").Single().SetAttributeValue(W + "color", "000000")),
        ("B-08", "notice", "line 1 pt below", paper => paper["number"].Descendants(W + "bottom").Single().SetAttributeValue(W + "space", "1")),
        ("B-08", "notice", "line shorter than the type area", paper => paper["number"].Set("ind", ("left", "1000"), ("right", "1000"))),
        ("B-09", "notice", "border behind the indent", paper => { var border = paper["number"].Descendants(W + "pBdr").Single(); border.Remove(); paper["number"].Element(W + "pPr")?.Add(border); }),
        ("C-01", "notice", "title in 黑体", paper => paper["title2"].Font("黑体")),
        ("C-01", "unsealed", "title in 小二", paper => paper["title"].SetRuns("sz", ("val", "36"))),
        ("C-01", "unsealed", "title at the left", paper => paper["title"].Set("jc", ("val", "left"))),
        ("C-01", "unsealed", "one blank line above the title", paper => paper["title"].PreviousNode?.Remove()),
        ("C-01", "notice", "two characters alone on a line", paper => { paper["title2"].Say("工作的通知", "工作的"); paper["gap"].ReplaceWith(P("通知", "<w:jc w:val=\"center\"/>", Xbs, 44, line: 620), P("", "")); }),
        ("C-01", "unsealed", "title in bold", paper => paper["title"].SetRuns("b")),
        ("C-02", "notice", "no blank line above addressees", paper => paper["gap"].Remove()),
        ("C-02", "notice", "addressees two characters in", paper => paper["to"].Set("ind", ("firstLine", "630"))),
        ("C-02", "notice", "half-width colon", paper => paper["to"].Say("：", ":")),
        ("C-03", "notice", "no indent", paper => paper["body"].Drop("ind")),
        ("C-03", "notice", "an indent of 420", paper => paper["body"].Set("ind", ("firstLineChars", null), ("firstLine", "420"))),
        ("C-03", "notice", "a left indent", paper => paper["body3"].Set("ind", ("left", "315"))),
        ("C-03", "notice", "spaces instead of an indent", paper => { paper["body"].Drop("ind"); paper["body"].Say("为切实", "　　为切实"); }),
        ("C-03", "notice", "centred text", paper => paper["body"].Set("jc", ("val", "center"))),
        ("C-04", "notice", "first level in 仿宋", paper => paper["h1"].Font(Fs)),
        ("C-04", "notice", "first level in bold", paper => paper["h1"].SetRuns("b")),
        ("C-05", "notice", "second level in 黑体", paper => paper["h2b"].Font("黑体")),
        ("C-05", "notice", "second level with text behind it, all in 仿宋", paper => paper["h2"].Font(Fs)),
        ("C-05", "notice", "one run for a second level and the text behind it", paper => { paper["h2"].Elements(W + "r").Last().Remove(); paper["h2"].Say("（一）车辆状况。", "（一）车辆状况。逐车核对检验记录。"); paper["h2"].Font(Fs); }),
        ("C-08", "notice", "one run for a first level and the text behind it", paper => paper["h1"].Say("一、检查时间", "一、检查时间。共32天。")),
        ("C-05", "notice", "second level in bold", paper => paper["h2b"].SetRuns("b")),
        ("C-06", "notice", "third level in 黑体", paper => paper["h3"].Font("黑体")),
        ("C-06", "notice", "third level in bold", paper => paper["h3"].SetRuns("b")),
        ("C-07", "notice", "fourth level in 楷体", paper => paper["h4"].Font("楷体")),
        ("C-08", "notice", "text after a heading in the heading's type", paper => paper["h2"].Elements(W + "r").Last().Font(Kai)),
        ("C-09", "notice", "a number left out", paper => paper["h1b"].Say("二、", "三、")),
        ("C-09", "notice", "a level left out", paper => { var deep = paper["h4"]; deep.Remove(); paper["h3"].AddBeforeSelf(deep); }),
        ("C-10", "notice", "half-width colon", paper => paper["note1"].Say("附件：", "附件:")),
        ("C-10", "notice", "a full stop after the name", paper => paper["note2"].Say("分工表", "分工表。")),
        ("C-10", "notice", "顿号 after the number", paper => paper["note2"].Say("2.", "2、")),
        ("C-10", "notice", "note at the left edge", paper => paper["note1"].Set("ind", ("left", "1260"))),
        ("C-10", "notice", "no blank line above", paper => paper["noteGap"].Remove()),
        ("C-10", "notice", "an attachment that the note does not name", paper => { paper["note2"].Remove(); paper["note1"].Say("1.", ""); paper["note1"].Set("ind", ("left", "1575"), ("hanging", "945")); }),
        ("C-10", "notice", "another title on the attachment", paper => paper["titleB"].Say("分工表", "任务表")),
        ("C-11", "unsealed", "another name under the paper", paper => paper["issuer"].Say("安全生产委员会办公室", "应急管理局综合协调科")),
        ("C-12", "notice", "date at the edge", paper => paper["date"].Set("ind", ("right", "0"))),
        ("C-12", "notice", "issuer not over the date", paper => paper["issuer"].Set("ind", ("left", "3000"))),
        ("C-13", "unsealed", "date under the issuer's first character", paper => paper["date"].Set("ind", ("left", "4095"))),
        ("C-13", "unsealed", "issuer one character from the edge", paper => { paper["issuer"].Set("ind", ("left", "4410")); paper["date"].Set("ind", ("left", "5040")); }),
        ("C-13", "unsealed", "no blank line above", paper => paper["issuerGap"].Remove()),
        ("C-16", "unsealed", "Chinese numerals", paper => paper["date"].Say("2022年4月6日", "二〇二二年四月六日")),
        ("C-16", "notice", "leading zeros", paper => paper["date"].Say("3月5日", "03月05日")),
        ("C-16", "notice", "号 for 日", paper => paper["date"].Say("5日", "5号")),
        ("C-18", "notice", "half-width brackets", paper => paper["annotation"].Say("（此件公开发布）", "(此件公开发布)")),
        ("C-18", "notice", "annotation at the left edge", paper => paper["annotation"].Set("ind", ("left", "0"))),
        ("C-18", "notice", "a blank line above", paper => paper["annotation"].AddBeforeSelf(P("", ""))),
        ("C-19", "notice", "attachment on the same page", paper => paper["label1"].Drop("pageBreakBefore")),
        ("C-19", "notice", "label in 仿宋", paper => paper["label1"].Font(Fs)),
        ("C-19", "notice", "label in the middle", paper => paper["label1"].Set("jc", ("val", "center"))),
        ("C-19", "notice", "a colon after the label", paper => paper["label1"].Say("附件1", "附件1：")),
        ("C-19", "notice", "title right below the label", paper => paper["labelGap"].Remove()),
        ("C-19", "notice", "title of the attachment in 黑体", paper => paper["title1"].Font("黑体")),
        ("C-19", "notice", "title of the attachment at the right", paper => paper["title1"].Set("jc", ("val", "right"))),
        ("C-21", "notice", "quotation marks in the Latin font", paper => paper["h2"].SetRuns("rFonts", ("hint", null), ("ascii", "Times New Roman"), ("hAnsi", "Times New Roman"))),
        ("C-22", "notice", "digits in Calibri", paper => paper["body2"].SetRuns("rFonts", ("ascii", "Calibri"), ("hAnsi", "Calibri"))),
        ("C-23", "notice", "space between digits and characters", paper => paper["date"].Drop("autoSpaceDN")),
        ("D-01", "notice", "no upper rule", paper => paper["colophon"].Descendants(W + "tblBorders").Single().Drop("top")),
        ("D-01", "notice", "rules shorter than the type area", paper => paper["colophon"].Descendants(W + "gridCol").Single().SetAttributeValue(W + "w", "8000")),
        ("D-01", "notice", "thin outer rule", paper => paper["colophon"].Descendants(W + "tblBorders").Single().SetIn("bottom", ("sz", "4"))),
        ("D-02", "notice", "抄送 in 3号", paper => { paper.Line("抄送").SetRuns("sz", ("val", "32")); paper.Line("抄送").Set("ind", ("left", "1280"), ("right", "320"), ("hanging", "960")); }),
        ("D-02", "notice", "no full stop", paper => paper.Line("抄送").Say("。", "")),
        ("D-02", "notice", "抄送 at the left edge", paper => paper.Line("抄送").Set("ind", ("left", "840"))),
        ("D-03", "notice", "主送 of the 版记 in 宋体", paper => MainTo(paper).Font("宋体")),
        ("D-03", "notice", "主送 of the 版记 without its stop", paper => MainTo(paper).Say("。", "")),
        ("D-03", "notice", "主送 of the 版记 at the left edge", paper => MainTo(paper).Set("ind", ("left", "840"))),
        ("D-03", "notice", "主送 in a row of its own", paper => OwnRow(MainTo(paper))),
        ("D-04", "notice", "印发 in 宋体", paper => paper.Line("清水县").Font("宋体")),
        ("D-04", "notice", "leading zeros in the printer's date", paper => paper.Line("清水县").Say("3月6日", "03月06日")),
        ("D-04", "notice", "printer at the left edge", paper => paper.Line("清水县").Set("ind", ("left", "0"))),
        ("D-04", "notice", "printer's date at the right edge", paper => paper.Line("清水县").Descendants(W + "tab").First().SetAttributeValue(W + "pos", "8844")),
        ("D-05", "notice", "版记 in the flow of text", paper => { var table = paper["colophon"].Descendants(W + "tbl").Single(); paper["colophon"].ReplaceWith(table, X("<w:p/>")); }),
        ("D-06", "notice", "an attachment after 版记", paper => { var box = paper["colophon"]; box.Remove(); paper["label2"].AddBeforeSelf(box); }),
        ("D-07", "letter", "印发 in a letter", paper => paper["colophon"].Descendants(W + "txbxContent").Single().Add(P("清水县安全生产委员会办公室　2022年3月6日印发", "<w:ind w:left=\"280\"/>", Fs, 28))),
        ("E-01", "unsealed", "odd and even alike", paper => paper.Settings.Drop("evenAndOddHeaders")),
        ("E-01", "unsealed", "no footer for even pages", paper => paper.Section.Elements(W + "footerReference").Last().Remove()),
        ("E-01", "unsealed", "number in the middle", paper => paper.Footers["odd"].Descendants(W + "pPr").First().SetIn("jc", ("val", "center"))),
        ("E-01", "unsealed", "number in 小五 Times", paper => { paper.Footers["odd"].Font("Times New Roman"); }),
        ("E-01", "unsealed", "hyphens for dashes", paper => { paper.Footers["odd"].Say("— ", "- "); paper.Footers["odd"].Say(" —", " -"); }),
        ("E-01", "unsealed", "footer 15 mm from the edge", paper => paper.Section.SetIn("pgMar", ("footer", "850"))),
        ("E-02", "notice", "numbers begin again", paper => paper.Section.SetIn("pgNumType", ("start", "1"))),
        ("E-03", "letter", "a number on the first page", paper => paper.Section.Drop("titlePg")),
        ("F-01", "notice", "landscape with upright margins", paper => paper.SectionAt("flat").SetIn("pgMar", ("top", "2098"), ("left", "1588"), ("right", "1474"), ("bottom", "1984"))),
        ("F-02", "notice", "upright number on a landscape page", paper => paper.Footers["turned"].ReplaceNodes(new TypedPaper().Footers["odd"].Elements())),
        ("F-03", "notice", "head not repeated", paper => paper["table"].Drop("tblHeader")),
        ("F-03", "notice", "head that may split", paper => paper["table"].Drop("cantSplit")),
        ("F-04", "notice", "table wider than the page", paper => paper["table"].Descendants(W + "gridCol").First().SetAttributeValue(W + "w", "2000")),
        ("F-05", "notice", "lines of text in a table", paper => paper["table"].Descendants(W + "tc").Last().Descendants(W + "p").Single().Set("spacing", ("line", "579"))),
        ("F-06", "notice", "no rules", paper => paper["table"].Drop("tblBorders")),
        ("G-01", "letter", "文件 in the mark", paper => paper["mark"].Say("委员会", "委员会文件")),
        ("G-01", "letter", "mark 37 mm down", paper => { paper["mark"].Set("framePr", ("y", "2098")); paper["line"].Set("framePr", ("y", "2897")); }),
        ("G-01", "letter", "mark at the left", paper => paper["mark"].Set("jc", ("val", "left"))),
        ("G-01", "letter", "mark in 黑体", paper => paper["mark"].Font("黑体")),
        ("G-01", "letter", "mark in black", paper => paper["mark"].SetRuns("color", ("val", "auto"))),
        ("G-02", "letter", "a black double line", paper => paper["line"].Descendants(W + "top").Single().SetAttributeValue(W + "color", "auto")),
        ("G-02", "letter", "a line as wide as the text", paper => paper["line"].Set("framePr", ("w", "8844"))),
        ("G-02", "letter", "a line far below the mark", paper => paper["line"].Set("framePr", ("y", "2900"))),
        ("G-03", "letter", "no lower line", paper => paper.Footers["first"].ReplaceNodes(P("", ""))),
        ("G-03", "letter", "a lower line 30 mm up", paper => paper.Footers["first"].Descendants(W + "framePr").Single().SetAttributeValue(W + "y", "15137")),
        ("G-06", "letter", "number at the left", paper => paper["number"].Set("jc", ("val", "left"))),
        ("G-07", "letter", "one blank line above the title", paper => paper["title"].PreviousNode?.Remove()),
        ("H-02", "minutes", "mark at the left", paper => paper["mark"].Set("jc", ("val", "left"))),
        ("H-02", "minutes", "mark 20 mm down", paper => paper["drop"].Set("spacing", ("line", "1134"))),
        ("H-02", "minutes", "mark in 黑体", paper => paper["mark"].Font("黑体")),
        ("H-02", "minutes", "mark in black", paper => paper["mark"].SetRuns("color", ("val", "auto"))),
        ("H-02", "minutes", "出席 in 仿宋", paper => paper["present"].Elements(W + "r").First().Font(Fs)),
        ("H-03", "minutes", "names wrap to the left edge", paper => paper["present"].Set("ind", ("left", "0"), ("hanging", null), ("firstLine", "630"))),
        ("I-02", "notice", "round brackets in a cited number", paper => paper["body3"].Say("〔2021〕", "[2021]")),
        ("I-04", "notice", "顿号 after brackets", paper => paper["h2b"].Say("（二）", "（二）、")),
        ("I-04", "notice", "顿号 after a digit", paper => paper["h3"].Say("1.", "1、")),
        ("I-05", "notice", "half-width comma", paper => paper["body"].Say("，保障", ",保障")),
        ("I-05", "notice", "号 for 日 in the text", paper => paper["body2"].Say("4月10日", "4月10号")),
        ("I-06", "notice", "a full stop in the title", paper => paper["title2"].Say("通知", "通知。")),
        ("I-07", "notice", "a short year", paper => paper["body2"].Say("3月10日至", "22年3月10日至")),
        ("T-01", "unsealed", "no legal kind", paper => paper["title"].Say("通报", "情况说明")),
        ("T-01", "unsealed", "no date", paper => { paper["date"].Remove(); paper["issuer"].Remove(); }),
        ("T-03", "request", "two addressees", paper => paper["to"].Say("县人民政府", "县人民政府、县委")),
        ("T-05", "letter", "an office that writes to a government below", paper => { paper["to"].Say("县教育和体育局", "各乡镇人民政府"); paper["mark"].Say("委员会", "委员会办公室"); paper["issuer"].Say("委员会", "委员会办公室"); paper["issuer"].Set("ind", ("left", "4504")); }),
        ("T-09", "notice", "a row without a body", paper => paper["table"].Descendants(W + "tc").Last().Descendants(W + "t").Single().Value = ""),
    ];

    // 主送 above 抄送 in the same cell, as it should be.
    private static XElement MainTo(TypedPaper paper)
    {
        var copies = paper.Line("抄送");
        var main = new XElement(copies);
        copies.AddBeforeSelf(main);
        main.Say("抄送", "主送");
        return main;
    }

    private static void OwnRow(XElement main)
    {
        var row = main.Ancestors(W + "tr").First();
        var own = new XElement(row);
        own.Descendants(W + "p").Last().Remove();
        main.Remove();
        row.AddBeforeSelf(own);
    }

    public static TheoryData<string, string, string> All
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var (id, paper, what, _) in Cases)
                data.Add(id, paper, what);
            return data;
        }
    }

    private static readonly HashSet<string> Errors =
        ["A-01", "A-02", "A-03", "B-06", "B-08", "C-02", "C-10", "C-13", "C-16", "C-18", "D-06", "D-07", "E-03", "F-01", "G-02", "G-03", "G-06", "G-07"];

    internal static Action<TypedPaper> Spoil(string id, string paper, string what) => Cases.Single(one => one.Id == id && one.Paper == paper && one.What == what).Spoil;

    [Theory]
    [MemberData(nameof(All))]
    public void Breaking_a_rule_brings_its_finding_and_no_other(string id, string name, string what)
    {
        var paper = TypedPaperTests.Make(name);
        Spoil(id, name, what)(paper);
        var report = TypedPaperTests.Check(paper.Bytes());
        Assert.True(report.Findings.Count > 0, "nothing found");
        Assert.True(report.Findings.All(finding => finding.RuleId == id), GoodPapers.Lines(report));
        Assert.All(report.Findings, finding =>
        {
            Assert.Equal(finding.Strength == Strength.Required, finding.Severity == Severity.Error);
            Assert.Equal(finding.Strength == Strength.Required, finding.Message.StartsWith("不符合 GB/T 9704—2012 第 ", StringComparison.Ordinal));
            Assert.NotEqual(finding.Found, finding.Wanted);
            Assert.NotEmpty(finding.Place.Text);
        });
        if (Errors.Contains(id))
            Assert.True(report.Errors > 0);
    }

    [Fact]
    public void Every_rule_of_the_table_is_broken_by_a_test() =>
        Assert.Empty(RuleTable.All.Select(rule => rule.Id).Distinct().Except(Cases.Select(one => one.Id)));
}
