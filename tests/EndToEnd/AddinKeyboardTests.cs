using Microsoft.Playwright;

namespace YiyuanSafety.EndToEnd;

/// <summary>The panes by the keyboard alone, with the real executable behind them.</summary>
public sealed class AddinKeyboardTests
{
    private const int MostTabs = 150;

    // What has the focus is on the page, is no mere page, and is told by an outline of its own or of the field that it belongs to.
    private const string Focus = """
        () => {
          const one = document.activeElement;
          if (!one || one === document.body) return { name: 'BODY', isSeen: false };
          const outlined = element => { for (const pseudo of [null, '::before', '::after']) { const style = element && getComputedStyle(element, pseudo); if (style && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) return true; } return false; };
          const field = one.closest('.fui-Input, .fui-Select, .fui-Textarea, .fui-Checkbox, .fui-Radio');
          const box = one.getBoundingClientRect();
          const label = one.getAttribute('aria-label') || (one.labels && one.labels[0] && one.labels[0].textContent) || one.textContent || '';
          return { name: (one.tagName + ' ' + label).trim(), isSeen: (outlined(one) || outlined(field)) && box.right > 0 && box.left < innerWidth };
        }
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_can_be_done_by_the_keyboard_and_the_focus_is_seen()
    {
        using var scratch = new Scratch();
        var share = Directory.CreateDirectory(scratch.Path("share")).FullName;
        await using var service = await Serving.StartAsync(start => start.Environment["YIYUAN__DRIVES__共享__FOLDER"] = share, "--data", scratch.Path("data"));
        var plan = await service.ImportAsync("yiyuan-2021-numbered.docx");
        await using var browsing = await Browsing.OpenAsync(320);
        var page = browsing.Page;
        page.SetDefaultTimeout(60_000);
        await AddinPage.ServeWordAsync(page);

        // Panes, search and filter; a task into the document.
        await AddinPage.OpenAsync(browsing, service, "tasks", null);
        await page.GetByText("共 60 项").WaitForAsync();
        foreach (var pane in new[] { "插入", "任务" })
        {
            await PressToAsync(page, "A " + pane);
            await page.Keyboard.PressAsync("Enter");
            await page.GetByRole(AriaRole.Link, new() { Name = pane, Exact = true }).And(page.Locator("[aria-current=page]")).WaitForAsync();
            await AssertFocusAsync(page, "A " + pane);
        }

        await page.GetByText("共 60 项").WaitForAsync();
        await PressToAsync(page, "INPUT 查找任务");
        await page.Keyboard.TypeAsync("学习");
        await page.GetByText("共 60 项").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await AssertFocusAsync(page, "INPUT 查找任务");
        await PressToAsync(page, "BUTTON 看全部");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("共 60 项").WaitForAsync();
        await AssertFocusedAsync(page);
        await PressToAsync(page, "SUMMARY 筛选", back: true);
        await page.Keyboard.PressAsync("Enter");
        await page.GetByLabel("单位", new() { Exact = true }).WaitForAsync();
        await page.Locator("select option", new() { HasText = "县公安局" }).WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await PressToAsync(page, "SELECT 单位");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.GetByText("筛选（1）").WaitForAsync();
        await AssertFocusAsync(page, "SELECT 单位");
        await PressToAsync(page, "INPUT 选择任务");
        await page.Keyboard.PressAsync("Space");
        await PressToAsync(page, "BUTTON 插入段落");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("已插入 1 项任务").WaitForAsync();
        await AssertFocusedAsync(page);

        // A paper that would take a number: asked, and not after all; then without one.
        await AddinPage.OpenAsync(browsing, service, "insert", null);
        await page.GetByLabel("成文日期").WaitForAsync();
        await PressToAsync(page, "BUTTON 预览");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "放进新文档" }).WaitForAsync();
        await AssertFocusedAsync(page);
        await PressToAsync(page, "INPUT 取发文字号");
        await page.Keyboard.PressAsync("Space");
        await page.Locator("button:not(:disabled)", new() { HasText = "取号并生成" }).WaitForAsync();
        await PressToAsync(page, "BUTTON 取号并生成");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Alertdialog).WaitForAsync();
        await page.WaitForFunctionAsync("() => document.activeElement.closest('[role=alertdialog]') !== null");
        await page.Keyboard.PressAsync("Escape");
        await page.GetByRole(AriaRole.Alertdialog).WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await AssertFocusAsync(page, "BUTTON 取号并生成");
        Assert.Empty(await service.AllAsync($"documents?plan={plan}"));
        await PressToAsync(page, "INPUT 取发文字号", back: true);
        await page.Keyboard.PressAsync("Space");
        await PressToAsync(page, "BUTTON 放进新文档");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("已打开新文档").WaitForAsync();
        await AssertFocusedAsync(page);
        var notice = await AddinPage.OpenedAsync(page);

        // One region.
        await AddinPage.OpenAsync(browsing, service, "update", notice);
        await page.GetByText("受管的内容都是最新的").WaitForAsync();
        await AddinPage.ChangeTaskAsync(service, plan);
        await PressToAsync(page, "BUTTON 重新比对");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("待更新").WaitForAsync();
        await AssertFocusAsync(page, "BUTTON 重新比对");
        await PressToAsync(page, "BUTTON 只更新“");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("已更新 1 处。", new() { Exact = true }).WaitForAsync();
        await AssertFocusedAsync(page);
        var updated = await AddinPage.DocumentAsync(page);

        // One finding, of a document that has some.
        await AddinPage.OpenAsync(browsing, service, "check", await File.ReadAllBytesAsync(Executable.Sample("yiyuan-2021-typed.docx"), Stop));
        await page.GetByText("版式：").WaitForAsync();
        await PressToAsync(page, "BUTTON 在文档中选中");
        await page.Keyboard.PressAsync("Enter");
        await PressToAsync(page, "BUTTON 修复：");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("已修复").WaitForAsync();
        await AssertFocusedAsync(page);

        // Looked at, thought over, and filed.
        await AddinPage.OpenAsync(browsing, service, "file", updated);
        await page.Locator("button:not(:disabled)", new() { HasText = "看看写到哪里" }).WaitForAsync();
        await PressToAsync(page, "BUTTON 看看写到哪里");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "归档", Exact = true }).WaitForAsync();
        await AssertFocusedAsync(page);
        await PressToAsync(page, "BUTTON 返回修改");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "看看写到哪里" }).WaitForAsync();
        await AssertFocusedAsync(page);
        await PressToAsync(page, "BUTTON 看看写到哪里");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "归档", Exact = true }).WaitForAsync();
        await PressToAsync(page, "BUTTON 归档");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("已归档：").WaitForAsync();
        await AssertFocusedAsync(page);
        Assert.Single(Directory.GetFiles(share, "*.docx", SearchOption.AllDirectories));
        Assert.Empty(browsing.Faults);
    }

    /// <summary>Presses Tab, or Shift and Tab, until something whose name begins so has the focus; at each stop the focus must be seen.</summary>
    private static async Task PressToAsync(IPage page, string name, bool back = false)
    {
        List<string> stops = [];
        for (var i = 0; i < MostTabs; i++)
        {
            var at = await page.EvaluateAsync<Focused>(Focus);
            if (at.Name.StartsWith(name, StringComparison.Ordinal))
                return;
            await page.Keyboard.PressAsync(back ? "Shift+Tab" : "Tab");
            at = await page.EvaluateAsync<Focused>(Focus);
            stops.Add(at.Name);

            // Between the last place and the first the browser's own frame has the focus.
            Assert.True(at.IsSeen || at.Name == "BODY", $"the focus on “{at.Name}” is not seen");
        }

        Assert.Fail($"“{name}” cannot be reached: {string.Join(" | ", stops)}");
    }

    private static async Task AssertFocusAsync(IPage page, string name)
    {
        await page.WaitForTimeoutAsync(100);
        var at = await page.EvaluateAsync<Focused>(Focus);
        Assert.StartsWith(name, at.Name, StringComparison.Ordinal);
        Assert.True(at.IsSeen, $"the focus on “{at.Name}” is not seen");
    }

    private static Task AssertFocusedAsync(IPage page) => AssertFocusedAsync(page, 20);

    private static async Task AssertFocusedAsync(IPage page, int tries)
    {
        await page.WaitForTimeoutAsync(100);
        var at = await page.EvaluateAsync<Focused>(Focus);
        if (!at.IsSeen && tries > 0)
            await AssertFocusedAsync(page, tries - 1);
        else
            Assert.True(at.IsSeen, $"the focus has fallen to “{at.Name}”");
    }

    private sealed class Focused
    {
        public string Name { get; set; } = "";

        public bool IsSeen { get; set; }
    }
}
