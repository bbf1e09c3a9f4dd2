using System.Globalization;
using Microsoft.Playwright;

// Milliseconds from asking for a page to its first paint with content, everything loaded anew; beside it a page of one word from the same
// browser in the same turn. Args: the address of the service, and the browser's program.
var (service, program) = (args[0], args[1]);
using var playwright = await Playwright.CreateAsync();
await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = ["--no-sandbox"] });
const int Rounds = 15;
List<double> floor = [], pane = [], page = [];
for (var round = 0; round <= Rounds; round++)
{
    var times = new[] { await PaintAsync("data:text/html,<p>hello"), await PaintAsync(service + "/addin/"), await PaintAsync(service + "/") };

    // The first round starts the browser's processes.
    if (round == 0)
        continue;
    floor.Add(times[0]);
    pane.Add(times[1]);
    page.Add(times[2]);
}

foreach (var (name, times) in new[] { ("one word", floor), ("pane /addin/", pane), ("page /", page) })
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-14} {Median(times),6:F0} ms   {Median(times) / Median(floor),5:F1} times one word"));
return Median(pane) < 500 ? 0 : 1;

async Task<double> PaintAsync(string address)
{
    await using var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 350, Height = 700 } });
    var tab = await context.NewPageAsync();

    // Nothing from outside: an office may have no internet.
    await tab.RouteAsync(url => url.StartsWith("http", StringComparison.Ordinal) && !url.StartsWith(service, StringComparison.Ordinal), route => route.AbortAsync());
    await tab.GotoAsync(address);
    return await tab.EvaluateAsync<double>("""
        () => new Promise((done) => new PerformanceObserver((list) => {
            const paint = list.getEntriesByName('first-contentful-paint')[0];
            if (paint) done(paint.startTime);
        }).observe({ type: 'paint', buffered: true }))
        """);
}

static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
