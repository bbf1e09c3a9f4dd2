namespace YiyuanSafety.WorkPoints.Tests.Understanding;

/// <summary>Whole documents of other shapes than the sample.</summary>
public sealed class DocumentShapeTests
{
    [Fact]
    public void National_style_with_items_in_bracketed_numerals()
    {
        var document = Samples.Parse("""
            当前位置：首页 > 政务公开
            某市安全生产委员会2024年工作要点
            总体要求是：坚持人民至上，2023年12月5日重要讲话精神为遵循。
            一、强化政治引领，压实安全责任
            （一）深入学习。纳入理论学习中心组学习内容，每季度至少学习一次。（市委组织部、市委宣传部牵头，市应急管理局等按职责分工负责）
            （二）推动责任落实。修订职责清单，3月底前完成。（市安委办牵头，市安委会各成员单位配合）
            二、开展三年行动
            （三）统筹推进。制定《某市三年行动方案》，2024年底前见效。（各县（市、区）人民政府，市级有关部门按职责分工落实）
            三、保障措施
            加强组织领导，确保取得实效。
            某市安全生产委员会
            2024年2月5日
            版权所有：某市应急管理局
            """);
        Assert.Equal(["1.1", "2.1", "3.1"], document.Tasks.Select(task => task.Id));
        Assert.Equal("一、强化政治引领，压实安全责任", document.Tasks[0].Section);
        Assert.Equal("lead:市委组织部 lead:市委宣传部 responsible:市应急管理局", Samples.Parties(document.Tasks[0]));
        Assert.Equal("responsible:各县（市、区）人民政府 responsible:市级有关部门", Samples.Parties(document.Tasks[2]));
        Assert.Equal(new DateOnly(2024, 3, 31), Assert.Single(document.Tasks[1].Deadlines).Due);
        Assert.Empty(document.Tasks[0].Deadlines);
        Assert.Equal(("某市安全生产委员会2024年工作要点", 2024), (document.Document.Title, document.Document.Year));
    }

    [Fact]
    public void Numbers_that_restart_in_each_section_give_distinct_identities()
    {
        var document = Samples.Parse("（一）第一块\n1.甲项。做甲。（县教育局负责）\n2.乙项。做乙。（县公安局负责）\n（二）第二块\n1.丙项。做丙。（县民政局负责）\n");
        Assert.Equal(["1-1.1", "2.1", "2-1.1"], document.Tasks.Select(task => task.Id));
    }

    [Fact]
    public void A_flattened_table_with_tabs_is_read_by_its_headings()
    {
        var document = Samples.Parse("2023年重点工作任务分工表\n序号\t工作任务\t牵头单位\t责任（配合）单位\t完成时限\n1\t深化矿山整治。\t县应急局\t县自然资源局、县公安局\t6月底前\n2\t整治道路交通。\t县公安局\t县交通运输局、\n县农业农村局\t全年\n");
        Assert.Equal(["lead:县应急局 responsible:县自然资源局 responsible:县公安局", "lead:县公安局 responsible:县交通运输局 responsible:县农业农村局"], document.Tasks.Select(Samples.Parties));
        Assert.Equal(["深化矿山整治。", "整治道路交通。"], document.Tasks.Select(task => task.Text));
        Assert.Equal(["6月底前", "全年"], document.Tasks.Select(task => task.Deadlines.Single().Text));
    }

    [Theory]
    [InlineData("县水利局）（县公安局、县教育局")]
    [InlineData("县水利局等有关部门）（县公安局")]
    public void Two_names_with_stray_brackets_between_are_asked_about_and_not_taken_for_one(string cell)
    {
        var document = Samples.Parse($"任务分工表\n序号\t工作任务\t牵头单位\t配合单位\n1\t深化矿山整治。\t{cell}\t县应急局\n2\t整治道路交通。\t县公安局\t县交通运输局\n");
        Assert.Equal(["cooperating:县应急局", "lead:县公安局 cooperating:县交通运输局"], document.Tasks.Select(Samples.Parties));
        Assert.Equal(cell, Assert.Single(document.Findings, finding => finding.Code == FindingCodes.ClauseNotUnderstood).Source);
    }

    [Fact]
    public void A_flattened_table_with_a_cell_a_line_is_read_by_what_the_cells_say()
    {
        var document = Samples.Parse("任务分工表\n序号\n工作任务\n牵头单位\n配合单位\n完成时限\n1\n深化矿山整治，全面排查。\n县应急局\n县自然资源局、县公安局\n6月底前\n2\n整治道路交通。\n县公安局\n县交通运输局\n年底前\n");
        Assert.Equal(["lead:县应急局 cooperating:县自然资源局 cooperating:县公安局", "lead:县公安局 cooperating:县交通运输局"], document.Tasks.Select(Samples.Parties));
    }

