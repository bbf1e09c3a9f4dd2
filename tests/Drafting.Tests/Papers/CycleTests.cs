using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.Drafting.Regions;

namespace YiyuanSafety.Drafting.Tests.Papers;

/// <summary>Letters of a supervision cycle: to one body, after earlier ones, for tasks due on a day.</summary>
public sealed class CycleTests
{
    private static readonly EarlierPaper Reminder = new("清安办函〔2022〕3号", new DateOnly(2022, 6, 20), "提醒函");
    private static readonly EarlierPaper Letter = new("清安办函〔2022〕9号", new DateOnly(2022, 7, 2), "督办函");
    private static readonly EarlierPaper Listing = new("清安委发〔2022〕5号", new DateOnly(2022, 8, 1), "挂牌督办通知");
    private static readonly Dictionary<string, DateOnly> Due = new() { ["1.1"] = new(2022, 6, 30), ["2.1"] = new(2022, 6, 30) };

    [Fact]
    public void A_letter_goes_to_its_one_body_with_that_bodys_part()
    {
        var order = new PaperOrder(PaperKind.SupervisionLetter) { Tasks = ["2.1"], Body = "县公安局" };
        var letter = Draft(order);

        Assert.Equal(("县公安局办公室", "你单位", "牵头"), (letter.Addressees.Names, letter.You, letter.Part));
        Assert.Equal("县教育和体育局", letter.Task.Others);
        Assert.Equal("负责", Draft(order with { Tasks = ["1.1"] }).Part);
        Assert.Equal("承担", Draft(order with { Tasks = ["1.1", "2.1"] }).Part);
        Assert.Equal("负责", Draft(order with { Tasks = ["1.1", "3.1"] }).Part);
        Assert.Equal("配合", Draft(order with { Body = "县教育和体育局", Tasks = ["1.1"] }).Part);
        Assert.Equal("承担", Draft(order with { Body = "县气象局", Tasks = ["1.1"] }).Part);
    }

    [Fact]
    public void Earlier_papers_are_cited_in_one_sentence()
    {
        Assert.Equal("", Cited());
        Assert.Equal("我办曾于2022年7月2日以《督办函》（清安办函〔2022〕9号）督办上述任务，至今未收到完成情况的反馈。", Cited(Letter));
        Assert.Equal("我办曾于2022年7月2日以《督办函》（清安办函〔2022〕9号）督办上述任务，虽有反馈，但任务至今仍未完成。", Cited(Letter with { IsAnswered = true }));
        Assert.Equal(
            "我办曾先后于2022年6月20日以《提醒函》（清安办函〔2022〕3号）提醒、于2022年7月2日以《督办函》（清安办函〔2022〕9号）督办、以《督办函》再次督办上述任务，至今未收到完成情况的反馈。",
            Cited(Reminder, Letter, new EarlierPaper("", null, "督办函")));
        Assert.Equal(
            "我办曾先后于2022年7月2日以《督办函》（清安办函〔2022〕9号）督办、县安委会于2022年8月1日以《挂牌督办通知》（清安委发〔2022〕5号）挂牌督办上述任务，至今未收到完成情况的反馈。",
            Cited(Letter, Listing));
    }

