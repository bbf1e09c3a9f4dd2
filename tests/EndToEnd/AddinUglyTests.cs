using System.Text.Json;
using Microsoft.Playwright;

namespace YiyuanSafety.EndToEnd;

/// <summary>The panes at their narrowest with names that nobody foresaw, very much, nothing at all, and a service that fails in every way.</summary>
public sealed class AddinUglyTests(AddinUglyTests.Shared shared) : IClassFixture<AddinUglyTests.Shared>
{
    private const string Office = "沂源县历山街道办事处安全生产和应急管理综合行政执法服务中心（消防救援与森林防灭火指挥部办公室）联合值班室专班甲组";
    private const string Token = "Supercalifragilisticexpialidocious_0123456789_no_break_at_all_in_this_token_ever";
    private const string Markup = "<b>各部门</b> & \"其他\" 😀";

    // Whatever reaches over the pane's edge, or shows less than it says without saying so.
    private const string Beside = """
        () => {
          const found = [];
          if (document.documentElement.scrollWidth > innerWidth) found.push('the page scrolls sideways: ' + document.documentElement.scrollWidth);
          for (const one of document.querySelectorAll('body *')) {
            const style = getComputedStyle(one), box = one.getBoundingClientRect();
            if (box.width === 0 || box.height === 0 || style.position === 'absolute' && box.width <= 2 || style.clipPath !== 'none' || one.closest('svg, details:not([open]) > :not(summary)')) continue;
            const what = one.tagName + '.' + (one.className || '') + ' ' + (one.value || one.textContent || '').slice(0, 30);
            if (box.right > innerWidth + 1) found.push('beside the pane: ' + what);
            if (one.matches('input:not([type=checkbox]):not([type=radio]):not([type=date])') && one.scrollWidth > one.clientWidth + 1 && one.title !== one.value) found.push('cut: ' + what);
            if (one.matches('select') && (one.selectedOptions[0]?.textContent ?? '').length > 22 && !one.title) found.push('cut: ' + what);
            if (style.textOverflow === 'ellipsis' && one.scrollWidth > one.clientWidth + 1 && !one.title) found.push('cut: ' + what);
            if (style.overflowX === 'hidden' && one.scrollWidth > one.clientWidth + 2 && !one.title && !one.closest('.p-unseen')) found.push('hidden: ' + what);
          }
          return found.slice(0, 8);
        }
        """;

    private static readonly string[] States = ["outdated", "edited", "conflict", "missing", "bound", "current"];
    private static readonly string Title = string.Concat(Enumerable.Repeat("关于进一步加强危险化学品<生产&储存&运输>“全链条”安全监管 😀 ", 5))[..120];

