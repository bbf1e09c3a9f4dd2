using System.IO.Compression;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace YiyuanSafety.EndToEnd;

/// <summary>The other half of the cycle on the web page: sheets out and back, the bulletin, exports, and the archive into an empty installation.</summary>
public sealed class CollectPageTests
{
    private const string First = "县委宣传部";
    private const string Second = "县应急局";

    [Fact]
    public async Task Sheets_go_out_and_come_back_and_the_year_goes_into_an_archive_and_out_of_it()
    {
        using var scratch = new Scratch();
        var stop = TestContext.Current.CancellationToken;
        var archive = scratch.Path("归档包.zip");
        string plan;
        JsonNode progress;
        await using var browsing = await Browsing.OpenAsync();
        var page = browsing.Page;
        page.SetDefaultTimeout(60_000);
        await using (var service = await Serving.StartAsync(scratch.Path("data")))
        {
            plan = await service.ImportAsync("yiyuan-2021-numbered.docx");

            // Out: one sheet for every body, in one file.
            await page.GotoAsync($"{service.Address}#/plans/{plan}/collect");
            await page.GetByLabel("请在哪天前交回").FillAsync("2026-12-10");
            var sheets = scratch.Path("填报表");
            await SaveAsync("下载全部单位的（zip）", sheets + ".zip");
            await ZipFile.ExtractToDirectoryAsync(sheets + ".zip", sheets, stop);
            var bodies = (await service.GetAsync($"plans/{plan}/progress"))["figures"]?["bodies"]?.AsArray().Count;
            Assert.Equal(bodies, Directory.GetFiles(sheets, "*.xlsx").Length);

            // Back: one in order, one with a state that leaves open what is meant.
            var (good, odd) = (Sheet(First), Sheet(Second));
            ReplySheet.Fill(good, "已完成", "＝组织观看专题片 12 场", "2026.11.１");
            ReplySheet.Fill(odd, "差不多了", "还剩一处", "2026-11-02");
            await page.GetByLabel("选择交回的表").SetInputFilesAsync([good, odd]);
            var card = page.GetByRole(AriaRole.Article).Filter(new() { HasText = Path.GetFileName(good) });
            await card.GetByText("会写入 1 条").First.WaitForAsync();
            var refused = page.GetByRole(AriaRole.Article).Filter(new() { HasText = Path.GetFileName(odd) });
            await refused.GetByRole(AriaRole.Cell, new() { Name = "差不多了", Exact = true }).WaitForAsync();
            await browsing.PictureAsync("collect-seen");
            await browsing.AssertAccessibleAsync("collect, seen");
            Assert.Equal(0, (await FiguresAsync(service, plan))["done"]?.GetValue<int>());
            await card.GetByRole(AriaRole.Button, new() { Name = "写入" }).ClickAsync();
            await card.GetByText("已写入 1 条进展。").WaitForAsync();
            await refused.GetByRole(AriaRole.Button, new() { Name = "不收这张" }).ClickAsync();
            Assert.Equal(1, (await FiguresAsync(service, plan))["done"]?.GetValue<int>());

            // The same sheet once more changes nothing.
            await page.ReloadAsync();
            await page.GetByLabel("选择交回的表").SetInputFilesAsync(good);
            await page.GetByText("没有新的内容要写入 · 1 条以前收过").WaitForAsync();
            await browsing.AssertAccessibleAsync("collect, known");

            // The bulletin: made, numbered, and fit to be sent as it is.
            await page.GetByRole(AriaRole.Tab, new() { Name = "通报与导出" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "写通报…" }).ClickAsync();
            await page.GetByLabel("下一步要求").FillAsync("压实责任，逐项销号。");
            await page.GetByRole(AriaRole.Checkbox, new() { Name = "编发文字号" }).CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "生成通报" }).ClickAsync();
            await page.GetByText("1 份公文都已生成").WaitForAsync();
            var bulletin = scratch.Path("通报.docx");
            await SaveAsync("下载 ", bulletin);
            await browsing.PictureAsync("bulletin-made");
            await browsing.AssertAccessibleAsync("bulletin, made");
            using (var zip = await ZipFile.OpenReadAsync(bulletin, stop))
                Assert.Contains(zip.Entries, entry => entry.FullName.StartsWith("word/charts/", StringComparison.Ordinal));
            Assert.Equal(0, Executable.Run("check", bulletin).Code);
            Assert.Single(await service.AllAsync("numbers"));

            // Everything to take along.
            await SaveAsync("进展台账（Excel）", scratch.Path("进展.xlsx"));
            await SaveAsync("进展数据（JSON）", scratch.Path("进展.json"));
            Assert.NotNull(JsonNode.Parse(await File.ReadAllTextAsync(scratch.Path("进展.json"), stop)));
            await SaveAsync("年度归档包（zip）", archive);
            Assert.Equal(0, Executable.Run("archive", "check", archive).Code);

            // A plan that is there is not replaced.
            await page.GotoAsync($"{service.Address}#/");
            await page.GetByLabel("选择归档包").SetInputFilesAsync(archive);
            await page.GetByRole(AriaRole.Alert).GetByText("台账里已有").WaitForAsync();
            await browsing.PictureAsync("restore-refused");
            await browsing.AssertAccessibleAsync("restore, refused");
            progress = await service.GetAsync($"plans/{plan}/progress");
        }

        // Another computer, with nothing on it.
        await using var empty = await Serving.StartAsync(scratch.Path("elsewhere"));
        await page.GotoAsync($"{empty.Address}#/");
        await page.GetByText("还没有导入过工作要点。").WaitForAsync();
        await page.GetByLabel("选择归档包").SetInputFilesAsync(archive);
        await page.GetByText("个文件逐一核对无误").WaitForAsync();
        await page.GetByRole(AriaRole.List, new() { Name = "各状态的数量" }).WaitForAsync();
        await browsing.PictureAsync("restored");
        await browsing.AssertAccessibleAsync("restored");
        Assert.Equal(progress.ToJsonString(), (await empty.GetAsync($"plans/{plan}/progress")).ToJsonString());
        Assert.Empty(browsing.Faults);

        string Sheet(string body) => Directory.GetFiles(scratch.Path("填报表"), $"*{body}*").Single();

        async Task SaveAsync(string button, string path)
        {
            var named = page.GetByRole(AriaRole.Button, new() { Name = button });
            await (await page.RunAndWaitForDownloadAsync(() => named.ClickAsync())).SaveAsAsync(path);
        }
    }

    private static async Task<JsonNode> FiguresAsync(Serving service, string plan) =>
        (await service.GetAsync($"plans/{plan}/progress"))["figures"]?["parts"] ?? throw new InvalidOperationException();
}
