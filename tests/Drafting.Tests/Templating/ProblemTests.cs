using YiyuanSafety.Drafting.Templating;
using static YiyuanSafety.Drafting.Tests.Templating.DocxBuilder;

namespace YiyuanSafety.Drafting.Tests.Templating;

public sealed class ProblemTests
{
    [Fact]
    public void An_unknown_field_is_told_with_its_paragraph_and_the_nearest_name()
    {
        var problem = Assert.Single(Problems(P("甲") + P("乙") + P("期限：{{ task.deadlin }}")));
        Assert.Equal("第 3 段 {{ task.deadlin }}：没有这个字段，是否为 task.deadline？", problem.ToString());
        Assert.Equal((TemplateCodes.UnknownField, "测试.docx", "正文", 3, "期限：{{ task.deadlin }}"),
            (problem.Code, problem.File, problem.Part, problem.Paragraph, problem.ParagraphText));
    }

    [Fact]
    public void All_problems_of_all_parts_are_told_at_once()
    {
        var docx = Docx(P("{{ titel }}") + P("{{ for t in tasks }}{{ t.titl }}{{ end }}"), P("{{ daet }}"), P("{{ x"));
        var problems = Assert.Throws<TemplateException>(() => Compile(docx)).Problems;
        Assert.Equal(["第 1 段 {{ titel }}：没有这个字段，是否为 title？", "第 2 段 {{ t.titl }}：没有这个字段，是否为 t.title？",
            "页眉第 1 段 {{ daet }}：没有这个字段，是否为 date？", "页脚第 1 段 {{ x：标签没有结束，缺少 }}。标签要在同一段、同一单元格内写完。"],
            problems.Select(p => p.ToString()));
    }

    [Theory]
    [InlineData("{{ not_a_field }}", TemplateCodes.UnknownField)]
    [InlineData("{{ title.length }}", TemplateCodes.UnknownField)]
    [InlineData("{{ title.get_type }}", TemplateCodes.UnknownField)]
    [InlineData("{{ tasks.title }}", TemplateCodes.UnknownField)]
    [InlineData("{{ t.title }}", TemplateCodes.UnknownField)]
    [InlineData("{{ for t in tasks }}{{ t.title }}{{ end }}{{ t.title }}", TemplateCodes.UnknownField)]
    [InlineData("{{ for p in task.parties }}{{ p.name }}{{ end }}", TemplateCodes.UnknownField)]
    [InlineData("{{ if titel == 1 }}x{{ end }}", TemplateCodes.UnknownField)]
    [InlineData("{{ tasks | array.map \"titel\" }}", TemplateCodes.UnknownField)]
    [InlineData("{{ title | string.upcas }}", TemplateCodes.UnknownFunction)]
    [InlineData("{{ title | upcase }}", TemplateCodes.UnknownField)]
    [InlineData("{{ title | task }}", TemplateCodes.UnknownFunction)]
    [InlineData("{{ tasks }}", TemplateCodes.WrongKind)]
    [InlineData("{{ task }}", TemplateCodes.WrongKind)]
    [InlineData("{{ string }}", TemplateCodes.WrongKind)]
    [InlineData("{{ for t in title }}{{ end }}", TemplateCodes.WrongKind)]
    [InlineData("{{ title = 1 }}", TemplateCodes.Forbidden)]
    [InlineData("{{ task.title = 1 }}", TemplateCodes.Forbidden)]
    [InlineData("{{ }}", TemplateCodes.Syntax)]
    [InlineData("{{ (title }}", TemplateCodes.Syntax)]
    [InlineData("{{ title | }}", TemplateCodes.Syntax)]
    [InlineData("{{ if title == \"a }}x{{ end }}", TemplateCodes.Syntax)]
    [InlineData("{{ for tasks }}x{{ end }}", TemplateCodes.Syntax)]
    [InlineData("{{ if }}x{{ end }}", TemplateCodes.Syntax)]
    [InlineData("title }}", TemplateCodes.OpenTag)]
    [InlineData("{{ title", TemplateCodes.OpenTag)]
    [InlineData("{{ title {{ date }}", TemplateCodes.OpenTag)]
    [InlineData("{{ for t in tasks }}x", TemplateCodes.OpenBlock)]
    [InlineData("x{{ end }}", TemplateCodes.OpenBlock)]
    [InlineData("x{{ else }}", TemplateCodes.OpenBlock)]
    [InlineData("{{ if urgent }}x{{ when 1 }}{{ end }}", TemplateCodes.OpenBlock)]
    [InlineData("{{ include 'x' }}", TemplateCodes.Forbidden)]
    [InlineData("{{ import System.IO }}", TemplateCodes.Forbidden)]
    [InlineData("{{ this.title }}", TemplateCodes.Forbidden)]
    [InlineData("{{ System.IO.File.ReadAllText \"x\" }}", TemplateCodes.UnknownField)]
    [InlineData("{{ object.eval \"1\" }}", TemplateCodes.UnknownField)]
    [InlineData("{{ date.now }}", TemplateCodes.UnknownField)]
    public void Each_mistake_is_a_problem_with_its_code_and_never_silence(string line, string code)
    {
        var problems = Problems(P(line));
        Assert.Contains(problems, p => p.Code == code);
        Assert.All(problems, p => Assert.Matches("[\u4E00-\u9FFF].*[。？]$", p.Message));
    }

