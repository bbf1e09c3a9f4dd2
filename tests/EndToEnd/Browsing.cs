using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace YiyuanSafety.EndToEnd;

/// <summary>Debian's Chromium, as a person at the page has it.</summary>
internal sealed class Browsing : IAsyncDisposable
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly List<string> _faults = [];
    private int _opened;

    private Browsing(IPlaywright playwright, IBrowser browser, IPage page)
    {
        (_playwright, _browser, Page) = (playwright, browser, page);
        page.Console += (_, message) =>
        {
            // An answer that tells of a problem is the page's business; anything else on the console is a fault of ours.
            if (message.Type is "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
                _faults.Add(message.Text);
        };
        page.PageError += (_, error) => _faults.Add(error);
    }

    public IPage Page { get; }

    /// <summary>What the browser complained of: scripts that broke, things that the content security policy stopped.</summary>
    public IReadOnlyList<string> Faults => _faults;

    public static async Task<Browsing> OpenAsync(int width = 1280, ForcedColors? colors = null)
    {
        if (Chromium() is not { } chromium)
        {
            Assert.Skip("没有 Chromium：请安装 chromium 后重试。");
            throw new InvalidOperationException();
        }

        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = ["--no-sandbox"] });
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 800 }, Locale = "zh-CN", ForcedColors = colors ?? ForcedColors.None, ReducedMotion = ReducedMotion.Reduce });
        return new Browsing(playwright, browser, await context.NewPageAsync());
    }

    /// <summary>
    /// Opens a place of the page afresh and waits until all of it is there: a mere change behind the # is no loading that could be waited for,
    /// and a quiet network tells nothing of a page whose script a busy machine has not run yet.
    /// </summary>
    public async Task OpenAsync(Uri address, string place)
    {
        await Page.GotoAsync($"{address}?{++_opened}#{place}");
        await Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).First.WaitForAsync();
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await Assertions.Expect(Page.GetByRole(AriaRole.Progressbar)).ToHaveCountAsync(0);
    }

    /// <summary>Fails where axe finds anything wrong with the page as it stands.</summary>
    public async Task AssertAccessibleAsync(string where)
    {
        // Guards of the focus that the component library puts around dialogs: empty, and passed over by screen readers.
        var result = await Page.RunAxe(new Deque.AxeCore.Commons.AxeRunContext { Exclude = [new("[data-tabster-dummy]")] });
        Assert.True(result.Violations.Length == 0, where + ": " + string.Join('\n', result.Violations.Select(one => $"{one.Id} {string.Join(" | ", one.Nodes.Select(node => node.Html))}")));
    }

    /// <summary>Keeps a picture where YIYUAN_TEST_PICTURES names a folder, for people to look at.</summary>
    public async Task PictureAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("YIYUAN_TEST_PICTURES") is { Length: > 0 } folder)
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }

    public async ValueTask DisposeAsync()
    {
        // How the page stood when the test ended: where it failed, that is what to look at.
        await PictureAsync("end-" + (TestContext.Current.Test?.TestDisplayName.Split('.').Last() ?? ""));
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    private static string? Chromium() => Places.FirstOrDefault(File.Exists);
}
