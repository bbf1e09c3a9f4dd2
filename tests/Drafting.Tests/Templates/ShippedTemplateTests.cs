using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using YiyuanSafety.Templates;

namespace YiyuanSafety.Drafting.Tests.Templates;

public class ShippedTemplateTests
{
    public static TheoryData<string> Files => [.. ShippedTemplates.All.Keys];

    [Theory]
    [MemberData(nameof(Files))]
    public void The_committed_template_is_what_the_builder_makes(string file)
    {
        using var zip = ZipFile.OpenRead(PathOf(file));
        var wanted = ShippedTemplates.All[file].Parts;
        Assert.Equal(wanted.Select(part => part.Key), zip.Entries.Select(entry => entry.FullName));
        foreach (var (name, content) in wanted)
        {
            using var reader = new StreamReader(zip.GetEntry(name)?.Open() ?? Stream.Null, Encoding.UTF8);
            Assert.True(
                reader.ReadToEnd() == Encoding.UTF8.GetString(content),
                $"{file} 的 {name} 与 templates/Builder 生成的不一致：请运行 dotnet run --project templates/Builder -- templates");
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_template_is_a_valid_document(string file)
    {
        using var document = WordprocessingDocument.Open(PathOf(file), false);
        var errors = new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken)
            .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}").ToList();
        Assert.True(errors.Count == 0, string.Join('\n', errors.Take(5)));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void No_font_comes_from_a_theme_and_none_is_embedded(string file)
    {
        using var zip = ZipFile.OpenRead(PathOf(file));
        Assert.DoesNotContain(zip.Entries, entry => entry.FullName.Contains("font", StringComparison.OrdinalIgnoreCase) && entry.FullName != "word/fontTable.xml");
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            Assert.DoesNotContain("Theme=", reader.ReadToEnd(), StringComparison.Ordinal);
        }
    }

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "templates", file);
}
