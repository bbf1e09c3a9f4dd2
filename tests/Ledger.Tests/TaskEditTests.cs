using Microsoft.EntityFrameworkCore;
using YiyuanSafety.Ledger.Editing;
using YiyuanSafety.Ledger.Records;

namespace YiyuanSafety.Ledger.Tests;

public sealed class TaskEditTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Stores => TestLedger.Stores;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_edit_is_kept_with_its_reason_before_and_after(string store)
    {
        await using var on = await TestLedger.MakeAsync(store);
        var task = await TaskAsync(on);

        var edited = await EditAsync(on, task, 1, new TaskEdit("核对原件后更正")
        {
            Parties = [new PartyEdit("lead", "县应急局", "县应急局", false)],
            Deadlines = [new DeadlineEdit("6月底前", new DateOnly(2021, 6, 30))],
        });

        Assert.Equal((2, "lead", new DateOnly(2021, 6, 30)), (edited.Version, edited.Parties.Single().Role, edited.Deadlines.Single().Due));
        await using var ledger = on.Store.Open();
        var entry = await ledger.Audit.SingleAsync(one => one.Action == "task.edit", Stop);
        Assert.Equal(("王五", "核对原件后更正", task), (entry.By, entry.Reason, entry.Subject));
        Assert.Contains("responsible", entry.Before, StringComparison.Ordinal);
        Assert.Contains("\"due\":\"2021-06-30\"", entry.After, StringComparison.Ordinal);
        Assert.Single(await ledger.Set<TaskParty>().ToListAsync(Stop));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Of_two_who_edit_the_same_version_the_second_is_told(string store)
    {
        await using var on = await TestLedger.MakeAsync(store);
        var task = await TaskAsync(on);

        // Even where one changes only the parties and the other only the text.
        var both = await Task.WhenAll(Enumerable.Range(0, 6).Select(async i =>
        {
            try
            {
                await EditAsync(on, task, 1, i % 2 == 0
                    ? new TaskEdit("甲") { Text = $"改{i}。" }
                    : new TaskEdit("乙") { Parties = [new PartyEdit("lead", "", $"单位{i}", false)] });
                return "";
            }
            catch (LedgerException e)
            {
                return e.Code;
            }
        }));

        Assert.Single(both, "");
        Assert.All(both.Where(code => code.Length > 0), code => Assert.Equal(LedgerCodes.Stale, code));
        await using var ledger = on.Store.Open();
        Assert.Equal(2, (await ledger.Tasks.SingleAsync(Stop)).Version);
        Assert.Equal(1, await ledger.Audit.CountAsync(entry => entry.Action == "task.edit", Stop));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_edit_that_changes_nothing_leaves_no_trace(string store)
    {
        await using var on = await TestLedger.MakeAsync(store);
        var task = await TaskAsync(on);

        var same = await EditAsync(on, task, 1, new TaskEdit("看看") { Text = "甲。" });

        Assert.Equal(1, same.Version);
        await using var ledger = on.Store.Open();
        Assert.False(await ledger.Audit.AnyAsync(entry => entry.Action == "task.edit", Stop));
    }

    [Fact]
    public async Task What_a_task_cannot_be_is_refused_in_a_sentence()
    {
        await using var on = await TestLedger.MakeAsync("sqlite");
        var task = await TaskAsync(on);
        foreach (var (edit, said) in new (TaskEdit, string)[]
        {
            (new TaskEdit(" ") { Text = "乙。" }, "原因"),
            (new TaskEdit("因") { Text = " " }, "不能为空"),
            (new TaskEdit("因") { Parties = [] }, "至少"),
            (new TaskEdit("因") { Parties = [new PartyEdit("chief", "", "县应急局", false)] }, "chief"),
            (new TaskEdit("因") { Parties = [new PartyEdit("lead", "", "", false)] }, "没有名称"),
            (new TaskEdit("因") { Deadlines = [new DeadlineEdit("", null)] }, "时限"),
        })
        {
            var error = await Assert.ThrowsAsync<LedgerException>(() => EditAsync(on, task, 1, edit));
            Assert.Equal(LedgerCodes.Invalid, error.Code);
            Assert.Contains(said, error.Message, StringComparison.Ordinal);
        }

        Assert.Equal(LedgerCodes.NotFound, (await Assert.ThrowsAsync<LedgerException>(() => EditAsync(on, Guid.NewGuid(), 1, new TaskEdit("因")))).Code);
    }

    private static async Task<Guid> TaskAsync(TestLedger on)
    {
        await Some.PlanAsync(on, Some.Task("1.1", "甲。"));
        await using var ledger = on.Store.Open();
        return await ledger.Tasks.Select(task => task.Id).SingleAsync(Stop);
    }

    private static async Task<LedgerTask> EditAsync(TestLedger on, Guid task, int version, TaskEdit edit)
    {
        await using var ledger = on.Store.Open();
        return await TaskEditing.ApplyAsync(ledger, task, version, edit, Some.Act, Stop);
    }
}
