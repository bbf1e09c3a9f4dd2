using System.Text.Json;

namespace YiyuanSafety.WorkPoints.Tests.Understanding;

/// <summary>The sample against its hand-made labels, in every form it may arrive in.</summary>
public sealed class AcceptanceTests
{
    [Theory]
    [InlineData("yiyuan-2021.txt")]
    [InlineData("yiyuan-2021-typed.docx")]
    [InlineData("yiyuan-2021-numbered.docx")]
    [InlineData("yiyuan-2021.pdf")]
    public void The_sample_is_understood_as_labelled(string file)
    {
        var document = WorkPointsParser.Parse(Samples.Read(file), Samples.Yiyuan());
        using var labels = JsonDocument.Parse(File.ReadAllText(Samples.Path("yiyuan-2021.gold.json")));
        var wanted = labels.RootElement.GetProperty("tasks").EnumerateArray().ToList();

        Assert.Equal(wanted.Count, document.Tasks.Count);
        foreach (var (label, task) in wanted.Zip(document.Tasks))
        {
            Assert.Equal(Text(label, "id"), task.Id);
            Assert.Equal(Fold(Text(label, "section")), Fold(task.Section));
            Assert.Equal(Fold(Text(label, "title")), Fold(task.Title));
            Assert.Equal(Fold(Text(label, "text")), Fold(task.Text));
            Assert.Equal(Fold(Text(label, "responsibility")), Fold(task.Responsibility));
            Assert.Equal(
                label.GetProperty("parties").EnumerateArray().Select(party => (Text(party, "role"), Fold(Text(party, "mention")), Text(party, "canonical"), Text(party, "kind"))),
                task.Parties.Select(party => (WorkPointsJson.Word(party.Role), Fold(party.Mention), party.Canonical, party.Kind == BodyKind.Group ? "group" : "department")));
        }

        Assert.Equal("沂源县2021年安全生产工作要点", document.Document.Title);
        Assert.Equal("沂源县安全生产委员会", document.Document.Issuer);
        Assert.Equal("源安委发〔2021〕7号", document.Document.DocumentNumber);
        Assert.Equal(2021, document.Document.Year);
    }

    [Fact]
    public void A_slip_in_a_name_is_matched_marked_and_reported()
    {
        var document = WorkPointsParser.Parse(Samples.Read("yiyuan-2021.txt"), Samples.Yiyuan());
        var party = document.Tasks.Single(task => task.Id == "17.1").Parties.Single(party => party.Mention == "县综合行政管理局");
        Assert.Equal("县综合行政执法局", party.Canonical);
        Assert.True(party.NeedsReview);
        Assert.Contains(document.Findings, finding => finding.Code == FindingCodes.BodyNear && finding.Task == "17.1");
    }

    [Fact]
    public void Measures_deliverables_and_rhythms_are_quoted_exactly()
    {
        var tasks = WorkPointsParser.Parse(Samples.Read("yiyuan-2021.txt"), Samples.Yiyuan()).Tasks.ToDictionary(task => task.Id);
        Assert.Equal(["每个镇(街道、开发区)至少列出10项", "重点部门至少3项"], tasks["9.1"].Measures.Select(measure => measure.Text));
        Assert.Equal("《沂源县安全生产工作任务分工》", Assert.Single(tasks["5.1"].Deliverables).Name);
        Assert.Equal("出台", Assert.Single(tasks["29.1"].Deliverables).Action);
        Assert.Contains(tasks["30.3"].Recurrence, recurrence => recurrence is { Text: "每半年至少开展一次应急演练", Period: "P6M", Times: 1 });
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";

    // As the acceptance scorer folds: width, white space, commas, stops, colons.
    private static string Fold(string text) => new([.. text
        .Select(c => c switch { '（' => '(', '）' => ')', '＋' => '+', '‘' => '‘', '：' => ':', '；' => ';', _ => c })
        .Where(c => !char.IsWhiteSpace(c) && !"，,。；;：:、".Contains(c, StringComparison.Ordinal))]);
}
