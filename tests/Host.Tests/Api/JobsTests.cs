using System.Net;
using System.Text.Json.Nodes;
using YiyuanSafety.Ledger.Bytes;

namespace YiyuanSafety.Host.Tests.Api;

/// <summary>Watching, stopping and retrying work.</summary>
public sealed class JobsTests
{
    [Theory]
    [MemberData(nameof(TestService.Stores), MemberType = typeof(TestService))]
    public async Task A_job_is_stopped_keeps_what_it_made_and_goes_on_later(string store)
    {
        // Papers wait at a gate, so that the job is in the middle when it is stopped.
        var gate = new Gate();
        await using var service = await TestService.StartAsync(store, parts: services => gate.Guard(services));
        var plan = await service.ImportSampleAsync();
        gate.CloseAfter(5);
        var job = await service.PostAsync("documents", new { plan }, HttpStatusCode.Accepted);
        var path = $"jobs/{TestService.Text(job, "id")}";
        await gate.Reached;
        Assert.Equal("running", TestService.Text(await service.GetAsync(path), "state"));
        Assert.True((await service.PostAsync(path + "/cancel", new { }))["isCancelling"]?.GetValue<bool>());
        var ended = await service.EndAsync(job);
        Assert.Equal("cancelled", TestService.Text(ended, "state"));
        Assert.Equal("5", TestService.Text(ended, "done"));
        Assert.Equal(5, TestService.Items(await service.GetAsync($"documents?plan={plan}&limit=500")).Count(paper => paper["revision"]?.GetValue<int>() == 1));

        gate.Open();
        var again = await service.EndAsync(await service.PostAsync(path + "/retry", new { }));
        Assert.Equal(("done", "34"), (TestService.Text(again, "state"), TestService.Text(again, "done")));
        await service.PostAsync(path + "/retry", new { }, HttpStatusCode.Conflict);
        Assert.Equal("done", TestService.Text(await service.PostAsync(path + "/cancel", new { }), "state"));
    }

    [Fact]
    public async Task Progress_is_told_while_it_runs()
    {
        var gate = new Gate();
        await using var service = await TestService.StartAsync(parts: services => gate.Guard(services));
        var plan = await service.ImportSampleAsync();
        gate.CloseAfter(3);
        var job = await service.PostAsync("documents", new { plan }, HttpStatusCode.Accepted);
        List<JsonNode> told = [];
        await using (var stream = await service.Client.GetStreamAsync($"jobs/{TestService.Text(job, "id")}/events", TestService.Stop))
        {
            await foreach (var item in System.Net.ServerSentEvents.SseParser.Create(stream).EnumerateAsync(TestService.Stop))
            {
                Assert.Equal("job", item.EventType);
                told.Add(JsonNode.Parse(item.Data) ?? throw new InvalidOperationException());
                if (TestService.Text(told[^1], "done") == "3" && TestService.Text(told[^1], "current").Length > 0)
                    gate.Open();
            }
        }

        Assert.Equal(("done", "34"), (TestService.Text(told[^1], "state"), TestService.Text(told[^1], "done")));
        Assert.Contains(told, one => TestService.Text(one, "done") == "3" && TestService.Text(one, "state") == "running");
        Assert.Equal(told.Select(one => one["done"]?.GetValue<int>() ?? 0).Order(), told.Select(one => one["done"]?.GetValue<int>() ?? 0));
    }

    [Fact]
    public async Task A_job_that_is_not_there_is_a_problem_and_no_empty_stream()
    {
        await using var service = await TestService.StartAsync();
        foreach (var path in new[] { "", "/items", "/events" })
            Assert.Equal("not-found", TestService.Text(await service.GetAsync($"jobs/{Guid.NewGuid()}{path}", HttpStatusCode.NotFound), "code"));
        await service.PostAsync($"jobs/{Guid.NewGuid()}/cancel", new { }, HttpStatusCode.NotFound);
    }

    /// <summary>Lets some files into the byte store and holds the others back.</summary>
    private sealed class Gate
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _left = int.MaxValue;

        public Task Reached => _reached.Task;

        public void CloseAfter(int files) => Volatile.Write(ref _left, files);

        public void Open()
        {
            CloseAfter(int.MaxValue);
            _open.TrySetResult();
        }

        public void Guard(Microsoft.Extensions.DependencyInjection.IServiceCollection services)
        {
            var usual = services.Last(one => one.ServiceType == typeof(IByteStore));
            services.Remove(usual);
            services.Add(new(typeof(IByteStore), new Guarded(this, (IByteStore)(usual.ImplementationInstance ?? throw new InvalidOperationException()))));
        }

        private async Task PassAsync(CancellationToken cancellation)
        {
            if (Interlocked.Decrement(ref _left) >= 0)
                return;
            _reached.TrySetResult();
            await _open.Task.WaitAsync(cancellation);
        }

        private sealed class Guarded(Gate gate, IByteStore inner) : IByteStore
        {
            public async Task<(string Hash, long Length)> PutAsync(Stream content, CancellationToken cancellation)
            {
                await gate.PassAsync(cancellation);
                return await inner.PutAsync(content, cancellation);
            }

            public Task<Stream?> OpenAsync(string hash, CancellationToken cancellation) => inner.OpenAsync(hash, cancellation);

            public Task<string?> TroubleAsync(CancellationToken cancellation) => inner.TroubleAsync(cancellation);
        }
    }
}
