using System.Diagnostics;
using System.Xml.Linq;
using YiyuanSafety.Drafting.Format;
using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.Drafting.Tests.Papers;
using static YiyuanSafety.Drafting.Tests.Format.TypedPaper;

namespace YiyuanSafety.Drafting.Tests.Format;

/// <summary>Papers as other people and programs make them.</summary>
public class ForeignPaperTests
{
    private static string[] Parts(FormatReport report) => [.. report.Parts.Select(part => part.Name)];

    private static string Text(FormatReport report, string part) => report.Parts.First(one => one.Name == part).Place.Text;

    private static IEnumerable<string> Ids(FormatReport report) => report.Findings.Select(finding => finding.RuleId).Distinct();

    [Fact]
    public void All_parts_of_a_paper_without_styles_are_told()
    {
        var report = TypedPaperTests.Check(TypedPapers.Notice().Bytes());
        Assert.Equal(
            ["份号", "密级和保密期限", "紧急程度", "发文机关标志", "发文字号", "标题", "标题", "主送机关", "一级标题", "一级标题", "二级标题", "三级标题", "四级标题", "四级标题", "二级标题",
                "附件说明", "附件说明", "发文机关署名", "成文日期", "附注", "附件顺序号", "附件标题", "附件顺序号", "附件标题", "抄送机关", "印发机关和印发日期"],
            Parts(report));
        Assert.Equal("第 14 段“各乡镇人民政府，县安委会有关…”", Text(report, "主送机关"));
    }

    [Fact]
    public void A_paper_typed_carelessly_in_Normal_is_still_understood()
    {
        // Spaces for places, single lines in 宋体 五号, no head: what people send in.
        string[] lines = ["关于做好汛期安全生产工作的通知", "", "各乡镇人民政府、各有关部门:", "　　汛期将至，现就有关事项通知如下：", "　　一、加强值班值守。严格执行领导带班制度。", "　　二、开展隐患排查", "　　（一）、排查危房", "　　附件: 排查表。", "　　　　　　　　　　　　　　　　　　清水县安委会办公室", "　　　　　　　　　　　　　　　　　　　二○二二年六月一号", "附件：", "排查表", "序号　名称"];
        var paper = new TypedPaper();
        foreach (var line in lines)
            paper.Add("", X($"<w:p>{(line.Length == 0 ? "" : $"<w:r><w:t xml:space=\"preserve\">{line}</w:t></w:r>")}</w:p>"));
        paper.Add("", X("<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1440\" w:right=\"1800\" w:bottom=\"1440\" w:left=\"1800\"/></w:sectPr>"));
        var report = TypedPaperTests.Check(paper.Bytes());
        Assert.Equal("没有版头的文稿", report.Layout);
        Assert.Equal(["标题", "主送机关", "一级标题", "一级标题", "二级标题", "附件说明", "发文机关署名", "成文日期", "附件顺序号", "附件标题"], Parts(report));
        Assert.Superset(new HashSet<string> { "A-02", "A-03", "A-04", "A-05", "C-01", "C-03", "C-04", "C-05", "C-10", "C-16", "C-19", "E-01", "I-04" }, Ids(report).ToHashSet());
        Assert.DoesNotContain("B-08", Ids(report));
    }

    [Fact]
    public void A_note_whose_names_begin_on_the_next_line_is_no_attachment()
    {
        var paper = TypedPapers.Unsealed();
        paper["issuerGap"].AddBeforeSelf(P("", ""), P("附件：", "<w:ind w:left=\"630\"/>"), P("1.检查表", "<w:ind w:left=\"630\"/>"), P("2.分工表", "<w:ind w:left=\"630\"/>"));
        var report = TypedPaperTests.Check(paper.Bytes());
        Assert.Equal(["发文机关标志", "发文字号", "标题", "主送机关", "附件说明", "附件说明", "附件说明", "发文机关署名", "成文日期"], Parts(report));
        Assert.Equal(["C-10"], Ids(report));
    }

