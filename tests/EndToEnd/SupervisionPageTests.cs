using Microsoft.Playwright;

namespace YiyuanSafety.EndToEnd;

/// <summary>The supervision cycle on the web page, with the real executable behind it. The sample is of 2021, so that nearly everything is late.</summary>
public sealed class SupervisionPageTests
{
    private const string Body = "县委宣传部";

    [Fact]
    public async Task A_secretary_sees_what_is_late_takes_a_report_and_presses_for_the_rest()
    {
        using var scratch = new Scratch();
        await using var service = await Serving.StartAsync(scratch.Path("data"));
        var plan = await service.ImportAsync("yiyuan-2021-numbered.docx");
        var before = (await service.GetAsync($"plans/{plan}/progress"))["figures"]?["parts"];
        Assert.Equal(0, before?["done"]?.GetValue<int>());
        await using var browsing = await Browsing.OpenAsync();
        var page = browsing.Page;
        page.SetDefaultTimeout(60_000);

        // The dashboard, and from its map by keyboard to what one body has in one section.
        await page.GotoAsync($"{service.Address}#/plans/{plan}/progress");
        await page.GetByRole(AriaRole.List, new() { Name = "各状态的数量" }).GetByText("分工 975 项").WaitForAsync();
        await page.GetByRole(AriaRole.Img, new() { Name = "折线图" }).WaitForAsync();
        await browsing.PictureAsync("progress");
        await browsing.AssertAccessibleAsync("progress");
        await page.GetByText("看数字").ClickAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "逾期项数" }).CheckAsync();
        await browsing.AssertAccessibleAsync("progress, opened");
        await page.GetByRole(AriaRole.Link, new() { Name = $"{Body}，（一）" }).PressAsync("Enter");
        await page.GetByText("共 3 项分工").WaitForAsync();
        Assert.Equal(Body, await page.GetByLabel("单位", new() { Exact = true }).InputValueAsync());
        await browsing.PictureAsync("parts");
        await browsing.AssertAccessibleAsync("parts");

        // A report with evidence. What the service refuses stays in the form.
        await page.GetByRole(AriaRole.Button, new() { Name = "广泛开展专题学习教育" }).ClickAsync();
        var drawer = page.GetByRole(AriaRole.Dialog);
        await drawer.GetByText("还没有填报过").WaitForAsync();
        await drawer.GetByRole(AriaRole.Radio, new() { Name = "已完成" }).CheckAsync();
        await drawer.GetByLabel("进展情况").FillAsync("组织观看专题片 12 场，覆盖全部镇办。");
        await drawer.GetByLabel("日期").FillAsync("2099-01-01");
        await drawer.GetByLabel("选择文件").SetInputFilesAsync(new FilePayload { Name = "照片.jpg", MimeType = "image/jpeg", Buffer = [1, 2, 3] });
        await drawer.GetByText("照片.jpg").First.WaitForAsync();
        await drawer.GetByRole(AriaRole.Button, new() { Name = "提交填报" }).ClickAsync();
        await drawer.GetByRole(AriaRole.Alert).WaitForAsync();
        Assert.Equal("组织观看专题片 12 场，覆盖全部镇办。", await drawer.GetByLabel("进展情况").InputValueAsync());
        await browsing.PictureAsync("report-refused");
        await browsing.AssertAccessibleAsync("report");

        // It is there again after the page was loaded anew.
        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "广泛开展专题学习教育" }).ClickAsync();
        await drawer.GetByText("上次没有提交的内容还在").WaitForAsync();
        await drawer.GetByLabel("日期").FillAsync("");
        await drawer.GetByRole(AriaRole.Button, new() { Name = "提交填报" }).ClickAsync();
        await drawer.GetByText("已填报。").WaitForAsync();
        await drawer.GetByText("填报记录（1）").WaitForAsync();
        await browsing.PictureAsync("reported");
        await browsing.AssertAccessibleAsync("reported");
        var evidence = await page.RunAndWaitForDownloadAsync(() => drawer.GetByRole(AriaRole.Button, new() { Name = "下载 照片.jpg" }).ClickAsync());
        Assert.Equal([1, 2, 3], await File.ReadAllBytesAsync(await evidence.PathAsync(), TestContext.Current.CancellationToken));
        await page.Keyboard.PressAsync("Escape");
        await page.GetByRole(AriaRole.Table, new() { Name = "各单位各项任务的进展" }).GetByText("已完成").WaitForAsync();
        var after = (await service.GetAsync($"plans/{plan}/progress"))["figures"]?["parts"];
        Assert.Equal((1, 974), (after?["done"]?.GetValue<int>(), after?["overdue"]?.GetValue<int>()));
        await page.GetByRole(AriaRole.Tab, new() { Name = "进展", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.List, new() { Name = "各状态的数量" }).GetByText("分工 974 项").WaitForAsync();

        // A letter: proposed, prepared, issued, answered, closed.
        await page.GetByRole(AriaRole.Tab, new() { Name = "督办" }).ClickAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = $"选择 {Body}的督办函" }).CheckAsync();
        await browsing.PictureAsync("proposals");
        await browsing.AssertAccessibleAsync("proposals");
        await page.GetByRole(AriaRole.Button, new() { Name = "拟稿所选的" }).ClickAsync();
        await page.GetByText("1 份公文都已生成").WaitForAsync();
        var issue = page.GetByRole(AriaRole.Button, new() { Name = $"发出 {Body}的督办函（1）" });
        await issue.ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByText("编号后不能收回，只能作废").WaitForAsync();
        await browsing.PictureAsync("issue");
        await browsing.AssertAccessibleAsync("issue");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "编号并发出" }).ClickAsync();
        var letters = page.GetByRole(AriaRole.Table, new() { Name = "函", Exact = true });
        await letters.GetByText("已发出").WaitForAsync();
        var row = (await service.AllAsync($"plans/{plan}/letters")).Single();
        Assert.Equal(("issued", Body), ($"{row["state"]}", $"{row["body"]}"));
        await letters.GetByText($"{row["number"]}").WaitForAsync();
        await browsing.PictureAsync("issued");
        await browsing.AssertAccessibleAsync("issued");

        await page.GetByRole(AriaRole.Button, new() { Name = $"登记反馈 {Body}的督办函（1）" }).ClickAsync();
        await dialog.GetByLabel("反馈内容").FillAsync("已全部整改到位。");
        await dialog.GetByLabel("选择文件").SetInputFilesAsync(new FilePayload { Name = "复函.pdf", MimeType = "application/pdf", Buffer = [4, 5] });
        await dialog.GetByText("复函.pdf").First.WaitForAsync();
        await dialog.GetByRole(AriaRole.Checkbox, new() { Name = "13.1 突出重点开展明查暗访" }).CheckAsync();
        await dialog.GetByRole(AriaRole.Checkbox, new() { Name = "随即办结" }).UncheckAsync();
        await browsing.PictureAsync("reply");
        await browsing.AssertAccessibleAsync("reply");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "登记", Exact = true }).ClickAsync();
        await page.GetByText($"已登记{Body}的反馈").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = $"办结 {Body}的督办函（1）" }).ClickAsync();
        await page.GetByText($"{Body}的督办函已办结").WaitForAsync();
        await letters.GetByText("已办结").WaitForAsync();
        await browsing.PictureAsync("closed");
        await browsing.AssertAccessibleAsync("closed");
        var answer = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "复函：复函.pdf" }).ClickAsync());
        Assert.Equal("复函.pdf", answer.SuggestedFilename);
        Assert.Equal(2, (await service.GetAsync($"plans/{plan}/progress"))["figures"]?["parts"]?["done"]?.GetValue<int>());
        Assert.Empty(browsing.Faults);
    }

    [Theory]
    [InlineData(320, ForcedColors.None)]
    [InlineData(1280, ForcedColors.Active)]
    public async Task Every_view_is_clean_on_a_narrow_screen_and_in_high_contrast(int width, ForcedColors colors)
    {
        using var scratch = new Scratch();
        await using var service = await Serving.StartAsync(scratch.Path("data"));
        var plan = await service.ImportAsync("yiyuan-2021-numbered.docx");
        await ReportAsync(service, plan);
        await service.EndAsync(await service.PostAsync($"plans/{plan}/letters", new { letters = new[] { new { step = "supervision", body = Body } } }));
        await using var browsing = await Browsing.OpenAsync(width, colors);
        var page = browsing.Page;
        foreach (var (tab, sign) in new[] { ("progress", "逐月趋势"), ("parts", "共 975 项分工"), ("letters", "现在该写的函"), ("collect", "收填报表"), ("reporting", "年度归档包（zip）") })
        {
            await browsing.OpenAsync(service.Address, $"/plans/{plan}/{tab}");
            await page.GetByText(sign).First.WaitForAsync();
            await LookAsync(tab);
        }

        await browsing.OpenAsync(service.Address, $"/plans/{plan}/parts?state=done");
        await page.GetByRole(AriaRole.Table).GetByRole(AriaRole.Button).First.ClickAsync();
        await page.GetByText("填报记录（1）").WaitForAsync();
        await LookAsync("part");
        await page.GetByRole(AriaRole.Button, new() { Name = "撤销", Exact = false }).First.ClickAsync();
        await page.GetByLabel("撤销原因（必填）").FillAsync("填错了任务");
        await LookAsync("retract");
        await page.GetByRole(AriaRole.Button, new() { Name = "撤销", Exact = true }).Last.ClickAsync();
        await page.GetByText("已撤销：填错了任务").WaitForAsync();

        await browsing.OpenAsync(service.Address, $"/plans/{plan}/letters");
        await page.GetByRole(AriaRole.Button, new() { Name = $"发出 {Body}的督办函（1）" }).ClickAsync();
        await LookAsync("issue");
        await browsing.OpenAsync(service.Address, $"/plans/{plan}/reporting");
        await page.GetByRole(AriaRole.Button, new() { Name = "写通报…" }).ClickAsync();
        await page.GetByLabel("下一步要求").FillAsync("压实责任。");
        await LookAsync("bulletin");
        Assert.Empty(browsing.Faults);

        async Task LookAsync(string view)
        {
            await browsing.PictureAsync($"{width}-{view}");
            await browsing.AssertAccessibleAsync(view);

            // Nothing but the regions that scroll by themselves may be wider than the screen.
            Assert.Equal(width, await page.EvaluateAsync<int>("Math.max(innerWidth, document.documentElement.scrollWidth)"));
        }
    }

    [Fact]
    public async Task A_body_sees_its_own_progress_and_nothing_that_is_the_offices()
    {
        using var scratch = new Scratch();
        var data = scratch.Path("data");
        string plan;
        await using (var alone = await Serving.StartAsync(data))
            plan = await alone.ImportAsync("yiyuan-2021-numbered.docx");
        var key = Executable.Run("key", "add", "李四", "--role", "reader", "--body", Body, "--data", data).Output.Trim();
        await using var service = await Serving.StartAsync(start => start.Environment["YIYUAN__ACCESS__MODE"] = "key", "--data", data);
        await using var browsing = await Browsing.OpenAsync();
        var page = browsing.Page;
        await page.GotoAsync($"{service.Address}#/plans/{plan}/progress");
        await page.GetByLabel("访问密钥").FillAsync(key);
        await page.GetByRole(AriaRole.Button, new() { Name = "进入" }).ClickAsync();
        await page.GetByText($"只统计本单位（{Body}）").WaitForAsync();
        Assert.Equal(0, await page.GetByText("该写的函").CountAsync());
        Assert.Equal(["任务", "分工表", "公文", "进展", "进展清单", "督办", "收集"], await page.GetByRole(AriaRole.Tab).AllInnerTextsAsync());
        await browsing.PictureAsync("reader-progress");
        await browsing.AssertAccessibleAsync("progress of a reader");
        await page.GetByRole(AriaRole.Tab, new() { Name = "督办" }).ClickAsync();
        await page.GetByText("还没有函。").WaitForAsync();
        Assert.Equal(0, await page.GetByText("现在该写的函").CountAsync());
        Assert.Empty(browsing.Faults);
    }

    // A year as it goes: about half of the parts done, some going on.
    private static async Task ReportAsync(Serving service, string plan)
    {
        var parts = await service.AllAsync($"plans/{plan}/parts");
        var reports = parts.Where((_, i) => i % 3 != 0).Select((part, i) => new
        {
            taskId = $"{part["taskId"]}",
            body = $"{part["body"]}",
            state = i % 4 == 0 ? "inProgress" : i % 9 == 0 ? "notApplicable" : "done",
            on = $"2021-{(i % 10) + 2:00}-15",
            percent = i % 4 == 0 ? 60 : (int?)null,
            progress = "已制定方案并开展检查。",
        });
        foreach (var some in reports.Chunk(200))
            await service.PostAsync($"plans/{plan}/reports", new { reports = some }, System.Net.HttpStatusCode.OK);
    }
}
