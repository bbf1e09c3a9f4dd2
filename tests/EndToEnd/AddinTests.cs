using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.Playwright;

namespace YiyuanSafety.EndToEnd;

/// <summary>
/// The pane beside a document, with the real executable behind it. Word itself is not to be had: Microsoft's own object model talks to a
/// document in memory (<c>addin/fake</c>), which is taken out afterwards and looked at as a file.
/// </summary>
public sealed class AddinTests
{
    private const string OfficeJs = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
    private const string InWord = "_host_Info=Word$Win32$16.01$zh-CN$$$$0";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_the_work_points_to_a_notice_that_is_updated_checked_and_filed()
    {
        using var scratch = new Scratch();
        var share = Directory.CreateDirectory(scratch.Path("share")).FullName;
        await using var service = await Serving.StartAsync(start => start.Environment["YIYUAN__DRIVES__共享__FOLDER"] = share, "--data", scratch.Path("data"));
        await using var browsing = await Browsing.OpenAsync(320);
        var page = browsing.Page;
        page.SetDefaultTimeout(60_000);
        await ServeWordAsync(page);

        // The open document is the work points.
        await OpenAsync(browsing, service, "import", File.ReadAllBytes(Executable.Sample("yiyuan-2021-typed.docx")));
        await page.GetByRole(AriaRole.Button, new() { Name = "导入当前文档" }).ClickAsync();
        await page.GetByText("还有 1 处需要核对").WaitForAsync();
        await LookAsync(browsing, "addin-import");
        await page.GetByRole(AriaRole.Button, new() { Name = "县综合行政执法局" }).ClickAsync();
        await page.GetByText("没有需要核对的地方").WaitForAsync();
        var plan = (await service.AllAsync("plans"))[0]["id"]!.ToString();

        await OpenAsync(browsing, service, "tasks", null);
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "选择任务 1.1", Exact = true }).ClickAsync();
        await LookAsync(browsing, "addin-tasks");
        await page.GetByRole(AriaRole.Button, new() { Name = "插入段落" }).ClickAsync();
        await page.GetByText("已插入 1 项任务").WaitForAsync();
        AssertValid(await DocumentAsync(page));

        // The notice goes into a document of its own.
        await OpenAsync(browsing, service, "insert", null);
        await page.GetByRole(AriaRole.Button, new() { Name = "预览" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "放进新文档" }).WaitForAsync();
        await LookAsync(browsing, "addin-insert");
        await page.GetByRole(AriaRole.Button, new() { Name = "放进新文档" }).ClickAsync();
        await page.GetByText("已打开新文档").WaitForAsync();
        var notice = Convert.FromBase64String(await page.EvaluateAsync<string>("() => { let text = ''; for (const byte of window.fakeWord.opened[0]) text += String.fromCharCode(byte); return btoa(text); }"));
        AssertValid(notice);

        // Somebody types into the table, and the task changes meanwhile.
        await OpenAsync(browsing, service, "update", notice);
        await page.GetByText("受管的内容都是最新的").WaitForAsync();
        await page.EvaluateAsync("tag => window.fakeWord.type(tag, '手写的一句。')", TagOf(notice, ":allocation"));
        await ChangeTaskAsync(service, plan);
        await page.GetByRole(AriaRole.Button, new() { Name = "重新比对" }).ClickAsync();
        await page.GetByText("有冲突").WaitForAsync();
        await LookAsync(browsing, "addin-conflict");
        Assert.Contains("手写的一句。", Text(await DocumentAsync(page)), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Radio, new() { Name = "换成最新" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "更新 1 处" }).ClickAsync();
        await page.GetByText("已更新 1 处。", new() { Exact = true }).WaitForAsync();
        await LookAsync(browsing, "addin-updated");
        var updated = await DocumentAsync(page);
        AssertValid(updated);
        Assert.Contains("改后的任务内容", Text(updated), StringComparison.Ordinal);
        Assert.DoesNotContain("手写的一句。", Text(updated), StringComparison.Ordinal);

        await OpenAsync(browsing, service, "check", updated);
        await page.GetByText("版式：").WaitForAsync();
        await LookAsync(browsing, "addin-check");
        var checkedOutside = Executable.Run("check", scratch.Write("updated.docx", updated), "--json");
        Assert.Equal(0, (int?)JsonNode.Parse(checkedOutside.Output)?["files"]?[0]?["errors"] ?? (int?)JsonNode.Parse(checkedOutside.Output)?["errors"] ?? -1);

        await OpenAsync(browsing, service, "file", updated);
        await page.GetByRole(AriaRole.Button, new() { Name = "看看写到哪里" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "归档", Exact = true }).WaitForAsync();
        await LookAsync(browsing, "addin-file");
        await page.GetByRole(AriaRole.Button, new() { Name = "归档", Exact = true }).ClickAsync();
        await page.GetByText("已归档：").WaitForAsync();
        await LookAsync(browsing, "addin-filed");
        var filed = Assert.Single(Directory.GetFiles(share, "*.docx", SearchOption.AllDirectories));
        Assert.Equal(Text(updated), Text(File.ReadAllBytes(filed)));
        Assert.Empty(browsing.Faults);
    }

    [Fact]
    public async Task Without_Word_the_same_panes_work_on_a_chosen_file()
    {
        using var scratch = new Scratch();
        await using var service = await Serving.StartAsync(scratch.Path("data"));
        await service.ImportAsync("yiyuan-2021-numbered.docx");
        await using var browsing = await Browsing.OpenAsync(320, ForcedColors.Active);
        var page = browsing.Page;
        page.SetDefaultTimeout(60_000);
        foreach (var pane in new[] { "tasks", "insert", "update", "check", "file", "import" })
        {
            await page.GotoAsync($"{service.Address}addin/#/{pane}");
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            await LookAsync(browsing, "browser-" + pane);
        }

        await page.GotoAsync($"{service.Address}addin/#/check");
        await page.GetByLabel("选择文档").SetInputFilesAsync(Executable.Sample("yiyuan-2021-typed.docx"));
        await page.GetByText("版式：").WaitForAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { NameRegex = new("^修复全部") }).ClickAsync());
        AssertValid(await File.ReadAllBytesAsync(await download.PathAsync(), Stop));
        Assert.Empty(browsing.Faults);
    }

    private static async Task ServeWordAsync(IPage page)
    {
        var script = Path.Combine(Executable.Root, "addin", "dist-fake", "office.js");
        if (!File.Exists(script))
            Assert.Skip("没有 Word 的替身：请在 addin 里运行 npm run build:fake。");
        await page.RouteAsync(OfficeJs, route => route.FulfillAsync(new() { ContentType = "text/javascript", Path = script }));
    }

    /// <summary>Opens a pane beside a document; without one, beside an empty document.</summary>
    private static async Task OpenAsync(Browsing browsing, Serving service, string pane, byte[]? document)
    {
        await browsing.Page.AddInitScriptAsync($"window.fakeWordDocument = '{(document is null ? "" : Convert.ToBase64String(document))}';");
        await browsing.Page.GotoAsync("about:blank");
        await browsing.Page.GotoAsync($"{service.Address}addin/?{InWord}#/{pane}");
        await browsing.Page.WaitForFunctionAsync("() => window.fakeWord !== undefined");
    }

    private static async Task<byte[]> DocumentAsync(IPage page) => Convert.FromBase64String(await page.EvaluateAsync<string>("() => window.fakeWordPackage()"));

    private static async Task LookAsync(Browsing browsing, string name)
    {
        await browsing.PictureAsync(name);
        await browsing.AssertAccessibleAsync(name);
        Assert.True(await browsing.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= window.innerWidth"), $"{name} is wider than the pane");
    }

    private static async Task ChangeTaskAsync(Serving service, string plan)
    {
        var task = (await service.AllAsync($"tasks?plan={plan}"))[0];
        using var change = new HttpRequestMessage(HttpMethod.Patch, $"tasks/{task["id"]}") { Content = JsonContent.Create(new { reason = "领导批示", text = "改后的任务内容。" }) };
        change.Headers.TryAddWithoutValidation("If-Match", $"\"{task["version"]}\"");
        (await service.Client.SendAsync(change, Stop)).EnsureSuccessStatusCode();
    }

    private static void AssertValid(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx, false), isEditable: false);
        var errors = new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, Stop).Select(error => $"{error.Path?.XPath} {error.Description}").ToList();
        Assert.True(errors.Count == 0, string.Join('\n', errors));
    }

    private static string TagOf(byte[] docx, string ending)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx, false), isEditable: false);
        return document.MainDocumentPart?.Document?.Descendants<DocumentFormat.OpenXml.Wordprocessing.Tag>().Select(tag => tag.Val?.Value ?? "").First(tag => tag.EndsWith(ending, StringComparison.Ordinal)) ?? "";
    }

    private static string Text(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx, false), isEditable: false);
        return document.MainDocumentPart?.Document?.Body?.InnerText ?? "";
    }
}