    [Fact]
    public void Merged_cells_of_a_table_hold_for_every_row_they_cover()
    {
        var document = WorkPointsParser.Parse(Word.Document(Word.Table(
            ["序号", "工作任务", "具体措施", "牵头单位", "责任（配合）单位", "完成时限"],
            ["1|restart", "矿山整治|restart", "排查隐患。", "县应急局|restart", "县公安局", "6月底前"],
            ["|continue", "|continue", "整改到位。", "|continue", "县自然资源局", "年底前"],
            ["2", "消防整治", "打通通道。", "县消防救援大队", "/", "9月底前"])), null);
        Assert.Equal(["1.1", "1.2", "2.1"], document.Tasks.Select(task => task.Id));
        Assert.Equal(["lead:县应急局 responsible:县公安局", "lead:县应急局 responsible:县自然资源局", "lead:县消防救援大队"], document.Tasks.Select(Samples.Parties));
        Assert.Equal(["排查隐患。", "整改到位。", "打通通道。"], document.Tasks.Select(task => task.Text));
    }

    [Theory]
    [InlineData("，第3页 共9页")]
    [InlineData("第3页 共9页，")]
    [InlineData("、")]
    public void A_stop_beside_a_page_end_keeps_two_names_apart(string between)
    {
        var document = Samples.Parse($"一、工作重点\n1.甲项。做甲。（责任单位：县公安局\n{between}\n县水利局）\n");
        Assert.DoesNotContain(document.Tasks.SelectMany(task => task.Parties), party => party.Canonical == "县公安局县水利局");
    }

    [Fact]
    public void Lost_line_breaks_and_page_ends_do_not_join_or_part_items()
    {
        var document = Samples.Parse("一、工作重点\n1.甲项。做甲。（县教育局负责）2.乙项。做乙，县公\n— 3 —\n\n安部门配合，反复\n\n检查。（县公安局、\n县民政局负责）\n");
        Assert.Equal(["1.1", "2.1"], document.Tasks.Select(task => task.Id));
        Assert.Equal("做乙，县公安部门配合，反复检查。", document.Tasks[1].Text);
        Assert.Contains(document.Findings, finding => finding.Code == FindingCodes.PageFurniture);
    }

    [Fact]
    public void A_document_without_any_clause_still_yields_its_outline()
    {
        var document = Samples.Parse("某县2022年工作要点\n一、总体要求\n坚持安全第一。\n二、主要任务\n1.加强检查。全面检查企业。\n");
        Assert.Empty(document.Tasks);
        Assert.Equal(["总体要求", "主要任务", "加强检查"], document.Outline.Select(heading => heading.Title));
        Assert.Contains(document.Findings, finding => finding.Code == FindingCodes.NoClause);
    }

