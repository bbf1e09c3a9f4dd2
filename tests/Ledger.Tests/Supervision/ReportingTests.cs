using Microsoft.EntityFrameworkCore;
using YiyuanSafety.Ledger.Papers;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.Ledger.Supervision;

namespace YiyuanSafety.Ledger.Tests.Supervision;

public sealed class ReportingTests
{
    private static readonly DateOnly Today = new(2021, 3, 5);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Stores => TestLedger.Stores;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task The_same_report_twice_is_one_and_who_brings_it_does_not_matter(string store)
    {
        await using var on = await TestLedger.MakeAsync(store);
        var (plan, task) = await PlanAsync(on);
        var entry = new ReportEntry(task, "县应急局", ReportState.InProgress, Today) { Percent = 40, Progress = "已排查12家" };

        Assert.Equal(2, await AddAsync(on, plan, entry, entry, entry with { Percent = 41 }));
        Assert.Equal(0, await AddAsync(on, plan, entry with { Source = "另一份表" }));
        Assert.Equal(1, await AddAsync(on, plan, entry with { Moment = 5 }));

        await using var ledger = on.Store.Open();
        Assert.Equal(3, await ledger.Reports.CountAsync(Stop));
        Assert.Equal(3, await ledger.Audit.CountAsync(one => one.Action == "task.report", Stop));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task One_that_was_taken_back_stays_taken_back_when_it_is_read_again(string store)
    {
        await using var on = await TestLedger.MakeAsync(store);
        var (plan, task) = await PlanAsync(on);
        var entry = new ReportEntry(task, "县应急局", ReportState.Done, Today);
        await AddAsync(on, plan, entry);
        await using (var ledger = on.Store.Open())
        {
            var id = await ledger.Reports.Select(report => report.Id).SingleAsync(Stop);
            Assert.Equal(LedgerCodes.Invalid, (await Assert.ThrowsAsync<LedgerException>(() => Reporting.RetractAsync(ledger, id, " ", Some.Act, Stop))).Code);
            await Reporting.RetractAsync(ledger, id, "填错了行", Some.Act, Stop);
            await ledger.SaveChangesAsync(Stop);
            Assert.Equal(LedgerCodes.WrongState, (await Assert.ThrowsAsync<LedgerException>(() => Reporting.RetractAsync(ledger, id, "再来", Some.Act, Stop))).Code);
        }

        Assert.Equal(0, await AddAsync(on, plan, entry));
        await using var after = on.Store.Open();
        Assert.Equal("填错了行", (await after.Reports.SingleAsync(Stop)).RetractedBecause);
    }

    [Theory]
    [InlineData(ReportState.Done, 99, "x", 0, "99%")]
    [InlineData(ReportState.NotStarted, 1, "x", 0, "1%")]
    [InlineData(ReportState.InProgress, 101, "x", 0, "0 至 100")]
    [InlineData(ReportState.InProgress, 50, "x", 1, "还没有到")]
    [InlineData(ReportState.NotApplicable, null, "", 0, "原因")]
    public void What_cannot_be_is_refused(ReportState state, int? percent, string progress, int days, string told)
    {
        var entry = new ReportEntry(Guid.NewGuid(), "县应急局", state, Today.AddDays(days)) { Percent = percent, Progress = progress };
        Assert.Contains(told, Assert.Throws<LedgerException>(() => Reporting.Check(entry, Today)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_letter_lives_from_draft_to_close_and_no_step_is_left_out(string store)
    {
        await using var on = await TestLedger.MakeAsync(store);
        var (plan, task) = await PlanAsync(on);
        var letter = await PrepareAsync(on, plan, task, 1);
        var reply = new LetterReply(Today, "已完成", Evidence.None);

        Assert.Equal(LedgerCodes.WrongState, await RefusedAsync(on, ledger => LetterLife.ReplyAsync(ledger, letter, reply, true, Some.Act, Stop)));
        await DoAsync(on, async ledger =>
        {
            var (_, paper) = await LetterLife.FindAsync(ledger, letter, Stop);
            await LetterLife.IssueAsync(ledger, paper, Today.AddDays(-3), Today.AddDays(4), Some.Act, Stop);
            await LetterLife.IssueAsync(ledger, paper, Today.AddDays(-3), Today.AddDays(4), Some.Act, Stop);
        });
        Assert.Equal(LedgerCodes.WrongState, await RefusedAsync(on, ledger => LetterLife.CloseAsync(ledger, letter, Today, Some.Act, Stop)));
        Assert.Equal(LedgerCodes.Invalid, await RefusedAsync(on, ledger => LetterLife.ReplyAsync(ledger, letter, reply with { On = Today.AddDays(-4) }, true, Some.Act, Stop)));
        Assert.Equal(LedgerCodes.Invalid, await RefusedAsync(on, ledger => LetterLife.ReplyAsync(ledger, letter, reply with { On = Today.AddDays(1) }, true, Some.Act, Stop)));
        await DoAsync(on, ledger => LetterLife.ReplyAsync(ledger, letter, reply, false, Some.Act, Stop));
        await DoAsync(on, ledger => LetterLife.ReplyAsync(ledger, letter, reply with { Text = "补充" }, true, Some.Act, Stop));
        Assert.Equal(LedgerCodes.WrongState, await RefusedAsync(on, ledger => LetterLife.CloseAsync(ledger, letter, Today, Some.Act, Stop)));
        Assert.Equal(LedgerCodes.WrongState, await RefusedAsync(on, async ledger => await PaperShelf.WithdrawAsync(ledger, (await LetterLife.FindAsync(ledger, letter, Stop)).Paper.Id, "x", Some.Act, Stop)));

        await using var after = on.Store.Open();
        var (row, paperRow) = await LetterLife.FindAsync(after, letter, Stop);
        Assert.Equal((PaperState.Closed, "补充", (DateOnly?)Today), (paperRow.State, row.Reply, row.ClosedOn));
        Assert.Equal(
            ["letter.prepare", "paper.issue", "letter.reply", "letter.reply", "paper.close"],
            await after.Audit.Where(one => one.Subject == paperRow.Id).OrderBy(one => one.Id).Select(one => one.Action).ToListAsync(Stop));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task The_same_letter_prepared_from_two_sides_is_one(string store)
    {
        await using var on = await TestLedger.MakeAsync(store);
        var (plan, task) = await PlanAsync(on);
        await PrepareAsync(on, plan, task, 1);
        await using var ledger = on.Store.Open();
        var error = await Assert.ThrowsAsync<DbUpdateException>(() => PrepareAsync(on, plan, task, 1, "another paper"));
        Assert.True(ledger.IsDuplicate(error));
    }

    private static async Task<(Guid Plan, Guid Task)> PlanAsync(TestLedger on)
    {
        var plan = await Some.PlanAsync(on, Some.Task("1.1", "开展检查。"));
        await using var ledger = on.Store.Open();
        return (plan, await ledger.Tasks.Select(task => task.Id).SingleAsync(Stop));
    }

    private static async Task<int> AddAsync(TestLedger on, Guid plan, params ReportEntry[] entries)
    {
        await using var ledger = on.Store.Open();
        var added = await Reporting.AddAsync(ledger, plan, entries, Some.Act, Stop);
        await ledger.SaveChangesAsync(Stop);
        return added.Count;
    }

    private static async Task<Guid> PrepareAsync(TestLedger on, Guid plan, Guid task, int round, string identity = "3f9a0c51be27")
    {
        await using var ledger = on.Store.Open();
        var paper = new PaperDescription(identity, "supervision-letter", "县应急局", "{}", "督办函/县应急局 督办函（1）.docx");
        var letter = await LetterLife.PrepareAsync(ledger, plan, new NewLetter(LetterStep.Supervision, "县应急局", round, [(task, Today.AddDays(-9))], paper), Some.Act, Stop);
        await ledger.SaveChangesAsync(Stop);
        return letter.Id;
    }

    private static async Task DoAsync(TestLedger on, Func<LedgerContext, Task> act)
    {
        await using var ledger = on.Store.Open();
        await act(ledger);
        await ledger.SaveChangesAsync(Stop);
    }

    private static async Task<string> RefusedAsync(TestLedger on, Func<LedgerContext, Task> act)
    {
        await using var ledger = on.Store.Open();
        return (await Assert.ThrowsAsync<LedgerException>(() => act(ledger))).Code;
    }
}
