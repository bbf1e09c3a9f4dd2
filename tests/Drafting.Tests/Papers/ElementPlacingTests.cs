using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.Drafting.Regions;

namespace YiyuanSafety.Drafting.Tests.Papers;

/// <summary>Elements that stand where other elements leave room for them.</summary>
public sealed class ElementPlacingTests
{
    private static readonly string[] Others = ["甲局", "乙局", "丙局", "丁局"];

    private static readonly DeploymentText Text = new()
    {
        Subject = "做好汛期安全生产工作",
        Purpose = "为做好汛期安全生产工作",
        Sections = [new SectionText { Title = "突出重点", Paragraphs = ["排查隐患。"] }],
    };

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(3, 2)]
    [InlineData(4, 3)]
    public void As_many_lines_are_kept_for_the_colophon_as_it_takes(int copies, int lines)
    {
        // Seven characters and a comma each; a line holds 26.
        var order = Deployment(new PaperElements { CopyTo = [.. Enumerable.Repeat("县政府办公室室", copies)] });

        Assert.Equal(lines, Styles(order).Count(style => style == "GwColophonRoom"));
    }

    [Fact]
    public void The_room_for_the_colophon_is_kept_together_with_its_anchor()
    {
        using var docx = WordprocessingDocument.Open(Make(Deployment(new PaperElements())), false);
        var styles = docx.MainDocumentPart?.StyleDefinitionsPart?.Styles ?? throw new InvalidDataException("no styles");

        Assert.NotNull(styles.Elements<Style>().Single(style => style.StyleId == "GwColophonRoom").StyleParagraphProperties?.KeepNext);
        var body = docx.MainDocumentPart.Document.Body ?? throw new InvalidDataException("no body");
        var last = body.Elements<Paragraph>().Last(one => one.ParagraphProperties?.ParagraphStyleId?.Val == "GwColophonRoom");
        Assert.NotEmpty(last.NextSibling<Paragraph>()?.Descendants<Drawing>() ?? []);
    }

    [Theory]
    [InlineData(1, "清水县安全生产委员会,甲局")]
    [InlineData(2, "清水县安全生产委员会,甲局;,乙局")]
    [InlineData(3, "清水县安全生产委员会,甲局;乙局,丙局")]
    [InlineData(4, "清水县安全生产委员会,甲局;乙局,丙局;,丁局")]
    public void The_last_of_several_issuers_stands_over_the_date(int others, string rows)
    {
        var request = SmallDocument.Request with { Elements = new PaperElements { CoIssuers = [.. Others.Take(others)] } };

        var signature = Signature.Of(request, "清水县安全生产委员会");

        Assert.Equal(rows, string.Join(';', signature.Pairs.Select(pair => $"{pair.Left},{pair.Right}")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Joint_seals_have_room_and_without_seals_none_is_kept(bool seal)
    {
        using var docx = WordprocessingDocument.Open(Make(Deployment(new PaperElements { CoIssuers = ["甲局", "乙局"], Seal = seal })), false);
        var body = docx.MainDocumentPart?.Document.Body ?? throw new InvalidDataException("no body");

        var heights = body.Descendants<TableRow>()
            .Where(row => row.Descendants<ParagraphStyleId>().Any(style => style.Val == "GwJointIssuer"))
            .Select(row => row.Descendants<TableRowHeight>().Single().Val?.Value ?? 0).ToList();

        // 42 mm is 2381 twips.
        Assert.Equal(2, heights.Count);
        Assert.All(heights, height => Assert.Equal(seal, height > 2381));
    }

    [Fact]
    public void A_matter_without_a_day_of_its_own_takes_that_of_the_notice()
    {
        var order = new PaperOrder(PaperKind.ListedNotice) { Tasks = ["1.1", "2.1"], ReplyBy = new DateOnly(2022, 7, 1) };

        var notice = Assert.IsType<ListedNotice>(new PaperDrafts(SmallDocument.Request).Of(order));

        Assert.Equal(["6月底前", "2022年7月1日前"], notice.Matters.Select(matter => matter.DueBy));
    }

    [Theory]
    [InlineData("机密 ★ 1年")]
    [InlineData(" 秘 密 ")]
    public void A_grade_is_seen_through_spaces_and_wherever_it_stands(string grade)
    {
        var error = Assert.Throws<OrderException>(() => new PaperDrafts(SmallDocument.Request).Of(
            new PaperOrder(PaperKind.Notice) { Elements = new PaperElements { CoIssuers = [grade] } }));

        Assert.Equal(OrderException.Classified, error.Code);
    }

    [Fact]
    public void A_slip_is_signed_inside_its_table_so_that_no_signature_stands_alone_on_a_page()
    {
        var request = SmallDocument.Request with { Profile = SmallDocument.Profile with { ReplySlip = true } };

        using var docx = WordprocessingDocument.Open(Make(new PaperOrder(PaperKind.TaskSheet) { Body = "县应急局" }, request), false);
        var body = docx.MainDocumentPart?.Document.Body ?? throw new InvalidDataException("no body");

        var slip = body.Descendants<Table>().Last();
        Assert.Contains("负责人签字", slip.Elements<TableRow>().Last().InnerText, StringComparison.Ordinal);
        Assert.EndsWith(":slip", slip.Ancestors<SdtBlock>().Single().Descendants<Tag>().First().Val?.Value, StringComparison.Ordinal);
    }

    private static PaperOrder Deployment(PaperElements elements) => new(PaperKind.DeploymentNotice) { Deployment = Text, Elements = elements };

    private static List<string?> Styles(PaperOrder order)
    {
        using var docx = WordprocessingDocument.Open(Make(order), false);
        return [.. docx.MainDocumentPart?.Document.Descendants<ParagraphStyleId>().Select(style => style.Val?.Value) ?? []];
    }

    private static MemoryStream Make(PaperOrder order, PaperRequest? request = null)
    {
        var from = request ?? SmallDocument.Request;
        var output = new MemoryStream();
        PaperSeal.Write(PaperText.Templates[order.Kind], new PaperDrafts(from).Of(order), order, from, output);
        output.Position = 0;
        return output;
    }
}