    [Theory]
    [InlineData(8844, 0)]
    [InlineData(8000, 1)]
    public void A_letter_s_number_may_share_its_line_with_the_urgency(int tab, int findings)
    {
        var paper = TypedPapers.Letter();
        paper["number"].ReplaceWith(X(P("", $"<w:tabs><w:tab w:val=\"right\" w:pos=\"{tab}\"/></w:tabs><w:jc w:val=\"left\"/>").ToString()).With(X(Run("特急", Hei, 32)), X(Run("\t清安函〔2022〕3号", Fs, 32))));
        var report = TypedPaperTests.Check(paper.Bytes());
        Assert.Equal("信函格式", report.Layout);
        Assert.Contains("发文字号", Parts(report));
        Assert.True(report.Findings.Count == findings && report.Findings.All(finding => finding.RuleId == "G-06"), GoodPapers.Lines(report));
    }

    [Fact]
    public void A_line_with_a_telephone_number_is_no_issuer()
    {
        var paper = TypedPapers.Unsealed();
        paper["issuer"].ReplaceWith(P("联系人：张三　联系电话：0000-1234567", "<w:ind w:firstLine=\"630\"/>"));
        Assert.DoesNotContain("发文机关署名", Parts(TypedPaperTests.Check(paper.Bytes())));
    }

    [Fact]
    public void Attachments_in_files_of_their_own_are_no_error()
    {
        var paper = TypedPapers.Notice();
        foreach (var name in new[] { "label1", "labelGap", "title1", "attachment" })
            paper[name].Remove();
        var finding = Assert.Single(TypedPaperTests.Check(paper.Bytes()).Findings);
        Assert.Equal(("C-10", Strength.Practice, "附件说明列 2 个附件，文后有 1 个"), (finding.RuleId, finding.Strength, finding.Found));
    }

    [Fact]
    public void Automatic_numbers_are_read_as_if_typed()
    {
        var paper = TypedPapers.Notice();
        Number(paper, "h1", "一、", 0);
        Number(paper, "h1b", "二、", 0);
        Number(paper, "h2b", "（二）", 1);
        paper.Footers["numbering"] = X("""
            <w:numbering><w:abstractNum w:abstractNumId="4">
            <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/><w:pPr><w:ind w:left="0" w:firstLine="630"/></w:pPr></w:lvl>
            <w:lvl w:ilvl="1"><w:start w:val="2"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
            </w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="4"/></w:num></w:numbering>
            """);
        var report = TypedPaperTests.Check(paper.Bytes());
        Assert.True(report.Findings.Count == 0, GoodPapers.Lines(report));
        Assert.Equal("第 16 段“一、检查时间”", Text(report, "一级标题"));

        static void Number(TypedPaper paper, string name, string number, int level)
        {
            paper[name].Say(number, "");
            paper[name].Element(W + "pPr")?.AddFirst(X($"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"3\"/></w:numPr>"));
        }
    }

    [Fact]
    public void A_level_s_own_indent_counts_where_the_paragraph_says_nothing()
    {
        var paper = TypedPapers.Notice();
        paper["h1"].Say("一、", "");
        paper["h1"].Drop("ind");
        paper["h1"].Element(W + "pPr")?.AddFirst(X("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"3\"/></w:numPr>"));
        paper.Footers["numbering"] = X("""<w:numbering><w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/><w:pPr><w:ind w:left="1260" w:hanging="420"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="4"/></w:num></w:numbering>""");
        Assert.Equal(["C-03"], Ids(TypedPaperTests.Check(paper.Bytes())));
    }

    [Fact]
    public void What_is_deleted_or_hidden_does_not_count_and_what_is_inserted_does()
    {
        var paper = TypedPapers.Notice();
        paper["body"].Add(X($"<w:del w:id=\"1\" w:author=\"a\"><w:r><w:rPr><w:color w:val=\"0000FF\"/></w:rPr><w:delText>删</w:delText></w:r></w:del>"));
        paper["body"].Add(X("<w:r><w:rPr><w:vanish/><w:color w:val=\"0000FF\"/></w:rPr><w:t>隐</w:t></w:r>"));
        Assert.Empty(TypedPaperTests.Check(paper.Bytes()).Findings);
        paper["body"].Add(X("<w:ins w:id=\"2\" w:author=\"a\"><w:r><w:rPr><w:color w:val=\"0000FF\"/></w:rPr><w:t>增</w:t></w:r></w:ins>"));
        Assert.Contains("A-10", Ids(TypedPaperTests.Check(paper.Bytes())));
    }

