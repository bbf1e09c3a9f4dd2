using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using NPOI.SS.UserModel;
using NPOI.SS.Util;
using NPOI.XSSF.UserModel;
using YiyuanSafety.Drafting.Charts;
using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.Drafting.Regions;
using YiyuanSafety.Drafting.Tests.Papers;

namespace YiyuanSafety.Drafting.Tests.Charts;

/// <summary>The charts of a bulletin: real ones, with a workbook that says the same.</summary>
public sealed class ChartTests
{
    private static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly XNamespace Wp = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    private static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    [Theory]
    [InlineData("empty", 0)]
    [InlineData("short", 3)]
    [InlineData("extreme", 6)]
    public void There_is_a_chart_for_what_there_is_to_show(string size, int charts)
    {
        using var paper = Open(size);
        Assert.Equal(charts, MainPart(paper).Descendants(C + "chart").Count());
        Assert.Equal(charts, paper.MainDocumentPart?.ChartParts.Count());
    }

    [Theory]
    [InlineData("short")]
    [InlineData("extreme")]
    public void A_chart_says_what_its_workbook_says(string size)
    {
        using var paper = Open(size);
        foreach (var chart in paper.MainDocumentPart?.ChartParts ?? [])
        {
            using var data = (chart.EmbeddedPackagePart ?? throw new InvalidDataException("no workbook")).GetStream();
            var sheet = new XSSFWorkbook(data).GetSheetAt(0);
            var xml = Xml(chart);
            Assert.NotEmpty(xml.Descendants(C + "ser"));
            foreach (var source in xml.Descendants().Where(element => element.Name == C + "strRef" || element.Name == C + "numRef"))
            {
                var area = CellRangeAddress.ValueOf((source.Element(C + "f")?.Value ?? "").Split('!')[1].Replace("$", "", StringComparison.Ordinal));
                var cells = Enumerable.Range(area.FirstRow, area.LastRow - area.FirstRow + 1).Select(row => Written(sheet.GetRow(row)?.GetCell(area.FirstColumn))).ToList();
                var points = source.Descendants(C + "pt").ToDictionary(point => (int)(point.Attribute("idx") ?? throw new InvalidDataException()), point => point.Element(C + "v")?.Value ?? "");
                Assert.Equal(cells.Count.ToString(CultureInfo.InvariantCulture), source.Descendants(C + "ptCount").Single().Attribute("val")?.Value);
                Assert.Equal(cells, Enumerable.Range(0, cells.Count).Select(i => points.GetValueOrDefault(i, "")));
            }
        }
    }

    [Fact]
    public void Every_drawing_can_be_told_from_the_others_and_says_what_it_shows()
    {
        using var paper = Open("extreme");
        var drawings = MainPart(paper).Descendants(Wp + "docPr").ToList();

        Assert.Equal(drawings.Count, drawings.Select(one => one.Attribute("id")?.Value).Distinct().Count());
        var charts = MainPart(paper).Descendants(Wp + "inline").Elements(Wp + "docPr").Select(one => one.Attribute("descr")?.Value ?? "").ToList();
        Assert.Equal(6, charts.Count);
        Assert.All(charts, text => Assert.Matches("^(折线图|堆积条形图|条形图)，", text));
        Assert.Equal(6, MainPart(paper).Descendants(C + "chart").Attributes(R + "id").Select(id => id.Value).Distinct().Count());
    }

    [Fact]
    public void A_chart_is_followed_by_its_name_and_stays_with_it()
    {
        using var paper = Open("extreme");
        var names = MainPart(paper).Descendants(W + "p").Where(paragraph => paragraph.Descendants(C + "chart").Any())
            .Select(paragraph => string.Concat(paragraph.ElementsAfterSelf(W + "p").First().Descendants(W + "t").Select(text => text.Value))).ToList();

        Assert.Equal(
            ["图1　任务完成和逾期趋势", "图2　各部分任务进展情况（一）", "图3　各部分任务进展情况（二）", "图4　各单位任务完成率（一）", "图5　各单位任务完成率（二）", "图6　各单位任务完成率（三）"],
            names);
    }

    [Fact]
    public void Chinese_fonts_are_named_and_series_differ_without_colour()
    {
        using var paper = Open("extreme");
        foreach (var chart in paper.MainDocumentPart?.ChartParts ?? [])
        {
            var xml = Xml(chart);
            Assert.All(xml.Descendants(A + "defRPr"), type => Assert.Equal("宋体", type.Element(A + "ea")?.Attribute("typeface")?.Value));
            Assert.All(xml.Descendants(A + "srgbClr"), colour => Assert.Matches("^(..)\\1\\1$", colour.Attribute("val")?.Value ?? ""));
            var looks = xml.Descendants(C + "ser").Select(series => series.Element(C + "spPr")?.ToString() + series.Element(C + "marker")).ToList();
            Assert.Equal(looks.Count, looks.Distinct().Count());
            Assert.True(xml.Descendants(C + "ptCount").All(count => (int?)count.Attribute("val") <= ChartModel.MostBars));
        }
    }

    [Fact]
    public void The_same_figures_make_the_same_bytes() =>
        Assert.Equal(EveryKindTests.Make(PaperKind.ProgressBulletin, "extreme", true), EveryKindTests.Make(PaperKind.ProgressBulletin, "extreme", true));

    [Fact]
    public void A_refreshed_bulletin_keeps_its_charts()
    {
        var docx = EveryKindTests.Make(PaperKind.ProgressBulletin, "short", true);
        var renamed = SmallDocument.Request with { Document = SmallDocument.Document with { Document = SmallDocument.Document.Document with { DocumentNumber = "清安委发〔2022〕3号" } } };

        var result = PaperRefresh.Run(docx, renamed, PaperText.Templates, []);

        Assert.True(Assert.Single(result.Regions).Replaced);
        using var output = new MemoryStream();
        (result.Write ?? throw new InvalidOperationException("nothing to write"))(output);
        Assert.Empty(PaperText.Faults(new MemoryStream(output.ToArray())));
        using var paper = WordprocessingDocument.Open(new MemoryStream(output.ToArray()), false);
        Assert.Equal(3, paper.MainDocumentPart?.ChartParts.Count(chart => chart.EmbeddedPackagePart is not null));
        Assert.Contains("清安委发〔2022〕3号", MainPart(paper).Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("县应急局", "县应急局")]
    [InlineData("一二三四五六七八", "一二三四五六…")]
    [InlineData("甲\u0001乙\uFFFE", "甲乙")]
    [InlineData("一二三四五六😀😀", "一二三四五六…")]
    public void A_label_is_cut_between_characters_and_is_sound_XML(string name, string label) => Assert.Equal(label, ChartText.Short(name, 7));

    private static string Written(ICell? cell) => cell is null ? ""
        : cell.CellType == CellType.Numeric ? ((decimal)cell.NumericCellValue).ToString("G29", CultureInfo.InvariantCulture)
        : cell.StringCellValue;

    private static WordprocessingDocument Open(string size) =>
        WordprocessingDocument.Open(new MemoryStream(EveryKindTests.Make(PaperKind.ProgressBulletin, size, true)), false);

    private static XElement MainPart(WordprocessingDocument paper) => Xml(paper.MainDocumentPart ?? throw new InvalidDataException("no body"));

    private static XElement Xml(OpenXmlPart part)
    {
        using var stream = part.GetStream();
        return XElement.Load(stream);
    }
}