    [Fact]
    public void A_duty_without_a_clause_among_duties_with_one_is_reported()
    {
        var document = Samples.Parse("一、工作重点\n1.甲项。做甲。（县教育局负责）\n2.乙项。做乙，不得遗漏。\n3.丙项。做丙。（县公安局负责）补充要求，另行检查到位。\n");
        Assert.Contains(document.Findings, finding => finding.Code == FindingCodes.DutyWithoutClause && finding.Source.Contains("不得遗漏", StringComparison.Ordinal));
        Assert.Contains(document.Findings, finding => finding.Code == FindingCodes.TextAfterClause && finding.Source.Contains("另行检查", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_directory_bodies_are_gathered_from_the_document_itself()
    {
        var document = Samples.Parse("一、工作重点\n1.甲项。做甲。（区市场监督管理局、公安局负责）\n2.乙项。做乙。（区市场监管局、区公安局负责）\n");
        Assert.Equal(["区市场监督管理局", "区公安局"], document.Tasks.SelectMany(task => task.Parties).Select(party => party.Canonical).Distinct());
        Assert.DoesNotContain(document.Tasks.SelectMany(task => task.Parties), party => party.NeedsReview);
    }

    [Fact]
    public void With_a_directory_an_unknown_body_is_kept_as_printed_and_reported()
    {
        var document = Samples.Parse("一、工作重点\n1.甲项。做甲。（县档案馆、县应急部門、縣公安局负责）\n", Samples.Yiyuan());
        var parties = Assert.Single(document.Tasks).Parties;
        Assert.Equal(("县档案馆", true), (parties[0].Canonical, parties[0].NeedsReview));
        Assert.Equal(("县公安局", true), (parties[2].Canonical, parties[2].NeedsReview));
        Assert.Contains(document.Findings, finding => finding.Code == FindingCodes.BodyUnknown);
    }

    [Fact]
    public void A_clause_in_the_heading_covers_the_paragraphs_below_it()
    {
        var document = Samples.Parse("2026年工作要点\n一、专项整治\n（一）道路交通（责任单位：区交警支队；完成时限：12月25日前）\n持续推进“平安公路”建设。\n（二）渔业船舶（责任单位：区农业农村局）\n整治“三无”船舶。\n");
        Assert.Equal([("道路交通", "持续推进“平安公路”建设。"), ("渔业船舶", "整治“三无”船舶。")], document.Tasks.Select(task => (task.Title, task.Text)));
        Assert.Empty(document.Findings);
    }

    [Fact]
    public void A_time_inside_a_clause_is_no_body()
    {
        var document = Samples.Parse("一、任务\n1.压实责任。修订清单。（各地区、各有关部门按职责分工负责，持续推进）\n2.加强检查。检查两遍。（县应急局负责，2022年 9 月底前完成）\n");
        Assert.Equal(["responsible:各地区 responsible:各有关部门", "responsible:县应急局"], document.Tasks.Select(Samples.Parties));
        Assert.Equal(new DateOnly(2022, 9, 30), Assert.Single(document.Tasks[1].Deadlines).Due);
    }

    [Theory]
    [InlineData("于2月20日前完成", "2月20日前")]
    [InlineData("并于2月20日前完成", "2月20日前")]
    [InlineData("须于2026年2月20日前完成", "2026年2月20日前")]
    [InlineData("最迟于2月20日前报送", "2月20日前")]
    [InlineData("请于每月25日前报送", "每月25日前")]
    [InlineData("力争上半年完成", "上半年")]
    [InlineData("今年年底前完成", "今年年底前")]
    public void A_time_behind_the_verb_of_a_clause_is_no_body_however_it_begins(string timing, string deadline)
    {
        var document = Samples.Parse($"2026年工作要点\n一、任务\n1.加强检查。检查两遍。（县应急局牵头，县水利局配合，{timing}）\n2.压实责任。修订清单。（县应急局负责，{timing}。）\n");
        Assert.Equal(["lead:县应急局 cooperating:县水利局", "responsible:县应急局"], document.Tasks.Select(Samples.Parties));
        Assert.All(document.Tasks, task => Assert.Contains(deadline, Assert.Single(task.Deadlines).Text, StringComparison.Ordinal));
        Assert.Empty(document.Findings);
    }

    [Theory]
    [InlineData("县应急局牵头，2026年底前县财政局、县水利局配合", "lead:县应急局 cooperating:县财政局 cooperating:县水利局")]
    [InlineData("县应急局牵头，6月底前会同县水利局完成", "lead:县应急局 cooperating:县水利局")]
    [InlineData("县应急局负责，6月底前由县水利局完成", "responsible:县应急局 responsible:县水利局")]
    [InlineData("县应急局牵头，全年各镇街负责落实", "lead:县应急局 responsible:各镇街")]
    [InlineData("县应急局牵头，每月县统计局配合", "lead:县应急局 cooperating:县统计局")]
    [InlineData("县公安局、常态化扫黑除恶斗争领导小组办公室负责", "responsible:县公安局 responsible:常态化扫黑除恶斗争领导小组办公室")]
    [InlineData("县应急局、长期护理保险服务中心负责", "responsible:县应急局 responsible:长期护理保险服务中心")]
    [InlineData("县水利局牵头，日常监管由县应急局负责", "lead:县水利局 responsible:县应急局")]
    [InlineData("县水利局牵头，6月底前由县应急局会同县财政局完成", "lead:县水利局 lead:县应急局 cooperating:县财政局")]
    [InlineData("县水利局牵头，全年工作由县应急局负责", "lead:县水利局 responsible:县应急局")]
    [InlineData("县应急局牵头，国庆节前完成", "lead:县应急局")]
    [InlineData("县应急局牵头，六月底前完成", "lead:县应急局")]
    [InlineData("县应急局牵头，第一季度完成", "lead:县应急局")]
    [InlineData("县应急局牵头，争取6月底前完成", "lead:县应急局")]
    [InlineData("县应急局牵头，按期完成", "lead:县应急局")]
    [InlineData("县应急局牵头，限期完成", "lead:县应急局")]
    [InlineData("县应急局牵头，入汛前完成", "lead:县应急局")]
    [InlineData("县应急局牵头，每月25日前报送县安委办", "lead:县应急局")]
    public void A_time_in_a_clause_hides_no_body_and_is_none(string clause, string parties) =>
        Assert.Equal(parties, Samples.Parties(Assert.Single(Samples.Parse($"2026年工作要点\n一、任务\n1.加强检查。检查两遍。（{clause}）\n").Tasks)));

    [Fact]
    public void A_document_of_no_year_whose_deadlines_name_none_is_told()
    {
        var text = "工作要点\n一、任务\n1.加强检查。6月底前检查两遍。（县应急局负责）\n2.压实责任。9月底前修订清单。（县应急局负责）\n";
        var finding = Assert.Single(Samples.Parse(text).Findings);
        Assert.Equal((FindingCodes.NoYear, Severity.Warning), (finding.Code, finding.Severity));
        Assert.Contains("“6月底前”", finding.Message, StringComparison.Ordinal);
        Assert.Empty(Samples.Parse("2026年" + text).Findings);
        Assert.Empty(Samples.Parse("二〇二六年" + text).Findings);
        Assert.Empty(Samples.Parse(text.Replace("6月底前", "春节前", StringComparison.Ordinal).Replace("9月底前", "2026年9月底前", StringComparison.Ordinal)).Findings);
    }

    [Theory]
    [InlineData("t.md")]
    [InlineData("t.txt")]
    public void Marks_of_Markdown_are_printed_nowhere(string name)
    {
        var text = "# 清水县2026年安全生产工作要点\n\n## 一、重点任务\n\n1. **整治渡口隐患**。完成30处渡口改造。\n\n- **牵头单位**：县交通局\n- **责任单位：** **县水利局**、县公安局\n- **完成时限**：6月底前\n\n"
            + "2. **防汛备汛。**检查水库。（**县水利局**牵头，县应急局配合）\n\n- 2 -\n";
        var document = WorkPointsParser.Parse(Samples.Text(text, name), null);
        Assert.Equal(["lead:县交通局 responsible:县水利局 responsible:县公安局", "lead:县水利局 cooperating:县应急局"], document.Tasks.Select(Samples.Parties));
        Assert.Equal(
            [("整治渡口隐患", "牵头单位：县交通局 责任单位：县水利局、县公安局 完成时限：6月底前"), ("防汛备汛", "县水利局牵头，县应急局配合")],
            document.Tasks.Select(task => (task.Title, task.Responsibility.Replace("： ", "：", StringComparison.Ordinal))));
        Assert.DoesNotContain('*', string.Concat(document.Tasks.Select(task => task.Section + task.Title + task.Text + task.Responsibility)));
        Assert.Equal(FindingCodes.PageFurniture, Assert.Single(document.Findings).Code);
    }

    [Theory]
    [InlineData("t.txt", "检查某**公司3*5平方米库房。", null)]
    [InlineData("t.md", "检查3*5米、4*6米的库房和2*50kg的钢瓶。", null)]
    [InlineData("t.md", "对某**公司、某**企业开展约谈，联系人张**、李*。", null)]
    [InlineData("t.md", "对某**公司开展约谈，**6月底前**完成。", "对某**公司开展约谈，6月底前完成。")]
    [InlineData("t.md", "开展**重点检查**工作，__逐户__检查，__逐台__登记，*全面*、`彻底`检查。", "开展重点检查工作，逐户检查，逐台登记，全面、彻底检查。")]
    [InlineData("t.md", "检查某\\*\\*公司。", "检查某**公司。")]
    [InlineData("t.md", "冷库温度：\n- 18℃以下。", "冷库温度：- 18℃以下。")]
    public void Marks_of_Markdown_go_and_stars_that_mean_something_stay(string name, string printed, string? text)
    {
        var document = WorkPointsParser.Parse(Samples.Text($"# 2026年工作要点\n## 一、任务\n1.加强检查。{printed}（县应急局负责）\n", name), null);
        Assert.Equal(text ?? printed.Replace("\n", "", StringComparison.Ordinal), Assert.Single(document.Tasks).Text);
    }

    [Fact]
    public void Spaces_of_a_scanner_neither_part_names_nor_hide_dates()
    {
        var document = Samples.Parse("2023年工作要点\n一、任务\n1.压实责任。于 9 月底前修订清单。(责任单位: 县委 宣传部、县应急 管理局，市 市场监管局)\n");
        Assert.Equal("responsible:县委宣传部 responsible:县应急管理局 responsible:市市场监管局", Samples.Parties(Assert.Single(document.Tasks)));
        Assert.Equal(new DateOnly(2023, 9, 30), Assert.Single(document.Tasks[0].Deadlines).Due);
    }
}
