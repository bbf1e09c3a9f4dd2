using System.Text;
using System.Text.Json;
using YiyuanSafety.Drafting.Papers;

namespace YiyuanSafety.Drafting.Tests.Papers;

/// <summary>Orders that cannot be carried out, and what is said of them.</summary>
public sealed class OrderTests
{
    [Theory]
    [InlineData("{ \"elements\": { \"classification\": \"秘密\" } }")]
    [InlineData("{ \"elements\": { \"classification\": \"内部\" } }")]
    [InlineData("{ \"elements\": { \"note\": \"机密★1年\" } }")]
    [InlineData("{ \"elements\": { \"urgency\": \"绝密\" } }")]
    public void A_classified_paper_is_never_made_and_the_reason_is_given(string json)
    {
        var error = Refused(PaperKind.Notice, json);

        Assert.Equal(OrderException.Classified, error.Code);
        Assert.Contains("涉密文件必须在涉密计算机上起草", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PaperKind.Notice, "{ \"elements\": { \"copyNumber\": \"12\" } }", "6位数字")]
    [InlineData(PaperKind.Notice, "{ \"elements\": { \"urgency\": \"紧急\" } }", "“特急”或“加急”")]
    [InlineData(PaperKind.Notice, "{ \"elements\": { \"serial\": 0 } }", "1以上")]
    [InlineData(PaperKind.Notice, "{ \"elements\": { \"attachment\": [] } }", "$.elements.attachment")]
    [InlineData(PaperKind.Notice, "{ \"elements\": null }", "$.elements")]
    [InlineData(PaperKind.Notice, "{ \"date\": \"3月5日\" }", "$.date")]
    [InlineData(PaperKind.Notice, "[", "第 1 行")]
    [InlineData(PaperKind.Notice, "null", "null")]
    [InlineData(PaperKind.TaskSheet, "{}", "body 没有填写")]
    [InlineData(PaperKind.SupervisionLetter, "{}", "tasks 没有填写")]
    [InlineData(PaperKind.SupervisionLetter, "{ \"tasks\": [\"1.1\"], \"earlier\": [ { \"number\": \"1号\", \"kind\": \"通报\" } ] }", "earlier[0].kind 不对")]
    [InlineData(PaperKind.SupervisionLetter, "{ \"tasks\": [\"1.1\"], \"earlier\": [ null ] }", "earlier[0].kind 不对")]
    [InlineData(PaperKind.SupervisionLetter, "{ \"tasks\": [\"1.1\"], \"dues\": { \"1.1\": \"6月底\" } }", "$.dues")]
    [InlineData(PaperKind.SupervisionLetter, "{ \"tasks\": [\"1.1\"], \"round\": -1 }", "round 不能是负数")]
    [InlineData(PaperKind.DeploymentNotice, "{}", "deployment 没有填写")]
    [InlineData(PaperKind.DeploymentNotice, "{ \"deployment\": { \"subject\": \"做好工作\", \"purpose\": \"为了安全\" } }", "deployment.sections 是空的")]
    [InlineData(PaperKind.DeploymentNotice, "{ \"deployment\": { \"subject\": \"做好工作\", \"purpose\": \"为了安全\", \"sections\": [ { \"title\": \"甲\" } ] } }", "deployment.sections[0] 只有标题")]
    [InlineData(PaperKind.ListedNotice, "{}", "没有督办事项")]
    [InlineData(PaperKind.ListedNotice, "{ \"listed\": { \"matters\": [ { \"name\": \"甲\", \"fact\": \"乙\", \"requirement\": \"丙\" } ] } }", "listed.matters[0].body 没有填写")]
    [InlineData(PaperKind.Bulletin, "{ \"bulletin\": { \"summary\": \"好\", \"rows\": [ { \"body\": \"县应急局\", \"total\": 3, \"done\": 4 } ] } }", "bulletin.rows[0]（县应急局）的数不对")]
    [InlineData(PaperKind.ProgressBulletin, "{}", "progress 没有填写")]
    [InlineData(PaperKind.ProgressBulletin, "{ \"progress\": { \"tasks\": 3 } }", "progress.asOf 没有填写")]
    [InlineData(PaperKind.ProgressBulletin, "{ \"progress\": { \"asOf\": \"2022-06-30\", \"bodies\": [ { \"name\": \"县应急局\", \"counts\": { \"done\": -1 } } ] } }", "progress.bodies[0].counts 的数不对")]
    [InlineData(PaperKind.ProgressBulletin, "{ \"progress\": { \"asOf\": \"2022-06-30\", \"sections\": [ { \"counts\": { \"done\": 1 } } ] } }", "progress.sections[0].name 没有填写")]
    [InlineData(PaperKind.ProgressBulletin, "{ \"progress\": { \"asOf\": \"2022-06-30\", \"trend\": [ { \"month\": \"6月\", \"done\": -2 } ] } }", "progress.trend[0]（6月）的数不对")]
    [InlineData(PaperKind.Minutes, "{ \"minutes\": { \"name\": \"纪要\" } }", "minutes.meeting 没有填写")]
    public void What_is_wrong_is_said_with_its_place(PaperKind kind, string json, string said)
    {
        var error = Refused(kind, json);

        Assert.Equal(OrderException.Invalid, error.Code);
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
        Assert.EndsWith("。", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_word_secret_in_a_sentence_classifies_nothing()
    {
        var order = OrderFile.Read(Stream("{ \"elements\": { \"note\": \"请注意保守企业商业秘密\" } }"), PaperKind.Notice);

        Assert.IsType<Notice>(new PaperDrafts(SmallDocument.Request).Of(order));
    }

    [Fact]
    public void The_schema_and_the_program_know_the_same_members()
    {
        using var schema = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "templates", "order.schema.json")));
        var root = schema.RootElement.GetProperty("properties");

        Same<PaperOrder>(root, "$schema", "kind");
        Same<PaperElements>(root.GetProperty("elements").GetProperty("properties"));
        Same<DeploymentText>(Text(root, "deployment"));
        Same<ListedText>(Text(root, "listed"));
        Same<BulletinText>(Text(root, "bulletin"));
        Same<MinutesText>(Text(root, "minutes"));
        var progress = Text(root, "progress");
        Same<ProgressText>(progress);
        Same<ProgressCounts>(progress.GetProperty("overall").GetProperty("properties"));
        Same<ProgressRow>(Items(progress, "sections"));
        Same<ProgressRow>(Items(progress, "bodies"));
        Same<OverdueEntry>(Items(progress, "overdue"));
        Same<SentLetter>(Items(progress, "letters"));
        Same<TrendPoint>(Items(progress, "trend"));
        Same<EarlierPaper>(Items(root, "earlier"));
    }

    private static void Same<T>(JsonElement properties, params string[] notInBoth) => Assert.Equal(
        typeof(T).GetProperties().Select(member => JsonNamingPolicy.CamelCase.ConvertName(member.Name)).Except(notInBoth).Order(),
        properties.EnumerateObject().Select(member => member.Name).Except(notInBoth).Order());

    private static JsonElement Text(JsonElement root, string name) => root.GetProperty(name).GetProperty("anyOf")[0].GetProperty("properties");

    private static JsonElement Items(JsonElement of, string name) => of.GetProperty(name).GetProperty("items").GetProperty("properties");

    private static OrderException Refused(PaperKind kind, string json) =>
        Assert.Throws<OrderException>(() => new PaperDrafts(SmallDocument.Request).Of(OrderFile.Read(Stream(json), kind)));

    private static MemoryStream Stream(string json) => new(Encoding.UTF8.GetBytes(json));
}
