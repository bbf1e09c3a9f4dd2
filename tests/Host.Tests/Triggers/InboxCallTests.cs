using System.Text;
using Microsoft.EntityFrameworkCore;
using YiyuanSafety.Host.Triggers;
using YiyuanSafety.Host.Work;
using YiyuanSafety.Ledger.Records;

namespace YiyuanSafety.Host.Tests.Triggers;

public sealed class InboxCallTests
{
    private static readonly byte[] Plan = Encoding.UTF8.GetBytes("清水县2021年安全生产工作要点\n一、压实责任\n（一）落实企业主体责任。开展检查。（县应急局负责）\n");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("要点.txt", "要点.txt")]
    [InlineData("2021年/三月/要点.txt", "要点.txt")]
    [InlineData("%E8%A6%81%E7%82%B9.txt", "要点.txt")]
    [InlineData("a%2Fb.txt", "b.txt")]
    public async Task A_document_in_the_inbox_is_imported(string blob, string file)
    {
        await using var server = await TriggerServer.StartAsync();

        await server.DoneAsync("Inbox", Payloads.Blob(blob, Plan));

        var job = Assert.Single(await server.JobsAsync());
        Assert.Equal((JobKinds.Import, Inbox.Who, JobState.Queued), (job.Kind, job.By, job.State));
        Assert.Equal([job.Id], server.Announced);
        await server.DoneAsync("Jobs", Payloads.Queue(Payloads.Message(job.Id)));
        await using var ledger = server.Store.Open();
        var import = await ledger.Imports.SingleAsync(Stop);
        Assert.Equal((file, (long)Plan.Length, Inbox.Who), (import.FileName, import.Length, import.By));
    }

    [Fact]
    public async Task A_blob_in_a_string_in_a_string_with_plain_metadata_is_the_same()
    {
        await using var server = await TriggerServer.StartAsync();

        await server.DoneAsync("Inbox", $$$"""{"Data":{"blob":{{{Payloads.Quoted(Payloads.Quoted(Convert.ToBase64String(Plan)))}}}},"Metadata":{"Name":"要点.txt"}}""");

        Assert.Contains("\"name\":\"要点.txt\"", Assert.Single(await server.JobsAsync()).Request, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_that_is_told_of_again_is_imported_once()
    {
        await using var server = await TriggerServer.StartAsync();

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => server.DoneAsync("Inbox", Payloads.Blob("要点.txt", Plan))));
        var job = Assert.Single(await server.JobsAsync());
        await server.DoneAsync("Jobs", Payloads.Queue(Payloads.Message(job.Id)));
        await server.DoneAsync("Inbox", Payloads.Blob("要点.txt", Plan));

        Assert.Single(await server.JobsAsync());
    }

    [Fact]
    public async Task A_document_that_is_put_there_anew_is_tried_again_and_changes_nothing()
    {
        await using var server = await TriggerServer.StartAsync();
        await server.DoneAsync("Inbox", Payloads.Blob("要点.txt", Plan));
        await server.DoneAsync("Inbox", Payloads.Blob("要点（副本）.txt", Plan, "\"0x2\""));
        var first = Assert.Single(await server.JobsAsync());
        await server.DoneAsync("Jobs", Payloads.Queue(Payloads.Message(first.Id)));

        await server.DoneAsync("Inbox", Payloads.Blob("要点.txt", Plan, "\"0x3\""));

        var jobs = await server.JobsAsync();
        Assert.Equal(2, jobs.Count);
        await server.DoneAsync("Jobs", Payloads.Queue(Payloads.Message(jobs[1].Id)));
        await using var ledger = server.Store.Open();
        Assert.Equal((1, 1), (await ledger.Plans.CountAsync(Stop), await ledger.Imports.CountAsync(Stop)));
    }

    [Theory]
    [InlineData("空.docx", "")]
    [InlineData("表格.xls", "0M8R4KGxGuE=")]
    public async Task What_is_no_document_is_an_import_that_failed_with_a_reason(string name, string base64)
    {
        await using var server = await TriggerServer.StartAsync();

        await server.DoneAsync("Inbox", Payloads.Blob(name, Convert.FromBase64String(base64)));
        await server.DoneAsync("Jobs", Payloads.Queue(Payloads.Message(Assert.Single(await server.JobsAsync()).Id)));

        var job = Assert.Single(await server.JobsAsync());
        Assert.Equal(JobState.Failed, job.State);
        Assert.Contains(name, job.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"Data":{},"Metadata":{"name":"\"要点.docx\""}}""")]
    [InlineData("""{"Data":{"blob":null},"Metadata":{"name":"\"要点.docx\""}}""")]
    [InlineData("""{"Data":{"blob":"不是编码"},"Metadata":{"name":"\"要点.docx\""}}""")]
    [InlineData("""{"Data":{"blob":[1,2]},"Metadata":{"name":"要点.docx"}}""")]
    public async Task A_blob_without_content_is_written_down(string call)
    {
        await using var server = await TriggerServer.StartAsync();

        await server.DoneAsync("Inbox", call);

        var job = Assert.Single(await server.JobsAsync());
        Assert.Equal((JobState.Failed, "收件箱中的文件“要点.docx”没有传到。请重新放入收件箱，或在网页上导入。"), (job.State, job.Error));
        Assert.Empty(server.Announced);
    }

    [Theory]
    [InlineData(1500, "“大.docx”过大")]
    [InlineData(4 * 1024 * 1024, "有一个文件过大")]
    public async Task A_blob_that_is_too_large_is_written_down(int length, string reason)
    {
        await using var server = await TriggerServer.StartAsync(maxUpload: 1000);

        await server.DoneAsync("Inbox", Payloads.Blob("大.docx", new byte[length]));

        var job = Assert.Single(await server.JobsAsync());
        Assert.Equal(JobState.Failed, job.State);
        Assert.Contains(reason, job.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("完成50%.docx", "完成50%.docx")]
    [InlineData("a\\b\\c.docx", "c.docx")]
    [InlineData("%00%0a.docx", ".docx")]
    [InlineData("folder/", "folder")]
    [InlineData("..", "未命名文件")]
    [InlineData("", "未命名文件")]
    [InlineData("%2e%2e%2f%2e%2e%2fetc%2fpasswd", "passwd")]
    [InlineData("100%25.docx", "100%.docx")]
    public void A_file_has_the_name_that_people_gave_it(string blob, string file) => Assert.Equal(file, BlobNames.FileName(blob));

    [Fact]
    public void A_name_that_is_too_long_keeps_its_ending()
    {
        var name = BlobNames.FileName(new string('长', 300) + ".docx");

        Assert.Equal(255, name.Length);
        Assert.EndsWith("长.docx", name, StringComparison.Ordinal);
    }
}