    [Fact]
    public void Papers_about_some_of_the_tasks_are_cited_with_those()
    {
        var (first, second) = (Reminder with { Tasks = ["1.1"] }, new EarlierPaper("清安办函〔2022〕4号", new DateOnly(2022, 6, 23), "提醒函") { Tasks = ["2.1"] });
        var order = new PaperOrder(PaperKind.SupervisionLetter) { Tasks = ["1.1", "2.1"], Earlier = [first, second] };
        Assert.Equal(
            "我办曾先后于2022年6月20日以《提醒函》（清安办函〔2022〕3号）提醒下列第1项任务、于2022年6月23日以《提醒函》（清安办函〔2022〕4号）提醒第2项任务，至今未收到完成情况的反馈。",
            Draft(order).Earlier);
        Assert.False(Draft(order).IsRepeated);

        // Answered for one of them; and a third reminder is a second one for that task alone.
        Assert.EndsWith("提醒第2项任务，第2项任务至今未收到完成情况的反馈，第1项任务虽有反馈，但至今仍未完成。", Draft(order with { Earlier = [first with { IsAnswered = true }, second] }).Earlier, StringComparison.Ordinal);
        Assert.Contains("再次提醒第1项任务，", Draft(order with { Earlier = [first, second, first with { Number = "5号" }] }).Earlier, StringComparison.Ordinal);
        Assert.Contains("以《提醒函》（5号）再次提醒第1、2项任务，", Draft(order with { Earlier = [first, second, Reminder with { Number = "5号" }] }).Earlier, StringComparison.Ordinal);

        // A reminder is repeated when every task was reminded of before.
        var reminder = new PaperOrder(PaperKind.ReminderLetter) { Tasks = ["1.1", "2.1"], Earlier = [first] };
        Assert.False(Draft(reminder).IsRepeated);
        Assert.True(Draft(reminder with { Earlier = [first, second] }).IsRepeated);
    }

    [Fact]
    public void Nobody_is_told_to_be_silent_before_the_day_for_the_answer_has_passed()
    {
        var order = new PaperOrder(PaperKind.SupervisionLetter) { Tasks = ["1.1"], Earlier = [Reminder with { ReplyBy = new DateOnly(2022, 7, 8) }] };
        const string Cited = "我办曾于2022年6月20日以《提醒函》（清安办函〔2022〕3号）提醒上述任务";
        Assert.Equal(Cited + "。", Draft(order).Earlier);
        Assert.Equal(Cited + "。", Draft(order with { Date = new DateOnly(2022, 7, 8) }).Earlier);
        Assert.Equal(Cited + "，至今未收到完成情况的反馈。", Draft(order with { Date = new DateOnly(2022, 7, 9) }).Earlier);
    }

    [Theory]
    [InlineData("11月底前完成。", "1. ")]
    [InlineData("１１月底前完成。", "1. ")]
    [InlineData("开展检查。", "1.")]
    public void The_number_of_an_item_does_not_run_into_a_date(string text, string mark) => Assert.Equal(mark, Wording.Mark(1, text));

