using Microsoft.EntityFrameworkCore;
using YiyuanSafety.Ledger.Importing;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.WorkPoints;

namespace YiyuanSafety.Ledger.Tests;

public sealed class ImportTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Stores => TestLedger.Stores;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_revision_keeps_what_it_kept_marks_what_it_changed_and_closes_what_it_dropped(string store)
    {
        await using var on = await TestLedger.MakeAsync(store);
        var plan = await Some.PlanAsync(
            on,
            Some.Task("1.1", "排查矿山安全隐患并逐项整改。"),
            Some.Task("2.1", "开展全县道路交通安全专项整治行动。"),
            Some.Task("3.1", "组织安全生产月宣传活动。"));
        var before = await TasksAsync(on, plan);

        // The second moved to the front and became stricter, the first only moved, the third is gone, one is new.
        var outcome = await ReviseAsync(
            on,
            plan,
            "b",
            Some.Task("1.1", "开展全县道路交通安全专项整治百日行动。"),
            Some.Task("2.1", "排查矿山安全隐患并逐项整改。"),
            Some.Task("4.1", "完善应急预案。"));

        Assert.Equal((1, 1, 1, 1), (outcome.Added, outcome.Changed, outcome.Closed, outcome.Kept));
        var after = await TasksAsync(on, plan);
        Assert.Equal(before["1.1"].Id, after["2.1"].Id);
        Assert.Equal(before["2.1"].Id, after["1.1"].Id);
        await using var ledger = on.Store.Open();
        var gone = await ledger.Tasks.SingleAsync(task => task.Id == before["3.1"].Id, Stop);
        Assert.Equal((TaskState.Closed, "第2次导入的文件里没有这项任务"), (gone.State, gone.ClosedBecause));
        var change = await ledger.Audit.SingleAsync(entry => entry.Action == "task.revise", Stop);
        Assert.Equal(before["2.1"].Id, change.Subject);
        Assert.Contains("专项整治行动", change.Before, StringComparison.Ordinal);
        Assert.Contains("百日行动", change.After, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task The_same_file_brought_again_does_nothing(string store)
    {
        await using var on = await TestLedger.MakeAsync(store);
        var plan = await Some.PlanAsync(on, Some.Task("1.1", "甲。"));

        var outcome = await ReviseAsync(on, plan, "a", Some.Task("1.1", "甲。"));

        Assert.True(outcome.IsRepeat);
        await using var ledger = on.Store.Open();
        Assert.Equal(1, await ledger.Imports.CountAsync(Stop));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_a_person_corrected_outlives_a_revision(string store)
    {
        await using var on = await TestLedger.MakeAsync(store);
        var wrong = new Party(PartyRole.Responsible, "县应急管理局", "县应急管理局", BodyKind.Department, true);
        var plan = await Some.PlanAsync(on, Some.Task("1.1", "甲。", "县应急管理局负责", wrong));
        await using (var ledger = on.Store.Open())
        {
            var task = await ledger.Tasks.Include(one => one.Parties).SingleAsync(Stop);
            (task.Parties[0].Body, task.Parties[0].NeedsReview, task.Text) = ("县应急局", false, "甲（已更正）。");
            await ledger.SaveChangesAsync(Stop);
        }

        var second = new Party(PartyRole.Cooperating, "县公安局", "县公安局", BodyKind.Department, false);
        await ReviseAsync(on, plan, "b", Some.Task("1.1", "甲乙。", "县应急管理局负责，县公安局配合", wrong, second));

        await using var after = on.Store.Open();
        var revised = await after.Tasks.Include(one => one.Parties.OrderBy(party => party.Ordinal)).SingleAsync(Stop);
        Assert.Equal(["县应急局", "县公安局"], revised.Parties.Select(party => party.Body));
        Assert.False(revised.Parties[0].NeedsReview);
        Assert.Equal(("甲（已更正）。", "县应急管理局负责，县公安局配合"), (revised.Text, revised.Responsibility));
        var finding = await after.Set<ImportFinding>().SingleAsync(one => one.Code == "edited-and-revised", Stop);
        Assert.Contains("任务 1.1 的内容有人改过", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_task_that_comes_back_is_the_one_that_was_closed(string store)
    {
        await using var on = await TestLedger.MakeAsync(store);
        var plan = await Some.PlanAsync(on, Some.Task("1.1", "排查隐患。"), Some.Task("2.1", "宣传教育。"));
        var id = (await TasksAsync(on, plan))["2.1"].Id;
        await ReviseAsync(on, plan, "b", Some.Task("1.1", "排查隐患。"));
        await ReviseAsync(on, plan, "c", Some.Task("1.1", "排查隐患。"), Some.Task("2.1", "宣传教育。"));

        var back = (await TasksAsync(on, plan))["2.1"];

        Assert.Equal((id, TaskState.Open, ""), (back.Id, back.State, back.ClosedBecause));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Two_revisions_at_the_same_moment_cannot_both_be_the_second(string store)
    {
        await using var on = await TestLedger.MakeAsync(store);
        var plan = await Some.PlanAsync(on, Some.Task("1.1", "甲。"));

        var both = await Task.WhenAll(Enumerable.Range(0, 4).Select(async i =>
        {
            try
            {
                await ReviseAsync(on, plan, $"r{i}", Some.Task("1.1", $"甲{i}。"));
                return true;
            }
            catch (DbUpdateException)
            {
                return false;
            }
        }));

        await using var ledger = on.Store.Open();
        var revisions = await ledger.Imports.OrderBy(import => import.Revision).Select(import => import.Revision).ToListAsync(Stop);
        Assert.Equal(Enumerable.Range(1, 1 + both.Count(done => done)), revisions);
        Assert.Single(await ledger.Tasks.ToListAsync(Stop));
    }

    private static async Task<ImportOutcome> ReviseAsync(TestLedger on, Guid plan, string file, params WorkTask[] tasks)
    {
        await using var ledger = on.Store.Open();
        return await Importer.ImportAsync(ledger, plan, true, Some.Document(tasks), Some.File(file), "清水县", Some.Act, Stop);
    }

    private static async Task<Dictionary<string, LedgerTask>> TasksAsync(TestLedger on, Guid plan)
    {
        await using var ledger = on.Store.Open();
        return await ledger.Tasks.Where(task => task.PlanId == plan && task.State == TaskState.Open).ToDictionaryAsync(task => task.Number, Stop);
    }
}
