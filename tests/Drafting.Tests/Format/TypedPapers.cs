using static YiyuanSafety.Drafting.Tests.Format.TypedPaper;

namespace YiyuanSafety.Drafting.Tests.Format;

/// <summary>Typed papers of each layout, with every element of the standard between them.</summary>
internal static class TypedPapers
{
    private const string Centre = "<w:jc w:val=\"center\"/>";
    private const string Left = "<w:jc w:val=\"left\"/>";
    private const string Text = "<w:ind w:firstLineChars=\"200\" w:firstLine=\"630\"/>";
    private const string Red = "<w:color w:val=\"FF0000\"/>";
    private const string Issuer = "清水县安全生产委员会";

    /// <summary>通知 with everything: sealed, two attachments, the second landscape, 版记.</summary>
    public static TypedPaper Notice()
    {
        var paper = new TypedPaper()
            .Add("copy", P("000001", Left))
            .Add("secrecy", P("机密★1年", Left, Hei))
            .Add("urgency", P("特急", Left, Hei))
            .Add("drop", P("", "", line: 1984 - (3 * 579)))
            .Add("mark", P(Issuer + "文件", Centre, Xbs, 72, Red, 720))
            .Empty(2)
            .Add("number", P("清安委发〔2022〕7号", "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"7\" w:color=\"FF0000\"/></w:pBdr>" + Centre))
            .Empty(2)
            .Add("title", P(Issuer, Centre, Xbs, 44, line: 620))
            .Add("title2", P("关于开展校车安全检查工作的通知", Centre, Xbs, 44, line: 620))
            .Add("gap", P("", ""))
            .Add("to", P("各乡镇人民政府，县安委会有关成员单位：", Left));
        Matter(paper)
            .Add("noteGap", P("", ""))
            .Add("note1", P("附件：1.校车安全检查内容清单", "<w:ind w:left=\"1890\" w:hanging=\"1260\"/>" + Left))
            .Add("note2", P("2.校车安全检查分工表", "<w:ind w:left=\"1890\" w:hanging=\"315\"/>" + Left))
            .Empty(2);
        return Ending(paper
            .Add("issuer", P(Issuer, "<w:ind w:left=\"4961\"/>" + Left))
            .Add("date", P("2022年3月5日", "<w:ind w:right=\"1260\"/><w:jc w:val=\"right\"/>"))
            .Add("annotation", P("（此件公开发布）", "<w:ind w:left=\"630\"/>" + Left)));
    }

    /// <summary>通报 without seal, attachments and 版记.</summary>
    public static TypedPaper Unsealed() => new TypedPaper()
        .Add("drop", P("", "", line: 1984))
        .Add("mark", P(Issuer + "文件", Centre, Xbs, 72, Red, 720))
        .Empty(2)
        .Add("number", P("清安委发〔2022〕8号", "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"7\" w:color=\"FF0000\"/></w:pBdr>" + Centre))
        .Empty(2)
        .Add("title", P("关于校车安全检查情况的通报", Centre, Xbs, 44, line: 620))
        .Empty()
        .Add("to", P("县安委会各成员单位：", Left))
        .Add("body", P("现将检查情况通报如下，请各单位对照检查，举一反三，逐项整改。", Text))
        .Add("issuerGap", P("", ""))
        .Add("issuer", P(Issuer + "办公室", "<w:ind w:left=\"4095\"/>" + Left))
        .Add("date", P("2022年4月6日", "<w:ind w:left=\"4725\"/>" + Left))
        .Add("last", X(SectPr(false)));

    /// <summary>请示, which goes upwards and names its signer.</summary>
    public static TypedPaper Request() => new TypedPaper()
        .Add("drop", P("", "", line: 1984))
        .Add("mark", P(Issuer + "文件", Centre, Xbs, 72, Red, 720))
        .Empty(2)
        .Add("number", X($"""<w:p><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="8" w:space="7" w:color="FF0000"/></w:pBdr><w:tabs><w:tab w:val="right" w:pos="8529"/></w:tabs><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:spacing w:line="579" w:lineRule="exact"/><w:ind w:firstLine="315"/><w:jc w:val="left"/></w:pPr>{Run("清安委发〔2022〕9号\t签发人：", Fs, 32)}{Run("王五", Kai, 32)}</w:p>"""))
        .Empty(2)
        .Add("title", P("关于增加校车检查经费的请示", Centre, Xbs, 44, line: 620))
        .Empty()
        .Add("to", P("县人民政府：", Left))
        .Add("body", P("为做好校车安全检查，现申请增加检查经费，用于购置设备。", Text))
        .Add("end", P("妥否，请批示。", Text))
        .Empty()
        .Add("issuer", P(Issuer, "<w:ind w:left=\"5040\"/>" + Left))
        .Add("date", P("2022年4月6日", "<w:ind w:left=\"5670\"/>" + Left))
        .Add("last", X(SectPr(false)));

