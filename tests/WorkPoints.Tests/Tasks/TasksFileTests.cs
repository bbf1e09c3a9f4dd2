using System.Text;

namespace YiyuanSafety.WorkPoints.Tests.Tasks;

public sealed class TasksFileTests
{
    private const string Small = """
        {
          "document": { "title": "要点", "issuer": null, "documentNumber": null, "year": 2021 },
          "outline": [],
          "tasks": [
            {
              "id": "1.1", "item": "1", "clause": 1, "section": "", "title": "", "text": "做。", "responsibility": "县应急局负责",
              "parties": [ { "role": "lead", "mention": "县应急局", "canonical": "县应急局", "kind": "department", "needsReview": false } ],
              "deadlines": [ { "text": "6月底前", "due": "2021-06-30" } ],
              "addedByANewerProgram": 7
            }
          ],
          "findings": []
        }
        """;

    [Fact]
    public void What_was_written_reads_back_the_same()
    {
        var document = WorkPointsParser.Parse(Samples.Read("yiyuan-2021.txt"), Samples.Yiyuan());
        var written = Json(document);

        var read = TasksFile.Read(new MemoryStream(written));

        Assert.Equal(60, read.Tasks.Count);
        Assert.Equal(Encoding.UTF8.GetString(written), Encoding.UTF8.GetString(Json(read)));
    }

    [Fact]
    public void Unknown_members_are_passed_over_and_lists_may_be_left_out()
    {
        var task = Assert.Single(Read(Small).Tasks);

        Assert.Equal(PartyRole.Lead, Assert.Single(task.Parties).Role);
        Assert.Equal(new DateOnly(2021, 6, 30), Assert.Single(task.Deadlines).Due);
        Assert.Empty(task.Recurrence);
    }

    [Theory]
    [InlineData("", "第 1 行")]
    [InlineData("null", "null")]
    [InlineData("[]", "$")]
    [InlineData("{}", "缺项")]
    [InlineData("\"role\": \"lead\"|\"role\": \"chief\"", "$.tasks[0].parties[0].role")]
    [InlineData("\"role\": \"lead\"|\"role\": 0", "$.tasks[0].parties[0].role")]
    [InlineData("\"clause\": 1|\"clause\": \"一\"", "第 6 行")]
    [InlineData("\"text\": \"做。\"|\"text\": null", "$.tasks[0].text")]
    [InlineData("\"id\": \"1.1\", |", "缺项")]
    [InlineData("2021-06-30|6月底", "$.tasks[0].deadlines[0].due")]
    [InlineData("\"findings\": []|\"findings\": [null]", "null")]
    [InlineData("{ \"role\": \"lead\"|null, { \"role\": \"lead\"", "null")]
    public void What_is_wrong_is_said_with_its_place(string change, string said)
    {
        var json = change.Split('|') is [var from, var to] ? Small.Replace(from, to, StringComparison.Ordinal) : change;

        var error = Assert.Throws<TasksFileException>(() => Read(json));

        Assert.Equal("tasks-invalid", error.Code);
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
        Assert.EndsWith("。", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_tasks_of_one_id_are_refused()
    {
        var one = Small[Small.IndexOf("{\n      \"id\"", StringComparison.Ordinal)..Small.IndexOf("\n  ],\n  \"findings\"", StringComparison.Ordinal)];

        var error = Assert.Throws<TasksFileException>(() => Read(Small.Replace(one, $"{one}, {one}", StringComparison.Ordinal)));

        Assert.Contains("“1.1”", error.Message, StringComparison.Ordinal);
    }

    private static WorkPointsDocument Read(string json) => TasksFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)));

    private static byte[] Json(WorkPointsDocument document)
    {
        using var output = new MemoryStream();
        WorkPointsJson.Write(document, output);
        return output.ToArray();
    }
}
