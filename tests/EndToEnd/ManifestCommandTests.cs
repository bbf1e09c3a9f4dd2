using System.Xml.Linq;

namespace YiyuanSafety.EndToEnd;

/// <summary><c>manifest</c> on the real executable.</summary>
public sealed class ManifestCommandTests
{
    private static readonly XNamespace App = "http://schemas.microsoft.com/office/appforoffice/1.1";

    [Fact]
    public void A_manifest_is_written_into_a_file_for_the_host_that_was_asked_for()
    {
        using var scratch = new Scratch();
        var outcome = Executable.Run("manifest", "--url", "https://anwei.example.gov.cn:8443/", "--out", scratch.Path("装/manifest.xml"));
        Assert.Equal((0, ""), (outcome.Code, outcome.Errors));
        Assert.Contains(scratch.Path("装/manifest.xml"), outcome.Output, StringComparison.Ordinal);
        var bytes = File.ReadAllBytes(scratch.Path("装/manifest.xml"));
        Assert.True(bytes.AsSpan().StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>"u8));
        var manifest = XDocument.Parse(System.Text.Encoding.UTF8.GetString(bytes));
        Assert.Equal("https://anwei.example.gov.cn:8443/addin/addin.html", Location(manifest));
        Assert.DoesNotContain("localhost", manifest.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://yiyuan.azurewebsites.net/api", "https://yiyuan.azurewebsites.net/api/addin/addin.html")]
    [InlineData("https://anwei.example.gov.cn/addin/", "https://anwei.example.gov.cn/addin/addin.html")]
    [InlineData("https://localhost:5443", "https://localhost:5443/addin/addin.html")]
    public void Without_a_file_it_is_printed_and_nothing_else_is(string url, string location)
    {
        var outcome = Executable.Run("manifest", "--url", url, "--id", "3F2504E0-4F89-41D3-9A0C-0305E82C3301");
        Assert.Equal((0, ""), (outcome.Code, outcome.Errors));
        var manifest = XDocument.Parse(outcome.Output);
        Assert.Equal(location, Location(manifest));
        Assert.Equal("3f2504e0-4f89-41d3-9a0c-0305e82c3301", manifest.Root?.Element(App + "Id")?.Value);
    }

    [Fact]
    public void Http_is_for_this_machine_alone_and_said_to_be_a_trial()
    {
        var outcome = Executable.Run("manifest", "--url", "http://localhost:5080");
        Assert.Equal(0, outcome.Code);
        Assert.Contains("[url-not-https]", outcome.Errors, StringComparison.Ordinal);
        Assert.Equal("http://localhost:5080/addin/addin.html", Location(XDocument.Parse(outcome.Output)));
    }

    [Theory]
    [InlineData("url-unusable", "--url", "http://anwei.example.gov.cn")]
    [InlineData("url-unusable", "--url", "anwei.example.gov.cn")]
    [InlineData("url-unusable", "--url", "https://anwei.example.gov.cn/?a=1")]
    [InlineData("url-unusable", "--url", "https://a:b@anwei.example.gov.cn")]
    [InlineData("url-unusable", "--url", "file:///etc/passwd")]
    [InlineData("id-unusable", "--url", "https://anwei.example.gov.cn", "--id", "1")]
    [InlineData("wrong-use")]
    public void What_cannot_be_is_told_in_a_sentence(string code, params string[] arguments)
    {
        var outcome = Executable.Run(["manifest", .. arguments]);
        Assert.Equal((2, ""), (outcome.Code, outcome.Output));
        Assert.Contains($"[{code}]", outcome.Errors, StringComparison.Ordinal);
        Assert.Contains("。", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_told()
    {
        using var scratch = new Scratch();
        var outcome = Executable.Run("manifest", "--url", "https://anwei.example.gov.cn", "--out", Path.Combine(scratch.Write("file", []), "manifest.xml"));
        Assert.Equal(4, outcome.Code);
        Assert.DoesNotContain("   at ", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pane_named_in_the_manifest_is_served()
    {
        using var scratch = new Scratch();
        await using var service = await Serving.StartAsync(start => start.Environment["YIYUAN__ADDIN__OFFICEJS"] = "china", "--data", scratch.Path("data"));
        var printed = Executable.Run("manifest", "--url", $"http://localhost:{service.Address.Port}");
        using var answer = await service.Client.GetAsync(new Uri(Location(XDocument.Parse(printed.Output))), TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        Assert.Contains("https://appsforoffice.cdn.partner.office365.cn;", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.StartsWith("https://appsforoffice.cdn.partner.office365.cn/", $"{(await service.GetAsync("info"))["officeJs"]}", StringComparison.Ordinal);
    }

    private static string Location(XDocument manifest) => (string?)manifest.Descendants(App + "SourceLocation").Single().Attribute("DefaultValue") ?? "";
}
