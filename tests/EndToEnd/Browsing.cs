using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace YiyuanSafety.EndToEnd;

/// <summary>Debian's Chromium, as a person at the page has it.</summary>
internal sealed class Browsing : IAsyncDisposable
{
    // Only what is wrong is worked out to the end, and only what is told of it crosses over.
    private const string Wrong = """
        async isPage => {
          // What has just changed is looked at as it will stay, not on its way there; a thing that turns for ever is not waited for.
          const ends = document.getAnimations().filter(one => Number.isFinite(one.effect?.getComputedTiming().endTime));
          await Promise.allSettled(ends.map(one => one.finished));
          // Guards of the focus that the component library puts around dialogs: empty, and passed over by screen readers.
          const exclude = [['[data-tabster-dummy]']];
          const { violations } = await axe.run(isPage ? { exclude } : { include: [['body']], exclude }, { resultTypes: ['violations'], iframes: false });
          return violations.map(one => one.id + ' ' + one.nodes.map(node => node.html + ' ' + node.failureSummary).join(' | '));
        }
        """;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();
    private readonly IBrowserContext _context;
    private readonly List<string> _faults = [];
    private int _opened;

    private Browsing(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
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
        var chromium = await TestContext.Current.GetFixture<Chromium>() ?? throw new InvalidOperationException("the browser is a fixture of the assembly");
        var browser = await chromium.OpenAsync();
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 800 }, Locale = "zh-CN", ForcedColors = colors ?? ForcedColors.None, ReducedMotion = ReducedMotion.Reduce });
        return new Browsing(context, await context.NewPageAsync());
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
        var wrong = new List<string>();
        foreach (var frame in Page.Frames)
        {
            if (!await frame.EvaluateAsync<bool>("() => window.axe !== undefined"))
                await frame.EvaluateAsync(Axe);
            wrong.AddRange(await frame.EvaluateAsync<string[]>(Wrong, frame == Page.MainFrame));
        }

        Assert.True(wrong.Count == 0, where + ": " + string.Join('\n', wrong));
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
        await _context.DisposeAsync();
    }
}