    [Fact]
    public void A_paragraph_whose_end_is_deleted_belongs_to_the_next()
    {
        var paper = TypedPapers.Notice();
        var first = X(P("为切实加强", "").ToString(SaveOptions.DisableFormatting));
        first.Element(W + "pPr")?.Add(X("<w:rPr><w:del w:id=\"1\" w:author=\"a\"/></w:rPr>"));
        paper["body"].Say("为切实加强", "");
        paper["body"].AddBeforeSelf(first);
        Assert.Empty(TypedPaperTests.Check(paper.Bytes()).Findings);
    }

    [Fact]
    public void Bold_turns_over_from_style_to_style_and_holds_where_said_directly()
    {
        var paper = TypedPapers.Notice();
        paper.Styles.Add(X("<w:style w:type=\"paragraph\" w:styleId=\"p\"><w:name w:val=\"p\"/><w:basedOn w:val=\"a\"/><w:rPr><w:b/></w:rPr></w:style>"));
        paper.Styles.Add(X("<w:style w:type=\"character\" w:styleId=\"c\"><w:name w:val=\"c\"/><w:rPr><w:b/></w:rPr></w:style>"));
        paper["title2"].Element(W + "pPr")?.AddFirst(X("<w:pStyle w:val=\"p\"/>"));
        Assert.Equal(["C-01"], Ids(TypedPaperTests.Check(paper.Bytes())));
        paper["title2"].Element(W + "r")?.Element(W + "rPr")?.AddFirst(X("<w:rStyle w:val=\"c\"/>"));
        Assert.Empty(TypedPaperTests.Check(paper.Bytes()).Findings);
        paper["title2"].Element(W + "r")?.Element(W + "rPr")?.Element(W + "rFonts")?.AddAfterSelf(X("<w:b/>"));
        Assert.Equal(["C-01"], Ids(TypedPaperTests.Check(paper.Bytes())));
    }

    [Fact]
    public void A_theme_s_font_is_named_and_beats_the_name_beside_it()
    {
        var paper = TypedPapers.Notice();
        paper["body"].SetRuns("rFonts", ("eastAsiaTheme", "minorEastAsia"));
        paper.Footers["theme"] = X("""<a:theme name="t"><a:themeElements><a:fontScheme name="f"><a:majorFont><a:latin typeface="Calibri Light"/><a:ea typeface=""/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:font script="Hans" typeface="等线"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>""");
        var finding = Assert.Single(TypedPaperTests.Check(paper.Bytes()).Findings);
        Assert.Equal(("A-04", "主题字体等线 3号"), (finding.RuleId, finding.Found));
    }

    [Fact]
    public void A_mark_in_a_text_box_is_a_mark()
    {
        var paper = TypedPapers.Unsealed();
        var mark = paper["mark"];
        paper["drop"].ReplaceWith(X($"<w:p><w:pPr><w:spacing w:line=\"579\" w:lineRule=\"exact\"/></w:pPr><w:r>{Box("lIns=\"0\"", mark.ToString(SaveOptions.DisableFormatting), "page", $"<wp:posOffset>{(2098 + 1984) * 635}</wp:posOffset>")}</w:r></w:p>"));
        mark.Remove();
        var report = TypedPaperTests.Check(paper.Bytes());
        Assert.Equal("发文机关标志", Parts(report)[0]);
        Assert.True(report.Findings.Count == 0, GoodPapers.Lines(report));
    }

    [Theory]
    [InlineData(15, 0)]
    [InlineData(14, 1)]
    public void Tabs_count_as_the_places_they_lead_to(int tabs, int findings)
    {
        var paper = TypedPapers.Unsealed();
        paper.Settings.SetIn("defaultTabStop", ("val", "315"));
        paper["date"].ReplaceWith(P(new string('\t', tabs) + "2022年4月6日", "<w:jc w:val=\"left\"/>"));
        Assert.Equal(findings, TypedPaperTests.Check(paper.Bytes()).Findings.Count(finding => finding.RuleId == "C-13"));
    }

