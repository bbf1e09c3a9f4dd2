using System.CommandLine;
using YiyuanSafety.Host.Output;
using YiyuanSafety.Host.Web;

namespace YiyuanSafety.Host.Cli;

/// <summary><c>manifest --url https://… [--out FILE] [--id GUID]</c>: the file by which Word is told of the pane, for a service at that address.</summary>
internal static class ManifestCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var url = new Option<string>("--url") { Description = "服务的网址，以 https 开头；Azure Functions 上写到 /api", HelpName = "网址", Required = true };
        var output = new Option<FileInfo?>("--out") { Description = "写到哪个文件（.xml）；不写就显示出来", HelpName = "文件" };
        var id = new Option<string?>("--id") { Description = "加载项的编号（GUID）；同一台电脑上要装两份（如正式和试用）时才用得着", HelpName = "编号" };
        var command = new Command("manifest", "写出 Word 加载项的清单文件，装进 Word 就有“沂源安全”按钮") { url, output, id };
        command.SetAction(parsed => Guarded.Run(() =>
        {
            if (Address(parsed.GetRequiredValue(url)) is not { } service)
                return Wrong("url-unusable", $"网址“{parsed.GetRequiredValue(url)}”不能用。请写 https 开头、不带问号和井号的服务网址，如 https://anwei.example.gov.cn；只有 localhost 可以用 http 试。");
            Guid? identity = null;
            if (parsed.GetValue(id) is { } text)
            {
                if (!Guid.TryParseExact(text, "D", out var given) || given == Guid.Empty)
                    return Wrong("id-unusable", $"编号“{text}”不对。请写 GUID，形如 3f2504e0-4f89-41d3-9a0c-0305e82c3301；不写就用固定的编号。");
                identity = given;
            }

            Write(service, identity, parsed.GetValue(output));
            if (service.Scheme != Uri.UriSchemeHttps)
                Screen.Warn("url-not-https", "Word 要求 https。http://localhost 只能在本机试，按钮的图片可能不显示，网页版和 Mac 版 Word 打不开。");
            return ExitCodes.Done;
        }));
        return command;
    }

    private static void Write(Uri service, Guid? id, FileInfo? output)
    {
        var manifest = AddinManifest.For(service, id);
        if (output is null)
        {
            using var screen = Console.OpenStandardOutput();
            AddinManifest.Write(manifest, screen);
            return;
        }

        OutputFolder.Guarded(output.Name, () =>
        {
            output.Directory?.Create();
            WholeFile.Write(output.FullName, stream => AddinManifest.Write(manifest, stream));
            return output;
        });
        Console.WriteLine($"已写出清单“{output.FullName}”。怎样装进 Word 见 docs/word-addin.md。");
    }

    // The service's own address; the pane's, as it stands in a browser, is understood as well.
    private static Uri? Address(string text)
    {
        if (!Uri.TryCreate(text.Trim(), UriKind.Absolute, out var given) || given is not { UserInfo: "", Query: "", Fragment: "" })
            return null;
        if (given.Scheme != Uri.UriSchemeHttps && !(given.Scheme == Uri.UriSchemeHttp && given.IsLoopback))
            return null;
        var path = given.AbsolutePath.TrimEnd('/');
        if (path.EndsWith("/addin", StringComparison.OrdinalIgnoreCase))
            path = path[..^"/addin".Length];
        return Uri.TryCreate(AddinSettings.Origin(given) + path, UriKind.Absolute, out var service) ? service : null;
    }

    private static int Wrong(string code, string message)
    {
        Screen.Fail(code, message);
        return ExitCodes.WrongUse;
    }
}
