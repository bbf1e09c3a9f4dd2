using System.IO.Compression;
using Microsoft.Playwright;

namespace YiyuanSafety.EndToEnd;

/// <summary>The web page in a real browser, with the real executable behind it.</summary>
public sealed class PageTests
{
    [Fact]
    public async Task A_first_time_user_imports_the_sample_corrects_a_body_and_downloads_all_papers()
    {
        using var scratch = new Scratch();
        await using var service = await Serving.StartAsync(scratch.Path("data"));
        await using var browsing = await Browsing.OpenAsync();
        var page = browsing.Page;
        page.SetDefaultTimeout(60_000);
        await page.GotoAsync(service.Address.AbsoluteUri);
        await page.GetByRole(AriaRole.Heading, new() { Name = "工作要点", Exact = true }).WaitForAsync();
        await browsing.PictureAsync("home");
        await browsing.AssertAccessibleAsync("home");

        await page.GetByLabel("把工作要点拖到这里").SetInputFilesAsync(Executable.Sample("yiyuan-2021-numbered.docx"));
        await page.GetByText("已导入，读出 60 项任务").WaitForAsync();
        var finding = page.GetByRole(AriaRole.Article).First;
        await finding.Locator("mark", new() { HasText = "县综合行政管理局" }).First.WaitForAsync();
        await finding.GetByRole(AriaRole.Button, new() { Name = "县综合行政执法局" }).WaitForAsync();
        await browsing.PictureAsync("findings");
        await browsing.AssertAccessibleAsync("findings");
        await finding.GetByRole(AriaRole.Button, new() { Name = "县综合行政执法局" }).ClickAsync();
        await page.GetByText("已更正 1 项任务，并记为别名").WaitForAsync();
        await page.GetByText("没有需要核对的问题").WaitForAsync();
        await browsing.PictureAsync("findings-done");

        await page.GetByRole(AriaRole.Tab, new() { Name = "分工表" }).ClickAsync();
        await page.GetByRole(AriaRole.Region, new() { Name = "各单位在各项任务中的角色" }).WaitForAsync();
        await browsing.PictureAsync("matrix");
        await browsing.AssertAccessibleAsync("matrix");

        await page.GetByRole(AriaRole.Button, new() { Name = "生成全部公文" }).Or(page.GetByRole(AriaRole.Tab, new() { Name = "公文" })).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "生成全部公文" }).ClickAsync();
        await page.GetByText("34 份公文都已生成").WaitForAsync();
        await page.GetByRole(AriaRole.Table, new() { Name = "公文列表" }).WaitForAsync();
        await browsing.PictureAsync("documents");
        await browsing.AssertAccessibleAsync("documents");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "下载全部（zip）" }).ClickAsync());
        using var zip = ZipFile.OpenRead(await download.PathAsync());
        Assert.Equal(34, zip.Entries.Count);
        Assert.All(zip.Entries, entry => Assert.True(entry.Length > 1000));

        await page.GetByRole(AriaRole.Button, new() { Name = "撤回 任务台账.xlsx" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("撤回原因（必填）").FillAsync("试一试");
        await browsing.AssertAccessibleAsync("withdraw");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "撤回", Exact = true }).ClickAsync();
        await page.GetByText("试一试").WaitForAsync();
        Assert.Empty(browsing.Faults);
    }

    [Fact]
    public async Task A_task_that_somebody_else_changed_meanwhile_is_shown_and_nothing_typed_is_lost()
    {
        using var scratch = new Scratch();
        await using var service = await Serving.StartAsync(scratch.Path("data"));
        var plan = await service.ImportAsync("yiyuan-2021-numbered.docx");
        await using var browsing = await Browsing.OpenAsync();
        var page = browsing.Page;
        page.SetDefaultTimeout(60_000);
        await page.GotoAsync($"{service.Address}#/plans/{plan}/tasks");
        await page.GetByText("共 60 项").WaitForAsync();
        await browsing.PictureAsync("tasks");
        await browsing.AssertAccessibleAsync("tasks");
        await page.GetByLabel("查找任务").FillAsync("专题学习教育");
        await page.GetByText("共 1 项").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "1.1 广泛开展专题学习教育" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "修改", Exact = true }).ClickAsync();
        await page.GetByLabel("标题").FillAsync("我的标题");
        await page.GetByLabel("修改原因").FillAsync("领导批示");

        // Meanwhile another person.
        var task = (await service.AllAsync($"tasks?plan={plan}"))[0];
        using (var other = new HttpRequestMessage(HttpMethod.Patch, $"tasks/{task["id"]}") { Content = System.Net.Http.Json.JsonContent.Create(new { reason = "别人", text = "别人的内容" }) })
        {
            other.Headers.TryAddWithoutValidation("If-Match", $"\"{task["version"]}\"");
            (await service.Client.SendAsync(other, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await page.GetByText("别人先改了这项任务").WaitForAsync();
        await browsing.PictureAsync("task-overtaken");
        await browsing.AssertAccessibleAsync("task");
        Assert.Equal("我的标题", await page.GetByLabel("标题").InputValueAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "我的标题" }).WaitForAsync();
        var now = await service.GetAsync($"tasks/{task["id"]}");
        Assert.Equal(("我的标题", "别人的内容"), ($"{now["title"]}", $"{now["text"]}"));
        Assert.Empty(browsing.Faults);
    }

    [Fact]
    public async Task Ugly_text_is_shown_as_text_and_breaks_no_page()
    {
        using var scratch = new Scratch();
        await using var service = await Serving.StartAsync(scratch.Path("data"));
        var long_ = new string('长', 60) + new string('w', 80);
        var file = scratch.Path("丑.txt");
        await File.WriteAllTextAsync(
            file,
            $"沂源县2021年安全生产工作要点\n\n一、压实责任\n\n1.<img src=x onerror=\"document.title='broken'\">{long_}。建立清单<script>document.title='broken'</script>。（县应急局牵头，县公安局、县综合行政管里局负责）\n",
            TestContext.Current.CancellationToken);
        var plan = await service.ImportFileAsync(file);
        await service.EndAsync(await service.PostAsync("documents", new { plan }));
        await using var browsing = await Browsing.OpenAsync(320);
        foreach (var tab in new[] { "findings", "tasks", "matrix", "documents" })
        {
            await browsing.OpenAsync(service.Address, $"/plans/{plan}/{tab}");
            await browsing.PictureAsync("ugly-" + tab);
            await browsing.AssertAccessibleAsync(tab);
            Assert.Equal(320, await browsing.Page.EvaluateAsync<int>("Math.max(innerWidth, document.documentElement.scrollWidth)"));
        }

        Assert.NotEqual("broken", await browsing.Page.TitleAsync());
        Assert.Empty(browsing.Faults);
    }

    [Theory]
    [InlineData(320, ForcedColors.None)]
    [InlineData(1280, ForcedColors.Active)]
    public async Task Every_page_is_clean_on_a_narrow_screen_and_in_high_contrast(int width, ForcedColors colors)
    {
        using var scratch = new Scratch();
        await using var service = await Serving.StartAsync(scratch.Path("data"));
        var plan = await service.ImportAsync("yiyuan-2021-numbered.docx");
        await service.EndAsync(await service.PostAsync("documents", new { plan }));
        await using var browsing = await Browsing.OpenAsync(width, colors);
        foreach (var (place, heading) in new[]
        {
            ("/", "工作要点"), ($"/plans/{plan}/findings", "沂源县2021年安全生产工作要点"), ($"/plans/{plan}/tasks", "沂源县2021年安全生产工作要点"),
            ($"/plans/{plan}/matrix", "沂源县2021年安全生产工作要点"), ($"/plans/{plan}/documents", "沂源县2021年安全生产工作要点"), ("/directory", "单位名录"), ("/templates", "公文模板"),
        })
        {
            await browsing.OpenAsync(service.Address, place);
            await browsing.Page.GetByRole(AriaRole.Heading, new() { Name = heading, Level = 1 }).WaitForAsync();
            await browsing.PictureAsync($"{width}{place.Replace(plan, "", StringComparison.Ordinal).Replace('/', '-')}");
            await browsing.AssertAccessibleAsync(place);

            // Nothing but the regions that scroll by themselves may be wider than the screen.
            Assert.Equal(width, await browsing.Page.EvaluateAsync<int>("Math.max(innerWidth, document.documentElement.scrollWidth)"));
        }

        Assert.Empty(browsing.Faults);
    }

    [Fact]
    public async Task Where_keys_are_wanted_the_page_asks_for_one()
    {
        using var scratch = new Scratch();
        var data = scratch.Path("data");
        var key = Executable.Run("key", "add", "李四", "--role", "reader", "--body", "县应急局", "--data", data).Output.Trim();
        await using var service = await Serving.StartAsync(start => start.Environment["YIYUAN__ACCESS__MODE"] = "key", "--data", data);
        await using var browsing = await Browsing.OpenAsync();
        var page = browsing.Page;
        await page.GotoAsync(service.Address.AbsoluteUri);
        await page.GetByLabel("访问密钥").FillAsync("ys_wrong");
        await browsing.PictureAsync("sign-in");
        await browsing.AssertAccessibleAsync("sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "进入" }).ClickAsync();
        await page.GetByText("密钥不对或已被撤销").WaitForAsync();
        await page.GetByLabel("访问密钥").FillAsync(key);
        await page.GetByRole(AriaRole.Button, new() { Name = "进入" }).ClickAsync();
        await page.GetByText("李四（查看）").WaitForAsync();
        Assert.Equal(0, await page.GetByLabel("把工作要点拖到这里").CountAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "退出" }).ClickAsync();
        await page.GetByLabel("访问密钥").WaitForAsync();
        Assert.Empty(browsing.Faults);
    }

    [Fact]
    public async Task What_is_wrong_with_a_page_is_found_in_its_frames_too()
    {
        await using var browsing = await Browsing.OpenAsync();
        const string Sound = "<html lang='zh'><title>题</title><main><h1>题</h1>{0}</main></html>";
        await browsing.Page.SetContentAsync(string.Format(null, Sound, "<p>一段文字</p>"));
        await browsing.AssertAccessibleAsync("sound");
        await browsing.Page.SetContentAsync(string.Format(null, Sound, "<p style='color:#ccc'>一段文字</p>"));
        Assert.Contains("color-contrast", (await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => browsing.AssertAccessibleAsync("pale"))).Message, StringComparison.Ordinal);
        await browsing.Page.SetContentAsync(string.Format(null, Sound, "<iframe title='框' srcdoc=\"<html lang='zh'><title>题</title><img src='x'></html>\"></iframe>"));
        Assert.Contains("image-alt", (await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => browsing.AssertAccessibleAsync("frame"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_browsable_description_of_the_api_works_under_its_policy()
    {
        using var scratch = new Scratch();
        await using var service = await Serving.StartAsync(scratch.Path("data"));
        await using var browsing = await Browsing.OpenAsync();
        await browsing.Page.GotoAsync($"{service.Address}api/docs/");
        await browsing.Page.GetByText("版本和能力，不必登录").First.WaitForAsync();
        await browsing.PictureAsync("api-docs");
        Assert.Empty(browsing.Faults);
    }
}
