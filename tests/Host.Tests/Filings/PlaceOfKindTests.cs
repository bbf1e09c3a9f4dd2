using System.Text;
using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.Filing.Drives;
using YiyuanSafety.Host.Filings;
using YiyuanSafety.Host.Sources;

namespace YiyuanSafety.Host.Tests.Filings;

/// <summary>Kinds of paper that the office puts elsewhere, and patterns that are wrong, found when they are set.</summary>
public sealed class PlaceOfKindTests
{
    [Fact]
    public async Task A_kind_with_a_pattern_of_its_own_goes_there_and_the_others_where_all_go()
    {
        using var test = await DeskCase.BeginAsync();
        var places = Load("""{ "filing": { "path": "{{year}}/{{title}}.docx", "kinds": { "督办函": "{{year}}年/督办/{{title}}.docx" } } }""").Filing;
        var desk = new FilingDesk(test.Store, test.Drive, places, "");
        var letter = DeskCase.Paper("一", "甲函", identity: "a1");
        var notice = DeskCase.Paper("二", "乙通知", identity: "a2");
        await desk.FileAsync(letter, DeskCase.Act, DeskCase.Stop);
        await desk.FileAsync(notice with { Fields = notice.Fields with { Kind = "通知" } }, DeskCase.Act, DeskCase.Stop);

        Assert.Equal(["2021/乙通知.xlsx", "2021年/督办/甲函.xlsx"], test.Files());
    }

    [Theory]
    [InlineData("""{ "filing": { "path": "{{yaer}}/{{title}}.docx" } }""", "yaer")]
    [InlineData("""{ "filing": { "path": "{{title}}.doc" } }""", ".docx")]
    [InlineData("""{ "filing": { "register": "登记簿.docx" } }""", ".xlsx")]
    [InlineData("""{ "filing": { "kinds": { "督办函": "{{if}}.docx" } } }""", "写法有误")]
    public void A_pattern_that_is_none_is_refused_when_it_is_set(string profile, string word) =>
        Assert.Contains(word, Assert.Throws<DriveException>(() => Load(profile)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{ "filing": { "kinds": { "督办涵": "{{title}}.docx" } } }""", "督办涵")]
    [InlineData("""{ "filing": { "kinds": { "督办函": null } } }""", "filing.kinds")]
    [InlineData("""{ "filing": { "kinds": null } }""", "filing")]
    public void A_kind_that_is_none_is_refused_when_it_is_set(string profile, string word) =>
        Assert.Contains(word, Assert.Throws<ProfileException>(() => Load(profile)).Message, StringComparison.Ordinal);

    private static Profile Load(string json)
    {
        var file = new FileInfo(Path.Combine(Directory.CreateTempSubdirectory("profile-").FullName, "profile.json"));
        File.WriteAllText(file.FullName, json, Encoding.UTF8);
        try
        {
            return SourceFiles.Profile(file);
        }
        finally
        {
            file.Directory?.Delete(true);
        }
    }
}
