using System.Text.Json.Nodes;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.Playwright;
using static YiyuanSafety.EndToEnd.AddinPage;

namespace YiyuanSafety.EndToEnd;

/// <summary>
/// The pane beside a document, with the real executable behind it. Word itself is not to be had: Microsoft's own object model talks to a
/// document in memory (<c>addin/fake</c>), which is taken out afterwards and looked at as a file.
/// </summary>
public sealed class AddinTests
{
    // The page itself may fetch from the service only: connect-src has no blob:, so what the frame is given is taken where it is made.
    private const string KeepBlobs = "{ window.blobs = new Map(); const usual = URL.createObjectURL.bind(URL); URL.createObjectURL = blob => { const address = usual(blob); window.blobs.set(address, blob); return address; }; }";
    private const string ReadBlob = "async address => { let text = ''; for (const byte of new Uint8Array(await window.blobs.get(address.split('#')[0]).arrayBuffer())) text += String.fromCharCode(byte); return btoa(text); }";

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
        var notice = await OpenedAsync(page);
        AssertValid(notice);
        AssertWhole(notice);
        var outside = Executable.Run("check", scratch.Write("notice.docx", notice), "--json");
        Assert.True(outside.Code == 0, outside.Output);

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
    public async Task What_is_inserted_at_the_cursor_leaves_a_sound_document()
    {
        using var scratch = new Scratch();
        await using var service = await Serving.StartAsync(scratch.Path("data"));
        await service.ImportAsync("yiyuan-2021-numbered.docx");
        await using var browsing = await Browsing.OpenAsync(320);
        var page = browsing.Page;
        page.SetDefaultTimeout(60_000);
        await ServeWordAsync(page);

        await OpenAsync(browsing, service, "tasks", null);
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "选择任务 1.1", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "插入表格" }).ClickAsync();
        await page.GetByText("已插入 1 项任务").WaitForAsync();
        AssertValid(await DocumentAsync(page));

        await OpenAsync(browsing, service, "insert", null);
        await page.GetByRole(AriaRole.Button, new() { Name = "预览" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "插入光标处" }).ClickAsync();
        await page.GetByText("已插入到光标处").WaitForAsync();
        var inserted = await DocumentAsync(page);
        AssertValid(inserted);
        Assert.Contains("任务分工表", Text(inserted), StringComparison.Ordinal);

        // What was inserted breaks no rule: whatever is missing is what only a whole paper has.
        var outcome = Executable.Run("check", scratch.Write("inserted.docx", inserted), "--json");
        Assert.True(outcome.Code is 0 or 1, outcome.Errors);
        var findings = JsonNode.Parse(outcome.Output)?["files"]?[0]?["findings"]?.AsArray() ?? JsonNode.Parse(outcome.Output)?["findings"]?.AsArray() ?? [];
        Assert.DoesNotContain(findings, finding => finding?["severity"]?.ToString() == "error" && finding["code"]?.ToString().Contains("missing", StringComparison.Ordinal) == false);
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

    [Fact]
    public async Task The_pages_of_a_paper_are_shown_before_it_is_made()
    {
        using var scratch = new Scratch();
        await using var service = await Serving.StartAsync(scratch.Path("data"));
        if ((await service.GetAsync("info"))["hasPdf"]?.GetValue<bool>() != true)
            Assert.Skip("没有 LibreOffice，没有版面可看。");
        await service.ImportAsync("yiyuan-2021-numbered.docx");
        await using var browsing = await Browsing.OpenAsync(320);
        var page = browsing.Page;
        page.SetDefaultTimeout(120_000);
        await page.AddInitScriptAsync(KeepBlobs);
        await page.AddInitScriptAsync("window.violations = []; addEventListener('securitypolicyviolation', event => window.violations.push(event.violatedDirective + ' ' + event.blockedURI));");
        await page.GotoAsync($"{service.Address}addin/#/insert");
        var answer = await page.RunAndWaitForResponseAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "预览" }).ClickAsync(), answer => answer.Url.EndsWith("/drafts/pdf", StringComparison.Ordinal));

        // LibreOffice on a machine that is busy with everything else may not come in time: then there are no pages, and the pane says so.
        if (!answer.Ok)
        {
            await page.GetByText("版面没有做出来，先看文字提要。").WaitForAsync();
            Assert.Skip("LibreOffice 没有及时转换：" + await answer.TextAsync());
        }

        var frame = page.GetByTitle("公文预览");
        await frame.WaitForAsync();
        var address = await frame.GetAttributeAsync("src") ?? "";
        Assert.StartsWith("blob:", address, StringComparison.Ordinal);

        // A browser without a window has no viewer of its own; what the frame is given must be a PDF with all pages, and nothing may stop it.
        var shown = Convert.FromBase64String(await page.EvaluateAsync<string>(ReadBlob, address));
        Assert.StartsWith("%PDF-", System.Text.Encoding.Latin1.GetString(shown), StringComparison.Ordinal);
        Assert.InRange(PagesIn(shown), 10, 40);
        Assert.Empty(await page.EvaluateAsync<string[]>("() => window.violations"));
        Assert.Empty(browsing.Faults);
    }

    private static int PagesIn(byte[] pdf)
    {
        using var document = UglyToad.PdfPig.PdfDocument.Open(pdf);
        return document.NumberOfPages;
    }

    // Page set-up, and a footer for odd and even pages: what a paper loses where only its text is carried over.
    private static void AssertWhole(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx, false), isEditable: false);
        var main = document.MainDocumentPart ?? throw new InvalidOperationException();
        var sections = main.Document?.Descendants<DocumentFormat.OpenXml.Wordprocessing.SectionProperties>().ToList() ?? [];
        Assert.NotEmpty(sections);
        Assert.All(sections, section => Assert.NotNull(section.GetFirstChild<DocumentFormat.OpenXml.Wordprocessing.PageSize>()));
        Assert.NotEmpty(main.FooterParts);
        Assert.NotNull(main.DocumentSettingsPart?.Settings?.GetFirstChild<DocumentFormat.OpenXml.Wordprocessing.EvenAndOddHeaders>());
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
