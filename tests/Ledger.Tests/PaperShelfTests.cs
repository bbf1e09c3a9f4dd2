using Microsoft.EntityFrameworkCore;
using YiyuanSafety.Ledger.Papers;
using YiyuanSafety.Ledger.Records;

namespace YiyuanSafety.Ledger.Tests;

public sealed class PaperShelfTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Stores => TestLedger.Stores;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task The_same_paper_twice_is_one_and_another_content_a_revision(string store)
    {
        await using var on = await TestLedger.MakeAsync(store);
        var plan = await Some.PlanAsync(on);

        foreach (var hash in new[] { "a", "a", "b", "b", "a" })
            await PutAsync(on, plan, hash);

        await using var ledger = on.Store.Open();
        var paper = await ledger.Papers.Include(one => one.Revisions.OrderBy(revision => revision.Number)).SingleAsync(Stop);
        Assert.Equal([(1, 'a'), (2, 'b'), (3, 'a')], paper.Revisions.Select(revision => (revision.Number, revision.Hash[0])));
        Assert.Equal(3, await ledger.Audit.CountAsync(entry => entry.Action == "paper.make", Stop));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Made_from_two_sides_at_once_it_is_still_one(string store)
    {
        await using var on = await TestLedger.MakeAsync(store);
        var plan = await Some.PlanAsync(on);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            try
            {
                await PutAsync(on, plan, "a");
            }
            catch (DbUpdateException)
            {
                // The job is taken up again, and finds the paper.
                await PutAsync(on, plan, "a");
            }
        }));

        await using var ledger = on.Store.Open();
        Assert.Single((await ledger.Papers.Include(one => one.Revisions).SingleAsync(Stop)).Revisions);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_paper_is_withdrawn_with_a_reason_only(string store)
    {
        await using var on = await TestLedger.MakeAsync(store);
        var plan = await Some.PlanAsync(on);
        var id = await Some.PaperAsync(on, plan, "x");
        await using var ledger = on.Store.Open();

        Assert.Equal(LedgerCodes.Invalid, (await Assert.ThrowsAsync<LedgerException>(() => PaperShelf.WithdrawAsync(ledger, id, "", Some.Act, Stop))).Code);
        await PaperShelf.WithdrawAsync(ledger, id, "内容有误", Some.Act, Stop);
        await ledger.SaveChangesAsync(Stop);

        var paper = await ledger.Papers.SingleAsync(Stop);
        Assert.Equal((PaperState.Withdrawn, "内容有误"), (paper.State, paper.WithdrawnBecause));
    }

    private static async Task PutAsync(TestLedger on, Guid plan, string hash)
    {
        await using var ledger = on.Store.Open();
        await PaperShelf.PutAsync(ledger, plan, new MadePaper(new PaperDescription("3f9a0c51be27", "Notice", "", "{}", "通知.docx"), hash.PadRight(64, '0'), 1, "t"), Some.Act, Stop);
        await ledger.SaveChangesAsync(Stop);
    }
}