    [Fact]
    public void A_tag_over_two_cells_is_told_as_not_closed()
    {
        var problems = Problems(Table(TextRow("{{ task.", "title }}")));
        Assert.Equal([TemplateCodes.OpenTag, TemplateCodes.OpenTag], problems.Select(p => p.Code));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_block_over_the_border_of_a_table_is_an_error(bool opensOutside)
    {
        var inside = Table(TextRow(opensOutside ? "{{ end }}" : "{{ for t in tasks }}", "乙"));
        var body = opensOutside ? P("{{ for t in tasks }}") + inside : inside + P("{{ end }}");
        var problem = Assert.Single(Problems(body));
        Assert.Equal(TemplateCodes.CrossedBlock, problem.Code);
        Assert.Contains("边界", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_block_from_one_row_to_another_with_other_content_is_an_error()
    {
        var problem = Assert.Single(Problems(Table(TextRow("{{ for t in tasks }}甲", "乙"), TextRow("丙", "{{ end }}"))));
        Assert.Equal(TemplateCodes.CrossedBlock, problem.Code);
    }

    [Fact]
    public void An_if_with_else_over_cells_of_one_row_is_an_error() =>
        Assert.Equal(TemplateCodes.CrossedBlock, Assert.Single(Problems(Table(TextRow("{{ if urgent }}甲{{ else }}", "乙{{ end }}")))).Code);

    [Fact]
    public void Two_blocks_side_by_side_over_the_cells_of_one_row_are_an_error() =>
        Assert.Equal(TemplateCodes.CrossedBlock, Assert.Single(Problems(Table(TextRow("{{ if urgent }}甲", "乙{{ end }}", "{{ if urgent }}丙", "丁{{ end }}")))).Code);

    [Fact]
    public void A_block_over_paragraphs_whose_tag_shares_its_paragraph_is_an_error() =>
        Assert.Equal(TemplateCodes.CrossedBlock, Assert.Single(Problems(P("甲{{ if urgent }}") + P("乙") + P("{{ end }}"))).Code);

    [Fact]
    public void A_block_that_ends_in_a_nested_table_is_an_error() =>
        Assert.Equal(TemplateCodes.CrossedBlock, Assert.Single(Problems(Table(Row(Cell(P("{{ for t in tasks }}")), Cell(Table(TextRow("{{ end }}", "")), P("")))))).Code);

    [Fact]
    public void A_block_half_inside_a_link_is_an_error()
    {
        var body = $"<w:p>{R("{{ if urgent }}")}<w:hyperlink w:anchor=\"a\">{R("甲{{ end }}")}</w:hyperlink></w:p>";
        Assert.Equal(TemplateCodes.CrossedBlock, Assert.Single(Problems(body)).Code);
    }

    [Fact]
    public void A_footnote_inside_a_loop_is_an_error()
    {
        var body = $"<w:p>{R("{{ for t in tasks }}")}<w:r><w:footnoteReference w:id=\"1\"/></w:r>{R("{{ end }}")}</w:p>";
        Assert.Equal(TemplateCodes.Misplaced, Assert.Single(Problems(body)).Code);
    }

    [Theory]
    [InlineData("<w:p><w:r><w:instrText>HYPERLINK {{ title }}</w:instrText></w:r></w:p>")]
    public void A_tag_in_a_field_code_or_an_attribute_is_an_error(string body) =>
        Assert.Equal(TemplateCodes.Misplaced, Assert.Single(Problems(body)).Code);

    [Fact]
    public void The_fields_of_a_model_are_listed_with_meaning_and_sample()
    {
        var fields = TemplateFields.Of(typeof(Letter));
        Assert.Contains(new TemplateField("tasks[].deadline", "期限", "6月底前", false), fields);
        Assert.Contains(new TemplateField("task.title", "任务标题", "检查矿山", false), fields);
        Assert.Contains(new TemplateField("copies", "抄送", "县委办公室", true), fields);
        Assert.DoesNotContain(fields, f => f.Name.Contains("not_a_field", StringComparison.Ordinal));
    }

    [Fact]
    public void A_check_finds_what_breaks_the_schema()
    {
        var broken = Docx("<w:p><w:r><w:t>甲</w:t><w:nonsense/></w:r></w:p>");
        Assert.Equal(TemplateCodes.BrokenPart, Assert.Single(TemplateCheck.Of(new MemoryStream(broken), "测试.docx", typeof(Letter))).Code);
        Assert.Empty(TemplateCheck.Of(new MemoryStream(Docx(P("{{ title }}"))), "测试.docx", typeof(Letter)));
    }

    private static IReadOnlyList<TemplateProblem> Problems(string body) =>
        Assert.Throws<TemplateException>(() => Compile(Docx(body))).Problems;
}