    /// <summary>函 in 信函格式, with a 抄送 line.</summary>
    public static TypedPaper Letter()
    {
        var paper = new TypedPaper()
            .Add("mark", P(Issuer, "<w:framePr w:w=\"8844\" w:wrap=\"around\" w:vAnchor=\"page\" w:hAnchor=\"page\" w:xAlign=\"center\" w:y=\"1701\"/>" + Centre, Xbs, 60, Red, 600))
            .Add("line", P("", "<w:framePr w:w=\"9638\" w:wrap=\"around\" w:vAnchor=\"page\" w:hAnchor=\"page\" w:xAlign=\"center\" w:y=\"2500\"/><w:pBdr><w:top w:val=\"thinThickSmallGap\" w:sz=\"24\" w:space=\"0\" w:color=\"FF0000\"/></w:pBdr>", line: 80))
            .Add("number", P("清安函〔2022〕3号", "<w:jc w:val=\"right\"/>"))
            .Empty(2)
            .Add("title", P("关于协助开展校车安全检查的函", Centre, Xbs, 44, line: 620))
            .Empty()
            .Add("to", P("县教育和体育局：", Left))
            .Add("body", P("为做好校车安全检查，请你单位提供校车名单和驾驶人名单，并派员参加检查。", Text))
            .Empty(2)
            .Add("issuer", P(Issuer, "<w:ind w:left=\"4961\"/>" + Left))
            .Add("date", P("2022年3月5日", "<w:ind w:right=\"1260\"/><w:jc w:val=\"right\"/>"))
            .Add("colophon", X($"<w:p><w:pPr><w:spacing w:line=\"20\" w:lineRule=\"exact\"/></w:pPr><w:r>{Box("lIns=\"0\"", CopyLine(), "margin", "<wp:align>bottom</wp:align>")}</w:r></w:p>"))
            .Add("last", X(SectPr(false, "<w:titlePg/>").Replace("<w:footerReference w:type=\"even\"", "<w:footerReference w:type=\"first\" r:id=\"first\"/><w:footerReference w:type=\"even\"", StringComparison.Ordinal)));
        paper.Footers["first"] = X("<w:ftr/>").With(P("", "<w:framePr w:w=\"9638\" w:wrap=\"around\" w:vAnchor=\"page\" w:hAnchor=\"page\" w:xAlign=\"center\" w:y=\"15704\"/><w:pBdr><w:top w:val=\"thickThinSmallGap\" w:sz=\"24\" w:space=\"0\" w:color=\"FF0000\"/></w:pBdr>", line: 20), P("", ""));
        return paper;
    }

    /// <summary>纪要.</summary>
    public static TypedPaper Minutes() => new TypedPaper()
        .Add("drop", P("", "", line: 1984))
        .Add("mark", P("清水县安全生产委员会会议纪要", Centre, Xbs, 56, Red, 560))
        .Empty(2)
        .Add("made", P("清水县安全生产委员会办公室\t2022年7月1日", "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"7\" w:color=\"FF0000\"/></w:pBdr><w:tabs><w:tab w:val=\"right\" w:pos=\"8844\"/></w:tabs>" + Left))
        .Empty(2)
        .Add("title", P("第二季度安全生产工作会议纪要", Centre, Xbs, 44, line: 620))
        .Empty()
        .Add("body", P("会议听取了校车安全检查情况的汇报，研究了下一步工作。", Text))
        .Empty()
        .Add("present", X(P("", "<w:ind w:left=\"1575\" w:hanging=\"945\"/>").ToString()).With(X(Run("出席：", Hei, 32)), X(Run("县应急局张三，县公安局李四，县教育和体育局王五，县交通运输局赵六，县市场监管局钱七。", Fs, 32))))
        .Add("last", X(SectPr(false)));

