using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(YiyuanSafety.EndToEnd.Chromium))]

namespace YiyuanSafety.EndToEnd;

/// <summary>Debian's Chromium, started once: each test has a context of its own in it, which shares nothing with the others.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private readonly SemaphoreSlim _one = new(1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The browser, started where it is not running. Skips the test where there is none.</summary>
    internal async Task<IBrowser> OpenAsync()
    {
        if (Places.FirstOrDefault(File.Exists) is not { } place)
        {
            Assert.Skip("没有 Chromium：请安装 chromium 后重试。");
            throw new InvalidOperationException();
        }

        await _one.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            _playwright ??= await Playwright.CreateAsync();

            // One that a test brought down is no reason for the others to fail.
            if (_browser is not { IsConnected: true })
                _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = place, Args = ["--no-sandbox"] });
            return _browser;
        }
        finally
        {
            _one.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is { } browser)
            await browser.DisposeAsync();
        _playwright?.Dispose();
        _one.Dispose();
    }
}
