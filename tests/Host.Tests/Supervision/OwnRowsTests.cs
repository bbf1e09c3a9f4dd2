using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using YiyuanSafety.Host.Tests.Api;
using YiyuanSafety.Ledger.Access;

namespace YiyuanSafety.Host.Tests.Supervision;

/// <summary>A reader of a department reports on its own rows and on no others.</summary>
public sealed class OwnRowsTests
{
    private const string Other = "县应急局";

    [Fact]
    public async Task A_report_on_another_body_is_refused_with_all_that_came_with_it()
    {
        await using var keyed = await KeyedService.StartAsync();
        var (service, plan) = await PlanAsync(keyed);
        var own = await PartAsync(service, plan, KeyedService.Body);
        var foreign = await PartAsync(service, plan, Other);

        keyed.CallAs(Roles.Reader);
        var problem = await service.PostAsync($"plans/{plan}/reports", Reports(own, foreign), HttpStatusCode.NotFound);
        Assert.Contains("不是本单位的任务", TestService.Text(problem, "detail"), StringComparison.Ordinal);
        Assert.Empty(await BodiesAsync(service));
        await service.PostAsync($"plans/{plan}/reports", Reports(own));
        Assert.Equal([KeyedService.Body], await BodiesAsync(service));
    }

    [Fact]
    public async Task A_workbook_of_another_body_is_listed_row_by_row_and_nothing_of_it_is_taken()
    {
        await using var keyed = await KeyedService.StartAsync();
        var (service, plan) = await PlanAsync(keyed);
        var foreign = Reply.Fill(await SheetAsync(service, plan, Other), (0, "已完成", null, "完成", "2021-6-25"), (1, "推进中", null, "在做", "2021-6-25"));
        var own = Reply.Fill(await SheetAsync(service, plan, KeyedService.Body), (0, "已完成", null, "完成", "2021-6-25"));

        // Without its hidden keys a row is known by number and the body in the head.
        var bare = Reply.Change(foreign, (row, _) => row.GetCell(1)?.SetCellValue(""));

        keyed.CallAs(Roles.Reader);
        foreach (var file in new[] { foreign, bare })
        {
            var read = await ReadAsync(service, plan, file);
            Assert.Empty(Items(read, "changes"));
            Assert.Equal(2, Items(read, "unplaced").Count);
            Assert.All(Items(read, "unplaced"), doubt => Assert.Contains($"您只能填报本单位（{KeyedService.Body}）的任务", TestService.Text(doubt, "message"), StringComparison.Ordinal));
        }

        Assert.Empty(await BodiesAsync(service));
        Assert.Single(Items(await ReadAsync(service, plan, own), "changes"));
        Assert.Equal([KeyedService.Body], await BodiesAsync(service));
        await service.GetAsync($"plans/{plan}/collect?body={Uri.EscapeDataString(Other)}", HttpStatusCode.NotFound);
    }

    private static async Task<(TestService Service, string Plan)> PlanAsync(KeyedService keyed)
    {
        keyed.CallAs(Roles.Drafter);
        return (keyed.Service, await keyed.Service.ImportSampleAsync());
    }

    private static async Task<JsonNode> PartAsync(TestService service, string plan, string body) => TestService.Items(await service.GetAsync($"plans/{plan}/parts?body={Uri.EscapeDataString(body)}"))[0];

    private static object Reports(params JsonNode[] parts) =>
        new { reports = parts.Select(part => new { taskId = TestService.Text(part, "taskId"), body = TestService.Text(part, "body"), state = "done", on = "2021-06-25", progress = "完成" }) };

    private static Task<byte[]> SheetAsync(TestService service, string plan, string body) => service.Client.GetByteArrayAsync($"plans/{plan}/collect?body={Uri.EscapeDataString(body)}", TestService.Stop);

    private static Task<JsonNode> ReadAsync(TestService service, string plan, byte[] file) => service.PostFileAsync($"plans/{plan}/collect?name=a.xlsx&apply=true", file, type: "application/octet-stream");

    private static List<JsonNode> Items(JsonNode read, string name) => [.. (read[name]?.AsArray() ?? []).OfType<JsonNode>()];

    private static async Task<List<string>> BodiesAsync(TestService service)
    {
        await using var ledger = service.Store.Open();
        return await ledger.Reports.AsNoTracking().Select(report => report.Body).ToListAsync(TestService.Stop);
    }
}
