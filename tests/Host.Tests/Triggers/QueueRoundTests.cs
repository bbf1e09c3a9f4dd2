using System.Text;
using Microsoft.Extensions.DependencyInjection;
using YiyuanSafety.Host.Storage;
using YiyuanSafety.Host.Tests.Storage;
using YiyuanSafety.Host.Work;
using YiyuanSafety.Ledger.Records;

namespace YiyuanSafety.Host.Tests.Triggers;

/// <summary>The whole way through a real storage account: inbox, queue, call, files.</summary>
public sealed class QueueRoundTests
{
    private const string Plan = "清水县2021年安全生产工作要点\n一、压实责任\n（一）落实企业主体责任。开展检查。（县应急局负责）\n";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_document_goes_from_the_inbox_through_the_queue_into_the_ledger()
    {
        var account = Azurite.Account();
        await using var server = await TriggerServer.StartAsync(account);
        var queue = account.Jobs();

        await server.DoneAsync("Inbox", Payloads.Blob("要点.txt", Encoding.UTF8.GetBytes(Plan)));
        var message = (await queue.ReceiveMessageAsync(cancellationToken: Stop)).Value;
        await server.DoneAsync("Jobs", Payloads.Queue(message.MessageText));
        await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, Stop);

        var job = Assert.Single(await server.JobsAsync());
        Assert.Equal((JobState.Done, JobMessage.Read(message.MessageText)), (job.State, job.Id));
        var hash = JobJson.Read<ImportRequest>(job.Request).Hash;
        Assert.Equal(Plan, (await account.Files().GetBlobClient(hash).DownloadContentAsync(Stop)).Value.Content.ToString());
    }

    [Fact]
    public async Task A_message_that_was_lost_is_sent_again_by_the_sweep()
    {
        var account = Azurite.Account();
        await using var server = await TriggerServer.StartAsync(account);
        var job = await server.AddJobAsync(DateTimeOffset.UtcNow.AddMinutes(-2));

        await server.DoneAsync("Deadlines", Payloads.Timer);

        Assert.Equal(job, JobMessage.Read((await account.Jobs().ReceiveMessageAsync(cancellationToken: Stop)).Value.MessageText));
        Assert.IsType<BlobBytes>(server.Services.GetRequiredService<Ledger.Bytes.IByteStore>());
    }
}