    [Theory]
    [InlineData(6473, 0)]
    [InlineData(5000, 1)]
    public void A_centred_tab_is_where_the_issuer_s_middle_stands(int at, int findings)
    {
        var paper = TypedPapers.Notice();
        paper["issuer"].ReplaceWith(P("\t清水县安全生产委员会", $"<w:tabs><w:tab w:val=\"center\" w:pos=\"{at}\"/></w:tabs><w:jc w:val=\"left\"/>"));
        Assert.Equal(findings, TypedPaperTests.Check(paper.Bytes()).Findings.Count(finding => finding.RuleId == "C-12"));
    }

    [Fact]
    public void The_second_layout_of_the_page_is_accepted_and_named()
    {
        var paper = TypedPapers.Unsealed();
        paper.Section.SetIn("pgMar", ("top", "1960"), ("bottom", "1847"), ("footer", "1455"));
        paper.Section.SetIn("docGrid", ("linePitch", "589"));
        foreach (var text in paper.Texts().ToList())
            text.Set("spacing", ("line", "589"));
        var report = TypedPaperTests.Check(paper.Bytes());
        Assert.Equal("B", report.PageProfile);
        Assert.True(report.Findings.Count == 0, GoodPapers.Lines(report));
    }

    [Theory]
    [InlineData(0, 17)]
    [InlineData(40, 20)]
    public void LibreOffice_s_copy_of_a_paper_has_the_same_parts(int index, int mostFindings)
    {
        var paper = GoodPapers.OfSample(profile => profile).ElementAt(index);
        var own = GoodPapers.Checked(paper);
        var copy = TypedPaperTests.Check(ThroughLibreOffice(paper));
        Assert.Equal((own.Layout, own.PageProfile), (copy.Layout, copy.PageProfile));
        Assert.Equal(Parts(own).Order(StringComparer.Ordinal), Parts(copy).Order(StringComparer.Ordinal));
        Assert.True(copy.Findings.Count <= mostFindings, GoodPapers.Lines(copy));
    }

    [Fact]
    public void A_long_paper_is_checked_in_well_under_a_second()
    {
        var paper = PaperSet.Of(SmallDocument.Extreme(300), PaperText.Templates).First();
        var bytes = PaperText.Written(paper).ToArray();
        TypedPaperTests.Check(bytes);
        var clock = Stopwatch.StartNew();
        TypedPaperTests.Check(bytes);
        Assert.True(clock.ElapsedMilliseconds < 1000, clock.Elapsed.ToString());
    }

    [Fact]
    public void Endless_paragraphs_of_digits_and_spaces_take_no_longer()
    {
        var paper = TypedPapers.Unsealed();
        foreach (var sign in new[] { "1", " ", "年", "　", "一", "附件", "签" })
            paper["body"].AddAfterSelf(P(string.Concat(Enumerable.Repeat(sign, 200_000)), ""));
        var bytes = paper.Bytes();
        var clock = Stopwatch.StartNew();
        Assert.NotEmpty(TypedPaperTests.Check(bytes).Findings);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(4), clock.Elapsed.ToString());
    }

    private static byte[] ThroughLibreOffice(Paper paper)
    {
        var office = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "soffice")).FirstOrDefault(File.Exists);
        if (office is null)
            Assert.Skip("没有安装 LibreOffice，无法转换。");
        var folder = Directory.CreateTempSubdirectory("papers-foreign");
        try
        {
            var source = Path.Combine(folder.FullName, "paper.docx");
            using (var file = File.Create(source))
                paper.Write(file);
            foreach (var (format, from) in new[] { ("odt", "paper.docx"), ("docx", "paper.odt") })
            {
                var start = new ProcessStartInfo(office) { WorkingDirectory = folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true };
                foreach (var argument in new[] { $"-env:UserInstallation=file://{folder.FullName}/profile", "--headless", "--convert-to", format, from })
                    start.ArgumentList.Add(argument);
                using var process = Process.Start(start) ?? throw new InvalidOperationException("soffice does not start");
                var errors = process.StandardError.ReadToEndAsync();
                process.StandardOutput.ReadToEnd();
                process.WaitForExit();
                Assert.True(process.ExitCode == 0, errors.GetAwaiter().GetResult());
            }

            return File.ReadAllBytes(source);
        }
        finally
        {
            folder.Delete(true);
        }
    }
}