    [Fact]
    public void A_supervision_letter_says_that_the_task_is_late()
    {
        var text = Text(new PaperOrder(PaperKind.SupervisionLetter) { Tasks = ["2.1"], Body = "县公安局", Dues = Due, Earlier = [Letter], Date = new DateOnly(2022, 7, 20) });

        Assert.Contains("由你单位牵头，应于2022年6月30日前完成，现已逾期。我办曾于2022年7月2日以", text, StringComparison.Ordinal);
        Assert.Contains("的反馈。为推动任务落地落实，现再次予以督办，函告如下：", text, StringComparison.Ordinal);

        var early = Text(new PaperOrder(PaperKind.SupervisionLetter) { Tasks = ["2.1"], Dues = Due, Date = new DateOnly(2022, 6, 30) });
        Assert.Contains("牵头，应于2022年6月30日前完成。为推动任务落地落实，现予以督办", early, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reminder_says_when_the_task_is_due()
    {
        var order = new PaperOrder(PaperKind.ReminderLetter) { Tasks = ["2.1"], Dues = Due, Date = new DateOnly(2022, 6, 20) };

        Assert.Contains("由你们单位牵头，将于2022年6月30日到期。为确保任务按期完成，现提醒如下：", Text(order), StringComparison.Ordinal);
        Assert.Contains("至今未收到进展情况的反馈。为确保任务按期完成，现再次提醒如下：", Text(order with { Earlier = [Reminder] }), StringComparison.Ordinal);
        Assert.Contains("应于2022年6月30日前完成，现已逾期", Text(order with { Date = new DateOnly(2022, 7, 1) }), StringComparison.Ordinal);
    }

    [Fact]
    public void Several_tasks_say_each_its_day()
    {
        var text = Text(new PaperOrder(PaperKind.SupervisionLetter) { Tasks = ["1.1", "1.2", "2.1"], Dues = Due, Date = new DateOnly(2022, 7, 20) });
        Assert.Contains("各有关部门配合；应于2022年6月30日前完成，现已逾期；任务编号：1.1）", text, StringComparison.Ordinal);
        Assert.Contains("完成时限：每季度至少一次；任务编号：1.2）", text, StringComparison.Ordinal);

        var table = Text(new PaperOrder(PaperKind.SupervisionLetter) { Tasks = ["1.1", "1.2", "2.1", "3.1"], Dues = Due, Date = new DateOnly(2022, 7, 20) });
        Assert.Contains("督办事项共4项，其中2项已逾期，详见附件。", table, StringComparison.Ordinal);
        Assert.Contains("│2022年6月30日，已逾期\n", table, StringComparison.Ordinal);
    }

    [Fact]
    public void A_listing_cites_what_went_before_and_sets_a_new_day_for_what_is_late()
    {
        var order = new PaperOrder(PaperKind.ListedNotice)
        {
            Tasks = ["1.1"],
            Body = "县公安局",
            Dues = Due,
            Earlier = [Reminder, Letter],
            Date = new DateOnly(2022, 7, 20),
            ReplyBy = new DateOnly(2022, 8, 31),
        };
        var text = Text(order);

        Assert.Contains("\n县公安局：\n", text, StringComparison.Ordinal);
        Assert.Contains("\n县安委办曾先后于2022年6月20日以《提醒函》", text, StringComparison.Ordinal);
        Assert.Contains("督办有关任务，至今未收到完成情况的反馈。本次挂牌督办事项共1项", text, StringComparison.Ordinal);
        Assert.Contains("（应于2022年6月30日前完成，现已逾期；任务编号：1.1）", text, StringComparison.Ordinal);
        Assert.Contains("│县公安局│2022年8月31日前\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_round_makes_another_paper_and_its_absence_the_old_one()
    {
        var order = new PaperOrder(PaperKind.SupervisionLetter) { Tasks = ["1.1"] };
        var identities = new[] { order, order with { Round = 1 }, order with { Round = 2 }, order with { Body = "县公安局" } }.Select(one => one.Identity(SmallDocument.Request)).ToList();

        Assert.Equal(4, identities.Distinct().Count());
        Assert.Equal(identities[0], (order with { Earlier = [Letter], Dues = Due }).Identity(SmallDocument.Request));
        Assert.Equal("督办函/1.1 县公安局 第2次 督办函.docx", PaperSet.Named([order with { Round = 2, Body = "县公安局" }])[0].Path);
    }

    [Fact]
    public void A_paper_remembers_the_cycle_it_belongs_to()
    {
        var order = new PaperOrder(PaperKind.SupervisionLetter) { Tasks = ["1.1"], Body = "县公安局", Round = 2, Earlier = [Reminder, Letter], Dues = Due };

        var read = PaperRefresh.Record(Make(order)).Order;

        Assert.Equal((2, Due["1.1"]), (read.Round, read.Dues["1.1"]));
        Assert.Equal(order.Earlier, read.Earlier);
    }

    private static string Cited(params IReadOnlyList<EarlierPaper> earlier) =>
        Draft(new PaperOrder(PaperKind.SupervisionLetter) { Tasks = ["1.1"], Earlier = earlier }).Earlier;

    private static TaskLetter Draft(PaperOrder order) => Assert.IsType<TaskLetter>(new PaperDrafts(SmallDocument.Request).Of(order));

    private static string Text(PaperOrder order) => PaperText.Of(new MemoryStream(Make(order)));

    private static byte[] Make(PaperOrder order)
    {
        using var output = new MemoryStream();
        PaperSeal.Write(PaperText.Templates[order.Kind], new PaperDrafts(SmallDocument.Request).Of(order), order, SmallDocument.Request, output);
        return output.ToArray();
    }
}
