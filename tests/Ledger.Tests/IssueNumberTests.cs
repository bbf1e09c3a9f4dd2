using Microsoft.EntityFrameworkCore;
using YiyuanSafety.Ledger.Numbering;

namespace YiyuanSafety.Ledger.Tests;

public sealed class IssueNumberTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Stores => TestLedger.Stores;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Many_at_once_get_each_number_once_and_none_is_left_out(string store)
    {
        await using var on = await TestLedger.MakeAsync(store);
        var plan = await Some.PlanAsync(on);
        var papers = new List<Guid>();
        for (var i = 0; i < 60; i++)
            papers.Add(await Some.PaperAsync(on, plan, $"p{i}"));

        // Each paper is numbered from two sides at once.
        await Parallel.ForEachAsync(
            papers.Concat(papers), new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Stop },
            async (paper, stop) => await IssueNumbers.TakeAsync(on.Store, paper, "清安办函", 2021, Some.Act, stop));

        await using var ledger = on.Store.Open();
        var numbers = await ledger.Numbers.OrderBy(number => number.Serial).ToListAsync(Stop);
        Assert.Equal(Enumerable.Range(1, 60), numbers.Select(number => number.Serial));
        Assert.Equal(60, numbers.Select(number => number.PaperId).Distinct().Count());
        Assert.Equal("清安办函〔2021〕1号", numbers[0].Printed);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Codes_and_years_count_for_themselves(string store)
    {
        await using var on = await TestLedger.MakeAsync(store);
        var plan = await Some.PlanAsync(on);
        var (one, two) = (await Some.PaperAsync(on, plan, "a"), await Some.PaperAsync(on, plan, "b"));

        Assert.Equal(1, (await IssueNumbers.TakeAsync(on.Store, one, "清委发", 2021, Some.Act, Stop)).Serial);
        Assert.Equal(2, (await IssueNumbers.TakeAsync(on.Store, two, "清委发", 2021, Some.Act, Stop)).Serial);
        Assert.Equal(1, (await IssueNumbers.TakeAsync(on.Store, two, "清委发", 2022, Some.Act, Stop)).Serial);
        Assert.Equal(1, (await IssueNumbers.TakeAsync(on.Store, two, "清安办函", 2021, Some.Act, Stop)).Serial);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_voided_number_stays_and_the_paper_gets_the_next(string store)
    {
        await using var on = await TestLedger.MakeAsync(store);
        var paper = await Some.PaperAsync(on, await Some.PlanAsync(on), "a");
        var first = await IssueNumbers.TakeAsync(on.Store, paper, "清委发", 2021, Some.Act, Stop);
        await using (var ledger = on.Store.Open())
            await IssueNumbers.VoidAsync(ledger, first.Id, "标题有误，重新印发", Some.Act, Stop);

        var second = await IssueNumbers.TakeAsync(on.Store, paper, "清委发", 2021, Some.Act, Stop);

        Assert.Equal(2, second.Serial);
        await using var after = on.Store.Open();
        Assert.Equal(["标题有误，重新印发", null], await after.Numbers.OrderBy(number => number.Serial).Select(number => number.VoidedBecause).ToListAsync(Stop));
        Assert.Equal(["number.take", "number.void", "number.take"], await after.Audit.Where(entry => entry.Subject == paper).OrderBy(entry => entry.Id).Select(entry => entry.Action).ToListAsync(Stop));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_number_asked_for_in_vain_leaves_no_gap(string store)
    {
        await using var on = await TestLedger.MakeAsync(store);
        var paper = await Some.PaperAsync(on, await Some.PlanAsync(on), "a");

        var missing = await Assert.ThrowsAsync<LedgerException>(() => IssueNumbers.TakeAsync(on.Store, Guid.NewGuid(), "清委发", 2021, Some.Act, Stop));
        Assert.Equal(LedgerCodes.NotFound, missing.Code);
        var empty = await Assert.ThrowsAsync<LedgerException>(() => IssueNumbers.TakeAsync(on.Store, paper, "", 2021, Some.Act, Stop));
        Assert.Equal(LedgerCodes.Invalid, empty.Code);

        Assert.Equal(1, (await IssueNumbers.TakeAsync(on.Store, paper, "清委发", 2021, Some.Act, Stop)).Serial);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_series_goes_on_from_where_the_office_says_that_it_stands(string store)
    {
        await using var on = await TestLedger.MakeAsync(store);
        var plan = await Some.PlanAsync(on);
        var (one, two) = (await Some.PaperAsync(on, plan, "a"), await Some.PaperAsync(on, plan, "b"));

        // A slip of the pen is mended as long as nothing was taken.
        await NumberSeries.SetAsync(on.Store, "清安办函", 2021, 70, Some.Act, Stop);
        await NumberSeries.SetAsync(on.Store, "清安办函", 2021, 7, Some.Act, Stop);
        Assert.Equal(8, (await IssueNumbers.TakeAsync(on.Store, one, "清安办函", 2021, Some.Act, Stop)).Serial);

        var lower = await Assert.ThrowsAsync<LedgerException>(() => NumberSeries.SetAsync(on.Store, "清安办函", 2021, 7, Some.Act, Stop));
        Assert.Contains("清安办函〔2021〕8号已经用了", lower.Message, StringComparison.Ordinal);
        Assert.Equal(9, (await IssueNumbers.TakeAsync(on.Store, two, "清安办函", 2021, Some.Act, Stop)).Serial);

        await using var ledger = on.Store.Open();
        Assert.Equal([new NumberSeries("清安办函", 2021, 9, 9), new NumberSeries("清安委发", 2021, 2, 2)], await NumberSeries.ListAsync(ledger, Stop));
        Assert.Equal(["", """{"code":"清安办函","year":2021,"last":70}"""], await ledger.Audit.Where(entry => entry.Action == "number.series").OrderBy(entry => entry.Id).Select(entry => entry.Before).ToListAsync(Stop));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task The_number_of_an_imported_document_is_in_use(string store)
    {
        await using var on = await TestLedger.MakeAsync(store);
        var paper = await Some.PaperAsync(on, await Some.PlanAsync(on), "a");

        // The document bears 清安委发〔2021〕2号.
        await Assert.ThrowsAsync<LedgerException>(() => NumberSeries.SetAsync(on.Store, "清安委发", 2021, 1, Some.Act, Stop));
        Assert.Equal(3, (await IssueNumbers.TakeAsync(on.Store, paper, "清安委发", 2021, Some.Act, Stop)).Serial);
        Assert.Equal(1, (await IssueNumbers.TakeAsync(on.Store, paper, "清安委发", 2022, Some.Act, Stop)).Serial);
    }

    [Theory]
    [InlineData("源安委发〔2026〕7号", "源安委发", 2026, 7)]
    [InlineData(" 源安委办发 [２０２６] 第１２号 ", "源安委办发", 2026, 12)]
    [InlineData("源安委发（2026）7号", "源安委发", 2026, 7)]
    public void A_printed_number_is_told_apart(string text, string code, int year, int serial) => Assert.Equal(new PrintedNumber(code, year, serial), PrintedNumber.Read(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("源安委发〔2026〕号")]
    [InlineData("第七号")]
    public void What_is_no_number_is_none(string? text) => Assert.Null(PrintedNumber.Read(text));
}
