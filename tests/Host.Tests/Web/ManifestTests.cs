using System.Xml.Linq;
using YiyuanSafety.Host.Tests.Api;
using YiyuanSafety.Host.Web;

namespace YiyuanSafety.Host.Tests.Web;

public sealed class ManifestTests
{
    private static readonly XNamespace Commands = "http://schemas.microsoft.com/office/taskpaneappversionoverrides";
    private static readonly XNamespace Types = "http://schemas.microsoft.com/office/officeappbasictypes/1.0";

    private static string Text => File.ReadAllText(Path.Combine(TestService.Root(), "manifest.xml")).ReplaceLineEndings("\n");

    [Fact]
    public void The_manifest_is_as_Word_wants_it() => Assert.Empty(ManifestLint.Problems(XDocument.Parse(Text), Picture));

    [Fact]
    public void The_manifest_inside_the_program_is_that_of_the_repository() =>
        Assert.True(XNode.DeepEquals(XDocument.Parse(Text, LoadOptions.PreserveWhitespace).Root, AddinManifest.Shipped().Root));

    [Theory]
    [InlineData("https://anwei.example.gov.cn", "https://anwei.example.gov.cn")]
    [InlineData("https://anwei.example.gov.cn:8443/", "https://anwei.example.gov.cn:8443")]
    [InlineData("https://yiyuan.azurewebsites.net/api", "https://yiyuan.azurewebsites.net/api")]
    [InlineData("https://localhost", "https://localhost")]
    public void A_manifest_for_another_host_is_as_good_and_says_nothing_of_the_first_one(string service, string root)
    {
        var id = Guid.Parse("3f2504e0-4f89-41d3-9a0c-0305e82c3301");
        using var file = new MemoryStream();
        AddinManifest.Write(AddinManifest.For(new Uri(service), id), file);
        var text = System.Text.Encoding.UTF8.GetString(file.ToArray());
        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<OfficeApp ", text, StringComparison.Ordinal);
        Assert.DoesNotContain(AddinManifest.Home, text, StringComparison.Ordinal);
        Assert.Contains($"<Id>{id}</Id>", text, StringComparison.Ordinal);
        Assert.Contains($"\"{root}/addin/addin.html#/tasks\"", text, StringComparison.Ordinal);
        Assert.Empty(ManifestLint.Problems(XDocument.Parse(text), path => Picture(path.Replace("/api/", "/", StringComparison.Ordinal))));
    }

    [Fact]
    public void The_identity_stays_where_none_is_given()
    {
        var (one, other) = (AddinManifest.For(new Uri("https://a.example"), null), AddinManifest.For(new Uri("https://b.example"), null));
        Assert.Equal(one.Root?.Elements().First().Value, other.Root?.Elements().First().Value);
    }

    [Fact]
    public void Five_buttons_open_five_views_of_one_pane()
    {
        var manifest = XDocument.Parse(Text);
        string Of(string table, XElement? user) => manifest.Descendants(Types + table).Elements()
            .Single(one => (string?)one.Attribute("id") == (string?)user?.Attribute("resid")).Attribute("DefaultValue")?.Value ?? "";
        var buttons = manifest.Descendants(Commands + "Control").Select(button =>
        {
            var action = button.Element(Commands + "Action");
            return (Of("ShortStrings", button.Element(Commands + "Label")), Of("Urls", action?.Element(Commands + "SourceLocation"))[AddinManifest.Home.Length..], action?.Element(Commands + "TaskpaneId")?.Value);
        });
        Assert.Equal(
            [
                ("任务", "/addin/addin.html#/tasks", "YiyuanSafety.Pane"),
                ("插入", "/addin/addin.html#/insert", "YiyuanSafety.Pane"),
                ("更新", "/addin/addin.html#/update", "YiyuanSafety.Pane"),
                ("检查", "/addin/addin.html#/check", "YiyuanSafety.Pane"),
                ("归档", "/addin/addin.html#/file", "YiyuanSafety.Pane"),
            ],
            buttons);
    }

    [Fact]
    public void Every_picture_is_there_in_every_size()
    {
        foreach (var name in new[] { "icon", "tasks", "insert", "update", "check", "file" })
        {
            foreach (var size in new[] { 16, 32, 64, 80, 128 })
                Assert.Equal((size, size), Png.SizeOf(Picture($"/addin/icons/{name}-{size}.png")));
        }
    }

