using System.Net.Http.Json;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.Playwright;

namespace YiyuanSafety.EndToEnd;

/// <summary>The pane in a browser, with the double of Word beside it.</summary>
internal static class AddinPage
{
    private const string OfficeJs = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
    private const string InWord = "_host_Info=Word$Win32$16.01$zh-CN$$$$0";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Gives the double where the page asks for Microsoft's script.</summary>
    public static async Task ServeWordAsync(IPage page)
    {
        var script = Path.Combine(Executable.Root, "addin", "dist-fake", "office.js");
        if (!File.Exists(script))
            Assert.Skip("没有 Word 的替身：请在 addin 里运行 npm run build:fake。");
        await page.RouteAsync(OfficeJs, route => route.FulfillAsync(new() { ContentType = "text/javascript", Path = script }));
    }

    /// <summary>Opens a pane beside a document; without one, beside an empty document.</summary>
    public static async Task OpenAsync(Browsing browsing, Serving service, string pane, byte[]? document)
    {
        await browsing.Page.AddInitScriptAsync($"window.fakeWordDocument = '{(document is null ? "" : Convert.ToBase64String(document))}';");
        await browsing.Page.GotoAsync("about:blank");
        await browsing.Page.GotoAsync($"{service.Address}addin/?{InWord}#/{pane}");
        await browsing.Page.WaitForFunctionAsync("() => window.fakeWord !== undefined");
    }

    /// <summary>The document as it is now.</summary>
    public static async Task<byte[]> DocumentAsync(IPage page) => Convert.FromBase64String(await page.EvaluateAsync<string>("() => window.fakeWordPackage()"));

    /// <summary>The document that was opened last as one of its own.</summary>
    public static async Task<byte[]> OpenedAsync(IPage page) => Convert.FromBase64String(await page.EvaluateAsync<string>(
        "() => { let text = ''; for (const byte of window.fakeWord.opened.at(-1)) text += String.fromCharCode(byte); return btoa(text); }"));

    /// <summary>Looks at the pane as it stands: a picture, one in dark forced colours, what axe says in the pane's own colours and in forced ones, and that nothing lies beside it.</summary>
    public static async Task LookAsync(Browsing browsing, string name)
    {
        await browsing.PictureAsync(name);
        await browsing.AssertAccessibleAsync(name);
        await browsing.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        await browsing.AssertAccessibleAsync($"{name} in forced colours");

        // Dark ones are for the eye: axe reads the colours that were asked for, and not the forced ones.
        await browsing.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active, ColorScheme = ColorScheme.Dark });
        await browsing.PictureAsync(name + "-dark");
        await browsing.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Null, ColorScheme = ColorScheme.Null });
        Assert.True(await browsing.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= window.innerWidth"), $"{name} is wider than the pane");
    }

    /// <summary>Somebody changes the first task of a plan.</summary>
    public static async Task ChangeTaskAsync(Serving service, string plan)
    {
        var task = (await service.AllAsync($"tasks?plan={plan}"))[0];
        using var change = new HttpRequestMessage(HttpMethod.Patch, $"tasks/{task["id"]}") { Content = JsonContent.Create(new { reason = "领导批示", text = "改后的任务内容。" }) };
        change.Headers.TryAddWithoutValidation("If-Match", $"\"{task["version"]}\"");
        (await service.Client.SendAsync(change, Stop)).EnsureSuccessStatusCode();
    }

    /// <summary>Fails where Word would find the document damaged.</summary>
    public static void AssertValid(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx, false), isEditable: false);
        var errors = new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, Stop).Select(error => $"{error.Path?.XPath} {error.Description}").ToList();
        Assert.True(errors.Count == 0, string.Join('\n', errors));
    }
}
