using Azure.Storage.Queues;
using Microsoft.Extensions.Logging;
using YiyuanSafety.Host.Storage;
using YiyuanSafety.Host.Tests.Access;

namespace YiyuanSafety.Host.Tests.Storage;

public sealed class JobQueueTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_job_is_announced_in_a_queue_that_is_made_when_missing_as_the_trigger_reads_it()
    {
        var client = Azurite.Account().Jobs();
        var queue = new JobQueue(client, Logs(out _));
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());

        await queue.AnnounceAsync(first, Stop);
        await queue.AnnounceAsync(second, Stop);

        var messages = (await client.ReceiveMessagesAsync(10, cancellationToken: Stop)).Value;
        Assert.Equal([first, second], messages.Select(message => JobMessage.Read(message.MessageText)));
        Assert.Equal($$"""{"job":"{{first}}"}""", messages[0].MessageText);

        // On the wire it is Base64: without it the trigger of Azure Functions throws the message away.
        var raw = new QueueClient(Azurite.Account().ConnectionString, client.Name, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.None });
        await queue.AnnounceAsync(first, Stop);
        Assert.Equal(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(messages[0].MessageText)), (await raw.PeekMessageAsync(Stop)).Value.MessageText);
    }

    [Fact]
    public async Task A_queue_that_does_not_answer_is_a_line_in_the_log_and_no_failure()
    {
        var options = new QueueClientOptions { Retry = { MaxRetries = 1, Delay = TimeSpan.FromMilliseconds(1) } };
        var queue = new JobQueue(new QueueClient(new Uri("http://127.0.0.1:1/devstoreaccount1/jobs"), options), Logs(out var logs));
        var job = Guid.NewGuid();

        await queue.AnnounceAsync(job, Stop);

        Assert.Contains(logs.Lines, line => line.Contains("Warning", StringComparison.Ordinal) && line.Contains(job.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"job":7}""")]
    [InlineData("""{"job":"seven"}""")]
    [InlineData("""{"job":"\ud800"}""")]
    [InlineData("""{"job":"3f2504e0-4f89-11d3-9a0c-0305e82c3301""")]
    public void What_is_no_message_of_ours_names_no_job(string message) => Assert.Null(JobMessage.Read(message));

    private static ILogger<JobQueue> Logs(out LogCapture logs)
    {
        var capture = logs = new LogCapture();
        return LoggerFactory.Create(logging => logging.AddProvider(capture)).CreateLogger<JobQueue>();
    }
}