    private static TypedPaper Matter(TypedPaper paper) => paper
        .Add("body", P("为切实加强校车安全管理，保障学生上下学安全，现就有关事项通知如下。", Text))
        .Add("h1", P("一、检查时间", Text, Hei))
        .Add("body2", P("3月10日至4月10日，共32天，分自查和抽查两个阶段进行。", Text))
        .Add("h1b", P("二、检查内容", Text, Hei))
        .Add("h2", X(P("", Text).ToString()).With(X(Run("（一）车辆状况。", Kai, 32)), X(Run("逐车核对检验记录和“三检”台账。", Fs, 32))))
        .Add("h3", P("1.车辆检验情况。逐车核对检验合格标志和有效期。", Text))
        .Add("h4", P("（1）检查安全带、灭火器和应急锤。", Text))
        .Add("h4b", P("（2）检查车载视频和卫星定位装置。", Text))
        .Add("h2b", P("（二）驾驶人状况。", Text, Kai))
        .Add("body3", P("按照《校车检查办法》（清安委发〔2021〕5号）的要求，核对驾驶人资格。", Text));

    private static TypedPaper Ending(TypedPaper paper)
    {
        var rows = string.Concat(Enumerable.Range(1, 6).Select(i => $"<w:tr>{Cell($"{i}")}{Cell($"检查第{i}组")}{Cell("县公安局")}</w:tr>"));
        var table = $"""<w:tbl><w:tblPr><w:tblW w:w="12756" w:type="dxa"/><w:tblBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:bottom w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="1000"/><w:gridCol w:w="7756"/><w:gridCol w:w="4000"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{Cell("序号")}{Cell("任务")}{Cell("牵头单位")}</w:tr>{rows}</w:tbl>""";
        return paper
            .Add("label1", P("附件1", "<w:pageBreakBefore/>" + Left, Hei))
            .Add("labelGap", P("", ""))
            .Add("title1", P("校车安全检查内容清单", Centre, Xbs, 44, line: 620))
            .Empty()
            .Add("attachment", P("车辆、驾驶人、路线和停靠点，每项都要有检查记录。", Text))
            .Add("upright", X($"<w:p><w:pPr><w:spacing w:line=\"20\" w:lineRule=\"exact\"/>{SectPr(false)}</w:pPr></w:p>"))
            .Add("label2", P("附件2", Left, Hei))
            .Empty()
            .Add("titleB", P("校车安全检查分工表", Centre, Xbs, 44, line: 620))
            .Empty()
            .Add("table", X(table))
            .Add("flat", X($"<w:p><w:pPr><w:spacing w:line=\"20\" w:lineRule=\"exact\"/>{SectPr(true)}</w:pPr></w:p>"))
            .Add("colophon", X($"<w:p><w:pPr><w:spacing w:line=\"20\" w:lineRule=\"exact\"/></w:pPr><w:r>{Box("lIns=\"0\"", Colophon(), "margin", "<wp:align>bottom</wp:align>")}</w:r></w:p>"))
            .Add("last", X(SectPr(false, "<w:type w:val=\"nextPage\"/>")));
    }

    private static string Cell(string text) => $"<w:tc><w:tcPr><w:tcW w:w=\"4000\" w:type=\"dxa\"/></w:tcPr>{P(text, Left, Fs, 24, line: 400).ToString(System.Xml.Linq.SaveOptions.DisableFormatting)}</w:tc>";

    private static string CopyLine() => P("抄送：县委办公室，县政府办公室。", "<w:ind w:left=\"1120\" w:right=\"280\" w:hanging=\"840\"/>" + Left, Fs, 28, line: 500).ToString(System.Xml.Linq.SaveOptions.DisableFormatting);

    private static string Colophon() => $"""
        <w:tbl><w:tblPr><w:tblW w:w="8844" w:type="dxa"/><w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="auto"/><w:bottom w:val="single" w:sz="8" w:space="0" w:color="auto"/><w:insideH w:val="single" w:sz="6" w:space="0" w:color="auto"/></w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="8844"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="8844" w:type="dxa"/></w:tcPr>{CopyLine()}</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:tcW w:w="8844" w:type="dxa"/></w:tcPr>{P("清水县安全生产委员会办公室\t2022年3月6日印发", "<w:tabs><w:tab w:val=\"right\" w:pos=\"8564\"/></w:tabs><w:ind w:left=\"280\"/>" + Left, Fs, 28, line: 500).ToString(System.Xml.Linq.SaveOptions.DisableFormatting)}</w:tc></w:tr></w:tbl><w:p/>
        """;
}
