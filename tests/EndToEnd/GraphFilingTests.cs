using System.Text.Json;
using YiyuanSafety.Tests.Graph;

namespace YiyuanSafety.EndToEnd;

/// <summary>Filing into a library by the real executable, signed in as offices sign in.</summary>
public sealed class GraphFilingTests
{
    private static readonly GraphDoubleOptions Options = new();

    [Fact]
    public async Task The_papers_of_a_draft_go_into_a_library_once_with_the_machines_own_identity()
    {
        using var scratch = new Scratch();
        await using var graph = await GraphDouble.StartAsync();
        Executable.Run("draft", Executable.Sample("yiyuan-2021.txt"), "--out", scratch.Path("out"), "--supervise", "14.3", "--date", "2021-03-01");
        Settings(scratch, new { Endpoint = graph.Endpoint, Drive = graph.DriveId, Root = "安委办" });
        Outcome Run(params string[] arguments) => Executable.RunWith(
            start =>
            {
                start.Environment["IDENTITY_ENDPOINT"] = graph.ManagedIdentity.AbsoluteUri;
                start.Environment["IDENTITY_HEADER"] = graph.ManagedIdentityHeader;
            },
            [.. arguments, "--data", scratch.Path("data")]);

        var check = Run("drive", "check", "公文库");
        Assert.True(check.Code == 0, check.Output + check.Errors);
        Assert.Contains("可以归档。", check.Output, StringComparison.Ordinal);
        Assert.Empty(graph.Library.Files());

        var first = Run("file", scratch.Path("out"), "--to", "公文库");
        Assert.True(first.Code == 0, first.Output + first.Errors);
        Assert.Contains("写入 35 份", first.Output, StringComparison.Ordinal);
        Assert.Equal(36, graph.Library.Files().Count);
        var letter = Assert.Single(graph.Library.Files().Keys, place => place.StartsWith("安委办/2021年/督办函/县住房和城乡建设局/", StringComparison.Ordinal));
        Assert.Equal(("督办函", "无", "2021-03-01"), (graph.Library.Columns(letter)["文种"], graph.Library.Columns(letter)["密级"], graph.Library.Columns(letter)["成文日期"][..10]));

        Assert.Contains("写入 0 份，早已归档 35 份", Run("file", scratch.Path("out"), "--to", "公文库").Output, StringComparison.Ordinal);
        Assert.Contains("完好 35，不见了 0，被人改过 0；另有 0 个", Run("drive", "verify", "公文库").Output, StringComparison.Ordinal);
        graph.Library.Write(letter, "有人改过"u8.ToArray());
        graph.Library.Write("安委办/外来.txt", "别人的"u8.ToArray());
        Assert.Contains("完好 34，不见了 0，被人改过 1；另有 1 个", Run("drive", "verify", "公文库").Output, StringComparison.Ordinal);
        Assert.Empty(graph.Violations);
        Assert.Equal(0, graph.TokensElsewhere);
    }

    [Theory]
    [InlineData("Secret")]
    [InlineData("Certificate")]
    public async Task It_signs_in_as_an_application(string way)
    {
        using var scratch = new Scratch();
        var pem = Certificates.MakePem();
        await using var graph = await GraphDouble.StartAsync(Options with { ClientCertificatePem = pem[..pem.IndexOf("-----BEGIN PRIVATE KEY", StringComparison.Ordinal)] });
        var certificate = scratch.Write("app.pem", System.Text.Encoding.ASCII.GetBytes(pem));
        Settings(scratch, way == "Secret"
            ? new { graph.Endpoint, graph.Login, graph.Site, Options.Tenant, Client = Options.Client, Secret = Options.Secret }
            : new { graph.Endpoint, graph.Login, graph.Site, Options.Tenant, Client = Options.Client, Certificate = certificate });
        var trusted = scratch.Write("login.pem", System.Text.Encoding.ASCII.GetBytes(graph.LoginCertificatePem));

        var check = Executable.RunWith(start => start.Environment["SSL_CERT_FILE"] = trusted, "drive", "check", "公文库", "--data", scratch.Path("data"));

        Assert.True(check.Code == 0, check.Output + check.Errors);
        Assert.DoesNotContain(Options.Secret, check.Output + check.Errors, StringComparison.Ordinal);
        Assert.Empty(graph.Violations);
    }

    [Fact]
    public async Task A_wrong_secret_and_a_wrong_setting_are_told_in_a_sentence()
    {
        using var scratch = new Scratch();
        await using var graph = await GraphDouble.StartAsync();
        var trusted = scratch.Write("login.pem", System.Text.Encoding.ASCII.GetBytes(graph.LoginCertificatePem));
        Outcome Check() => Executable.RunWith(start => start.Environment["SSL_CERT_FILE"] = trusted, "drive", "check", "公文库", "--data", scratch.Path("data"));

        Settings(scratch, new { graph.Endpoint, graph.Login, graph.Site, Options.Tenant, Client = Options.Client, Secret = "wrong" });
        var wrong = Check();
        Assert.NotEqual(0, wrong.Code);
        Assert.Contains("登录 Microsoft 365 失败", wrong.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong", wrong.Output + wrong.Errors, StringComparison.Ordinal);

        Settings(scratch, new { Site = "http://contoso.sharepoint.cn/sites/anwei" });
        Assert.Contains("不是 https 网址", Check().Errors, StringComparison.Ordinal);
        Settings(scratch, new { Site = "https://contoso.sharepoint.cn/sites/anwei", Secret = "x" });
        Assert.Contains("Tenant 和 Client 都要填写", Check().Errors, StringComparison.Ordinal);
    }

    private static void Settings(Scratch scratch, object drive)
    {
        Directory.CreateDirectory(scratch.Path("data"));
        File.WriteAllText(scratch.Path("data/settings.json"), JsonSerializer.Serialize(new { Drives = new Dictionary<string, object> { ["公文库"] = drive } }));
    }
}
