using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NPOI.SS.UserModel;
using NPOI.XSSF.UserModel;
using YiyuanSafety.Host.Supervision;
using YiyuanSafety.Host.Tests.Access;
using YiyuanSafety.Host.Tests.Api;
using YiyuanSafety.Ledger;

namespace YiyuanSafety.Host.Tests.Supervision;

/// <summary>Workbooks go out, are filled in, and come back into the ledger.</summary>
public sealed class CollectTests
{
    private const string Body = "县应急局";
    private static readonly string[] States = ["未开展", "推进中", "已完成"];
    private readonly ManualTime _time = new(new DateTimeOffset(2021, 6, 28, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_filled_in_workbook_is_looked_at_applied_and_read_again_without_effect()
    {
        await using var service = await StartAsync();
        var plan = await service.ImportSampleAsync();
        using (var zip = new ZipArchive(new MemoryStream(await service.Client.GetByteArrayAsync($"plans/{plan}/collect.zip?replyBy=2021-07-05", TestService.Stop))))
            Assert.Contains(zip.Entries, entry => entry.Name.EndsWith($"{Body} 任务进展填报表 20210628.xlsx", StringComparison.Ordinal));
        var blank = await SheetAsync(service, plan);
        Assert.Empty(Items(await ReadAsync(service, plan, blank, true), "changes"));

        var filled = Reply.Fill(blank, (0, "已完成", null, "已排查12家", "2021-6-25"), (1, "推进中", "４０％", "=1+1", "6月26日"), (2, "做了一些", null, "", null));
        var look = await ReadAsync(service, plan, filled, false);
        Assert.Equal(["done 2021-06-25", "inProgress 2021-06-26"], Items(look, "changes").Select(change => $"{TestService.Text(change, "state")} {TestService.Text(change, "on")}"));
        Assert.Contains("reply-state", Items(look, "unplaced").Select(doubt => TestService.Text(doubt, "code")));
        Assert.Equal(0, await CountAsync(service));

        Assert.Equal("true", TestService.Text(await ReadAsync(service, plan, filled, true), "applied"));
        var again = await ReadAsync(service, plan, filled, true, "改了名.xlsx");
        Assert.Empty(Items(again, "changes"));
        Assert.Equal("2", TestService.Text(again, "known"));
        Assert.Equal(2, await CountAsync(service));
        var parts = TestService.Items(await service.GetAsync($"plans/{plan}/parts?body={Uri.EscapeDataString(Body)}&state=done"));
        Assert.Equal("已排查12家", TestService.Text(Assert.Single(parts), "progress"));

        // The next round shows what was said, and asks anew.
        Assert.Contains("已排查12家", Reply.Words(await SheetAsync(service, plan)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_without_their_key_are_found_by_number_and_a_strange_number_is_told()
    {
        await using var service = await StartAsync();
        var plan = await service.ImportSampleAsync();
        var blank = await SheetAsync(service, plan);
        var filled = Reply.Fill(blank, (0, "已完成", null, "完成", "2021-6-25"), (1, "已完成", null, "完成", "2021-6-25"));
        var bare = Reply.Change(filled, (row, index) =>
        {
            row.GetCell(1)?.SetCellValue("");
            if (index == 1)
                row.GetCell(0).SetCellValue("99.9");
        });

        var read = await ReadAsync(service, plan, bare, true);
        Assert.Single(Items(read, "changes"));
        Assert.Contains(Items(read, "unplaced"), doubt => TestService.Text(doubt, "message").Contains("99.9", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_no_report_can_be_is_told_with_its_cell()
    {
        await using var service = await StartAsync();
        var plan = await service.ImportSampleAsync();
        var blank = await SheetAsync(service, plan);
        var read = await ReadAsync(service, plan, Reply.Fill(blank, (0, "已完成", "50", "x", "2021-6-25"), (1, "不涉及", null, "", "2021-6-25"), (2, "推进中", null, "x", "2021-6-29")), true);
        Assert.Empty(Items(read, "changes"));
        Assert.Equal(3, Items(read, "unplaced").Count);
        Assert.All(Items(read, "unplaced"), doubt => Assert.Matches(@".+![A-Z]+\d+", TestService.Text(doubt, "place")));
    }

    [Fact]
    public async Task What_is_no_workbook_is_refused_in_a_sentence()
    {
        await using var service = await StartAsync();
        var plan = await service.ImportSampleAsync();
        var problem = await service.PostFileAsync($"plans/{plan}/collect?name=a.xlsx&apply=true", [1, 2, 3], HttpStatusCode.UnprocessableEntity, "application/octet-stream");
        Assert.EndsWith("。", TestService.Text(problem, "detail"), StringComparison.Ordinal);
    }

    /// <summary>Whatever the order in which workbooks come in, whether twice, and however they are cut into parts: the ledger says the same.</summary>
    [Fact]
    public async Task Workbooks_in_any_order_twice_or_in_parts_give_the_same_ledger()
    {
        await using var service = await StartAsync();
        var plan = await service.ImportSampleAsync();
        var blank = await SheetAsync(service, plan);
        var row = Gen.Select(Gen.Int[0, 5], Gen.OneOfConst(States), Gen.Int[1, 99], Gen.Int[1, 27], (task, state, percent, day) =>
            (task, state, state == "推进中" ? $"{percent}%" : null, (string?)$"进展{percent}", (string?)$"2021-6-{day}"));
        var file = row.List[1, 5].Select(rows => rows.DistinctBy(one => one.task).ToList());
        await Gen.Select(file.List[1, 3], Gen.Int).SampleAsync(async (files, seed) =>
        {
            await EmptyAsync(service);
            foreach (var rows in files)
                await ApplyAsync(service, plan, Reply.Fill(blank, [.. rows]));
            var straight = await LedgerAsync(service, plan);

            await EmptyAsync(service);
            var parts = files.SelectMany(rows => rows.Select(one => new[] { one })).Concat(files.Select(rows => rows.ToArray())).ToArray();
            new Random(seed).Shuffle(parts);
            foreach (var part in parts)
                await ApplyAsync(service, plan, Reply.Fill(blank, part));
            Assert.Equal(straight, await LedgerAsync(service, plan));
        }, iter: 12, threads: 1);
    }

    private Task<TestService> StartAsync() => TestService.StartAsync("sqlite", null, services => services.AddSingleton<TimeProvider>(_time));

    private static Task<byte[]> SheetAsync(TestService service, string plan) => service.Client.GetByteArrayAsync($"plans/{plan}/collect?body={Uri.EscapeDataString(Body)}", TestService.Stop);

    private static Task<JsonNode> ReadAsync(TestService service, string plan, byte[] file, bool apply, string name = "填报表.xlsx") =>
        service.PostFileAsync($"plans/{plan}/collect?name={Uri.EscapeDataString(name)}&apply={(apply ? "true" : "false")}", file, type: "application/octet-stream");

    private static async Task ApplyAsync(TestService service, string plan, byte[] file)
    {
        await using var ledger = service.Store.Open();
        await service.Part<CollectDesk>().ReadAsync(ledger, Guid.Parse(plan), "a.xlsx", file, "", new Act("x", DateTimeOffset.UnixEpoch), TestService.Stop);
        await ledger.SaveChangesAsync(TestService.Stop);
    }

    private static async Task EmptyAsync(TestService service)
    {
        await using var ledger = service.Store.Open();
        await ledger.Reports.ExecuteDeleteAsync(TestService.Stop);
    }

    private static async Task<List<string>> LedgerAsync(TestService service, string plan)
    {
        await using var ledger = service.Store.Open();
        var reports = await ledger.Reports.AsNoTracking().ToListAsync(TestService.Stop);
        var progress = await service.Part<ProgressReader>().LoadAsync(Guid.Parse(plan), TestService.Stop);
        return [.. reports.Select(report => report.Print).Order(StringComparer.Ordinal), .. progress.Parts.Select(one => $"{one.Task.Task.Id} {one.Part.Body} {one.Part.Standing.State} {one.Part.Standing.Percent} {one.Part.Standing.Last?.Print}")];
    }

    private static async Task<int> CountAsync(TestService service)
    {
        await using var ledger = service.Store.Open();
        return await ledger.Reports.CountAsync(TestService.Stop);
    }

    private static List<JsonNode> Items(JsonNode node, string name) => [.. (node[name]?.AsArray() ?? []).OfType<JsonNode>()];
}

/// <summary>Fills in workbooks as people do.</summary>
internal static class Reply
{
    /// <summary>Fills in rows of the table, counted from 0: state, percentage, progress and day.</summary>
    public static byte[] Fill(byte[] file, params (int Row, string State, string? Percent, string? Progress, string? On)[] rows) => Change(file, (row, index) =>
    {
        foreach (var one in rows.Where(one => one.Row == index))
        {
            Put(row, "完成状态", one.State);
            Put(row, "进度%", one.Percent);
            Put(row, "进展情况", one.Progress);
            Put(row, "填报人", "李四");
            Put(row, "填报日期", one.On);
        }
    });

    /// <summary>Changes the rows of the table, counted from 0.</summary>
    public static byte[] Change(byte[] file, Action<IRow, int> change)
    {
        var workbook = new XSSFWorkbook(new MemoryStream(file));
        var sheet = workbook.GetSheetAt(0);
        var head = Head(sheet);
        for (var i = head.RowNum + 1; i <= sheet.LastRowNum; i++)
        {
            if (sheet.GetRow(i) is { } row)
                change(row, i - head.RowNum - 1);
        }

        using var output = new MemoryStream();
        workbook.Write(output);
        return output.ToArray();
    }

    /// <summary>All words of the first sheet.</summary>
    public static string Words(byte[] file) => string.Join('\n', Rows(new XSSFWorkbook(new MemoryStream(file)).GetSheetAt(0)).SelectMany(row => row.Cells).Select(cell => cell.ToString()));

    private static void Put(IRow row, string column, string? text)
    {
        if (text is null)
            return;
        var at = Head(row.Sheet).Cells.Find(cell => cell.ToString()?.StartsWith(column, StringComparison.Ordinal) == true)?.ColumnIndex ?? throw new InvalidOperationException(column);
        (row.GetCell(at) ?? row.CreateCell(at)).SetCellValue(text);
    }

    private static IRow Head(ISheet sheet) => Rows(sheet).First(row => row.Cells.Exists(cell => cell.ToString() == "完成状态"));

    private static IEnumerable<IRow> Rows(ISheet sheet) => Enumerable.Range(0, sheet.LastRowNum + 1).Select(sheet.GetRow).OfType<IRow>();
}