    private readonly List<string> _faults = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_reaches_over_the_edge_however_long_it_is()
    {
        var service = shared.Service;
        await using var browsing = await Browsing.OpenAsync(320);
        var page = browsing.Page;
        page.SetDefaultTimeout(120_000);
        await AddinPage.ServeWordAsync(page);
        var answers = Answers(300);
        await AnswerAsync(page, answers);

        // Very many, which are not pictured: that would be a very long picture.
        await AddinPage.OpenAsync(browsing, service, "tasks", null);
        await page.GetByText("共 300 项").WaitForAsync();
        await LookBesideAsync(page, "300 tasks");

        foreach (var (path, answer) in Answers(5))
            answers[path] = answer;
        await AddinPage.OpenAsync(browsing, service, "tasks", null);
        await page.GetByText("共 5 项").WaitForAsync();
        await page.GetByRole(AriaRole.Checkbox).First.ClickAsync();
        await page.Locator("summary", new() { HasText = "筛选" }).ClickAsync();
        await page.GetByLabel("单位", new() { Exact = true }).SelectOptionAsync(Office);
        await page.Locator("summary", new() { HasText = "详情" }).First.ClickAsync();
        await LookAsync(browsing, "ugly-tasks");

        await AddinPage.OpenAsync(browsing, service, "insert", null);
        await page.GetByLabel("文种").SelectOptionAsync("任务清单");
        await page.GetByLabel("发给哪个单位").SelectOptionAsync(Office);
        await LookAsync(browsing, "ugly-body");
        await page.GetByLabel("文种").SelectOptionAsync("督办函");
        await page.GetByText("从列表中选").ClickAsync();
        await page.GetByRole(AriaRole.Checkbox).First.ClickAsync();
        await page.Locator("summary", new() { HasText = "更多要素" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "预览" }).ClickAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "取发文字号" }).ClickAsync();
        await LookAsync(browsing, "ugly-insert");
        await page.GetByRole(AriaRole.Button, new() { Name = "取号并生成" }).ClickAsync();
        await page.GetByRole(AriaRole.Alertdialog).WaitForAsync();
        await LookAsync(browsing, "ugly-number");

        await AddinPage.OpenAsync(browsing, service, "update", null);
        await page.GetByText("有冲突").WaitForAsync();
        await LookAsync(browsing, "ugly-update");
        await AddinPage.OpenAsync(browsing, service, "check", null);
        await page.GetByText("版式：").WaitForAsync();
        await LookAsync(browsing, "ugly-check");
        await AddinPage.OpenAsync(browsing, service, "import", null);
        await page.GetByRole(AriaRole.Button, new() { Name = "导入当前文档" }).WaitForAsync();
        await page.GetByLabel("导入为").SelectOptionAsync("00000000-0000-0000-0000-000000000000");
        await page.GetByLabel("文件名").FillAsync(Title + Token + ".docx");
        await LookAsync(browsing, "ugly-import");
        await page.GetByRole(AriaRole.Button, new() { Name = "导入当前文档" }).ClickAsync();
        await page.GetByText("还有 1 处需要核对").WaitForAsync();
        await LookAsync(browsing, "ugly-findings");
        await AddinPage.OpenAsync(browsing, service, "file", null);
        await page.GetByLabel("文件名").FillAsync(Title + Token + ".docx");
        await page.Locator("button:not(:disabled)", new() { HasText = "看看写到哪里" }).WaitForAsync();
        await LookAsync(browsing, "ugly-file");
        await page.GetByRole(AriaRole.Button, new() { Name = "看看写到哪里" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "归档", Exact = true }).WaitForAsync();
        await LookAsync(browsing, "ugly-preview");
        await page.GetByRole(AriaRole.Button, new() { Name = "归档", Exact = true }).ClickAsync();
        await page.GetByText("已归档：").WaitForAsync();
        await LookAsync(browsing, "ugly-filed");
        Assert.Empty(browsing.Faults);

        // Without Word: the name of the file that was chosen.
        await page.GotoAsync("about:blank");
        await page.GotoAsync($"{service.Address}addin/#/check");
        await page.GetByLabel("选择文档").SetInputFilesAsync(new FilePayload { Name = Title.Replace('<', '《').Replace('>', '》').Replace('/', '、') + Token + ".docx", MimeType = "application/octet-stream", Buffer = await File.ReadAllBytesAsync(Executable.Sample("yiyuan-2021-typed.docx"), Stop) });
        await page.GetByText("版式：").WaitForAsync();
        await LookAsync(browsing, "ugly-chosen");

        // Nothing at all.
        foreach (var (path, answer) in Answers(0))
            answers[path] = answer;
        await AddinPage.OpenAsync(browsing, service, "tasks", null);
        await page.GetByText("没有符合条件的任务。").WaitForAsync();
        await LookAsync(browsing, "empty-tasks");
        answers["plans"] = Page([]);
        foreach (var (pane, sentence) in new[] { ("tasks", "还没有导入过工作要点"), ("insert", "还没有导入过工作要点"), ("update", "这份文档不是用本程序做的公文"), ("check", "版式没有问题"), ("file", "还没有设置归档位置"), ("import", "再导入一份") })
        {
            await AddinPage.OpenAsync(browsing, service, pane, null);
            await page.GetByText(sentence).First.WaitForAsync();
            await LookAsync(browsing, "empty-" + pane);
        }

        Assert.Empty(_faults);
    }

    [Theory]
    [InlineData("offline", "连不上服务")]
    [InlineData("timeout", "服务很久没有回应")]
    [InlineData("html", "服务的回答看不懂")]
    [InlineData("401", "需要登录")]
    [InlineData("403", "没有权限")]
    [InlineData("413", "文件太大")]
    public async Task Every_failure_is_told_in_every_pane(string how, string sentence)
    {
        var service = shared.Service;
        await using var browsing = await Browsing.OpenAsync(320);
        var page = browsing.Page;
        page.SetDefaultTimeout(60_000);
        await AddinPage.ServeWordAsync(page);
        if (how is "timeout")
            await page.AddInitScriptAsync("{ const usual = AbortSignal.timeout.bind(AbortSignal); AbortSignal.timeout = () => usual(700); }");
        var answers = Answers(3);
        await AnswerAsync(page, answers, path => path is not ("info" or "me" or "plans" or "drives") ? how : "");
        foreach (var pane in new[] { "tasks", "insert", "update", "check", "file", "import" })
        {
            await AddinPage.OpenAsync(browsing, service, pane, null);
            if (pane is "insert")
                await page.GetByRole(AriaRole.Button, new() { Name = "预览" }).ClickAsync();

            // The list of folders is refused already: the sign-in lies over the button.
            if (pane is "file" && how is not "401")
                await page.Locator("button:not(:disabled)", new() { HasText = "看看写到哪里" }).ClickAsync();
            if (pane is "import")
                await page.Locator("button:not(:disabled)", new() { HasText = "导入当前文档" }).ClickAsync();
            await page.Locator(how is "401" ? "[role=dialog]" : "[role=alert]", new() { HasText = sentence }).First.WaitForAsync();
            await LookAsync(browsing, $"fault-{how}-{pane}");
        }

        Assert.Empty(_faults);
    }

    private async Task LookAsync(Browsing browsing, string name)
    {
        await browsing.Page.WaitForTimeoutAsync(200);
        await browsing.PictureAsync(name);
        await LookBesideAsync(browsing.Page, name);
        if (await Record.ExceptionAsync(() => browsing.AssertAccessibleAsync(name)) is { } found)
            _faults.Add(found.Message);
    }

    // Told at the end: who mends one wants to know of the others.
    private async Task LookBesideAsync(IPage page, string name) => _faults.AddRange((await page.EvaluateAsync<string[]>(Beside)).Select(found => $"{name}: {found}"));

    private static async Task AnswerAsync(IPage page, Dictionary<string, object> answers, Func<string, string>? fails = null)
    {
        await page.RouteAsync("**/api/v1/**", async route =>
        {
            var path = Uri.UnescapeDataString(new Uri(route.Request.Url).AbsolutePath["/api/v1/".Length..]);
            switch (fails?.Invoke(path) ?? "")
            {
                case "offline":
                    await route.AbortAsync("connectionrefused");
                    return;
                case "timeout":
                    return;
                case "html":
                    await route.FulfillAsync(new() { Status = 500, ContentType = "text/html", Body = "<html><h1>500 Internal Server Error</h1></html>" });
                    return;
                case { Length: > 0 } status:
                    var told = status switch { "401" => "需要登录。请填写访问密钥。", "403" => "没有权限做这件事。请联系管理员。", _ => "文件太大，没有接收。请压缩其中的图片，或请管理员调大上限后重试。" };
                    await route.FulfillAsync(new() { Status = int.Parse(status, null), ContentType = "application/problem+json", Body = JsonSerializer.Serialize(new { type = "about:blank", title = "没有做成", status = int.Parse(status, null), detail = told, code = "x", requestId = "0HNQB7G5NCEQR:00000001" + Token }) });
                    return;
            }

            if (answers.TryGetValue($"{route.Request.Method} {path}", out var answer) || answers.TryGetValue(path, out answer))
                await route.FulfillAsync(new() { ContentType = "application/json", Body = JsonSerializer.Serialize(answer) });
            else
                await route.FulfillAsync(new() { Status = 404, ContentType = "application/problem+json", Body = JsonSerializer.Serialize(new { detail = "没有 " + path, code = "not-found", requestId = "" }) });
        });
    }

    private static object Page(object[] items, int? total = null) => new { items, next = (string?)null, total = total ?? items.Length };

    private static Dictionary<string, object> Answers(int count)
    {
        var id = Guid.Empty;
        var has = count > 0;
        var plan = new { id, version = 1, title = Title, issuer = Office, documentNumber = "x", year = 2021, county = "沂源县", revision = 1, importedAt = "2026-11-25T00:00:00Z", openTasks = count, openFindings = 1, documents = 0 };
        var job = new { id, version = 1, kind = "file", state = "done", planId = id, at = "2026-11-25T00:00:00Z", by = Office, endedAt = "2026-11-25T00:00:00Z", done = 2, total = 2, failed = 0, current = "", isCancelling = false, error = "", result = new { added = 300, changed = 0, closed = 0, kept = 0, isRepeat = false } };
        object Region(string state) => new { name = "r-" + state, tag = "ys:1:x:" + state, title = state is "edited" ? Token : Title, state, places = state is "outdated" ? 12 : 1, before = Title, text = Token + Title, now = Title + Token, isTagged = true };
        object Finding(string key, string strength, bool fixable) => new { ruleId = "C", clause = fixable ? "7.3.1" : "《党政机关公文处理工作条例》第二十条第三款第五项以及其他", strength, severity = fixable ? "error" : "warning", paragraph = 1, table = (int?)null, place = $"第 1 段“{Title}”", text = Title, message = $"字体是{Token}，应为 3 号仿宋体 {Markup}", fixable, key };
        return new()
        {
            ["info"] = new { version = "0.1.0-beta.12", maxUploadBytes = 1_000_000, hasPdf = false, signIn = "key", officeJs = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js", entra = (object?)null },
            ["me"] = new { name = Office, role = "drafter", body = Office },
            ["plans"] = Page([plan, plan with { id = Guid.NewGuid(), title = Token }]),
            [$"plans/{id}"] = plan,
            [$"plans/{id}/matrix"] = new { bodies = new object[] { new { name = Office, total = 1 }, new { name = Markup, total = 2 } }, tasks = Array.Empty<object>() },
            ["GET imports"] = Page([new { id, planId = id, revision = 1 }]),
            [$"imports/{id}/findings"] = Page([new { id = 1, ordinal = 0, code = "x", severity = "warning", message = Title, location = "第12段", source = Title + Token, task = "1.1", settledAt = (string?)null, settledBy = (string?)null, doubt = new { mention = Office, suggestions = new[] { Office, Markup, Token } } }]),
            ["directory"] = new { bodies = Array.Empty<object>(), groups = Array.Empty<object>() },
            ["tasks"] = Page([.. Enumerable.Range(0, Math.Min(count, 50)).Select(i => (object)new
            {
                id = $"t{i}", version = 1, planId = id, number = $"{i / 9 + 1}.{i % 9 + 1}", ordinal = i, item = "1", clause = 1, section = "（一）" + Title, title = i % 3 > 0 ? Title : Token,
                text = Title + Markup + Token, responsibility = Office + "牵头，" + Token, location = "第10段", state = i % 5 > 0 ? "open" : "closed", closedBecause = Title,
                parties = new object[] { new { role = "lead", mention = Office, body = Office, isGroup = false, needsReview = true }, new { role = "cooperating", mention = Markup, body = Markup, isGroup = true, needsReview = false }, new { role = "guiding", mention = Token, body = Token, isGroup = false, needsReview = false } },
                deadlines = new object[] { new { text = "2021年6月底前完成并长期坚持" + Token, due = "2021-06-30" } },
            })], count),
            ["drafts/outline"] = new { name = Title + ".docx", title = Title, kindName = "督办函", bearsNumber = true, hasPdf = false, lines = new object[] { new { style = "title", text = Title }, new { style = "addressee", text = Office + "：" }, new { style = "body", text = Token + Token }, new { style = "table", text = $"序号\t{Office}\t{Token}" }, new { style = "signature", text = Office } } },
            ["papers/inspect"] = new
            {
                paper = has ? new { identity = "x", kind = "notice", kindName = "通知", title = Title, revision = 12, county = "沂源县", year = 2021, bodies = new[] { Office }, number = "源安委办函〔2021〕123号", documentId = (string?)null } : null,
                plan = id,
                plans = Array.Empty<object>(),
                outsideChanged = true,
                regions = States.Select(Region).ToArray(),
            },
            ["papers/check"] = new { layout = "文件式公文 " + Token, errors = has ? 1 : 0, warnings = has ? 1 : 0, findings = has ? new[] { Finding("k1", "required", true), Finding("k2", "practice", false) } : [] },
            ["drives"] = Page(has ? [new { name = "共享" + Office, address = @"\\FS01\" + Token + @"\" + Office }] : []),
            [$"drives/共享{Office}/folders"] = Page([new { name = "x", path = "安委办/" + Title }]),
            ["papers/filing/preview"] = Page([new { documentId = id, name = Title + ".docx", place = $"安委办/2021年/{Token}/{Title}.docx", step = "new", message = $"新文件 {Markup}", writes = true }]),
            ["papers/filing"] = job,
            ["imports"] = job,
            [$"jobs/{id}"] = job,
            [$"jobs/{id}/items"] = Page([new { ordinal = 0, name = Title, state = "done", error = "", documentId = (string?)null }]),
            ["filings"] = Page([new { id = 1, documentId = (string?)null, drive = "共享" + Office, place = $"安委办/2021年/{Token}/{Title}.docx", link = $"https://files.example/{Token}/{Token}", at = "2026-11-25T00:00:00Z", replacedAt = (string?)null, isRegistered = true, revision = 1, hash = "x" }]),
        };
    }

    /// <summary>One service for all: it gives the panes; what is asked of it is answered by the tests.</summary>
    public sealed class Shared : IAsyncLifetime
    {
        private readonly Scratch _scratch = new();
        private Serving? _service;

        internal Serving Service => _service ?? throw new InvalidOperationException("not started");

        public async ValueTask InitializeAsync() => _service = await Serving.StartAsync(_scratch.Path("data"));

        public async ValueTask DisposeAsync()
        {
            if (_service is { } service)
                await service.DisposeAsync();
            _scratch.Dispose();
        }
    }
}