    // Each rule sees its fault: the lint is not empty.
    [Theory]
    [InlineData("  <ProviderName>沂源安全</ProviderName>\n  <DefaultLocale>zh-CN</DefaultLocale>", "  <DefaultLocale>zh-CN</DefaultLocale>\n  <ProviderName>沂源安全</ProviderName>", "order in OfficeApp")]
    [InlineData("<Title resid=\"Tasks.Title\" />", "", "no Title in Supertip")]
    [InlineData("<SupportUrl DefaultValue=\"https://localhost:5443/\" />", "", "no SupportUrl")]
    [InlineData("VersionOverridesV1_0", "VersionOverridesV1_1", "xsi:type of VersionOverrides")]
    [InlineData("<Host Name=\"Document\" />", "<Host Name=\"Workbook\" />", "Host Name")]
    [InlineData("<Set Name=\"WordApi\"", "<Set Name=\"WordAPI\"", "requirement set WordAPI")]
    [InlineData("<Version>1.0.0.0</Version>", "<Version>1.0.0.0-beta</Version>", "Version 1.0.0.0-beta")]
    [InlineData("<DefaultLocale>zh-CN</DefaultLocale>", "<DefaultLocale>zh_CN</DefaultLocale>", "DefaultLocale")]
    [InlineData("<Permissions>ReadWriteDocument</Permissions>", "<Permissions>ReadDocument</Permissions>", "Permissions")]
    [InlineData("<bt:Url id=\"Tasks.Url\"", "<bt:Url id=\"Tasks.Uri\"", "resid Tasks.Url of SourceLocation not found")]
    [InlineData("<Label resid=\"Tasks.Label\" />", "<Label resid=\"Tasks.Description\" />", "resid Tasks.Description of Label not found")]
    [InlineData("<bt:Url id=\"Tasks.Url\"", "<bt:Url id=\"Insert.Url\"", "two resources Insert.Url")]
    [InlineData("\"Group.Label\"", "\"Group.Label.That.Is.Longer.Than.32.Letters\"", "length of resid")]
    [InlineData("id=\"YiyuanSafety.Insert\"", "id=\"YiyuanSafety.Tasks\"", "two controls of one id")]
    [InlineData("Value=\"Tasks\"", "Value=\"Tasks of this year\"", "length of Tasks.Label")]
    [InlineData("Value=\"Tasks\"", "Value=\"任务\"", "language of Tasks.Label")]
    [InlineData("<Override Locale=\"en-US\" Value=\"Yiyuan Safety\" />", "", "locales of DisplayName")]
    [InlineData("\"https://localhost:5443/addin/addin.html#/tasks\"", "\"http://localhost:5443/addin/addin.html#/tasks\"", "address http://")]
    [InlineData("\"https://localhost:5443/addin/addin.html#/tasks\"", "\"https://elsewhere.example/addin/addin.html#/tasks\"", "address https://elsewhere")]
    [InlineData("<AppDomain>https://localhost:5443</AppDomain>", "<AppDomain>https://localhost:5443/</AppDomain>", "AppDomain https://localhost:5443/")]
    [InlineData("<bt:Image size=\"80\" resid=\"Tasks.80\" />", "", "sizes 16 32 64")]
    [InlineData("icons/tasks-16.png", "icons/tasks-32.png", "is not 16")]
    [InlineData("icons/icon-32.png\" />\n  <High", "icons/none.png\" />\n  <High", "is not 32")]
    public void A_fault_is_seen(string right, string wrong, string problem)
    {
        Assert.Contains(right, Text, StringComparison.Ordinal);
        var problems = ManifestLint.Problems(XDocument.Parse(Text.Replace(right, wrong, StringComparison.Ordinal)), Picture);
        Assert.Contains(problems, told => told.Contains(problem, StringComparison.Ordinal));
    }

    private static byte[]? Picture(string path)
    {
        var file = Path.Combine(TestService.Root(), "addin", "public", path.Replace("/addin/", "", StringComparison.Ordinal));
        return File.Exists(file) ? File.ReadAllBytes(file) : null;
    }
}
