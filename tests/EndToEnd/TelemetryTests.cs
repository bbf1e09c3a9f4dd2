using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace YiyuanSafety.EndToEnd;

/// <summary>What the service sends to a collector of OpenTelemetry, and what never.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task Traces_metrics_and_logs_tell_of_the_work_and_hold_no_secret_and_no_text()
    {
        using var collector = new Collector();
        using var scratch = new Scratch();
        await using (var service = await Serving.StartAsync(
            start =>
            {
                start.Environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address;
                start.Environment["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
                start.Environment["OTEL_BSP_SCHEDULE_DELAY"] = "200";
                start.Environment["OTEL_BLRP_SCHEDULE_DELAY"] = "200";
                start.Environment["OTEL_METRIC_EXPORT_INTERVAL"] = "500";
            },
            "--data",
            scratch.Path("data")))
        {
            var plan = await service.ImportAsync("yiyuan-2021-numbered.docx");
            await service.GetAsync($"tasks?plan={plan}&code=SECRET-CODE&q={Uri.EscapeDataString("专题学习")}");
            await service.EndAsync(await service.PostAsync("documents", new { plan }));
            await collector.UntilAsync("/v1/traces", "job draft");
            await collector.UntilAsync("/v1/traces", "/api/v1/tasks");
            await collector.UntilAsync("/v1/metrics", "yiyuan.job.item.duration");
            await collector.UntilAsync("/v1/logs", "draft");
        }

        foreach (var hidden in new[] { "SECRET-CODE", "生命重于泰山", "广泛开展专题学习教育", "县综合行政管理局" })
            Assert.DoesNotContain(hidden, collector.Everything, StringComparison.Ordinal);
    }

    /// <summary>A collector on loopback that keeps what it is sent.</summary>
    private sealed class Collector : IDisposable
    {
        private readonly HttpListener _listener = new();
        private readonly ConcurrentQueue<(string Path, string Text)> _received = new();
        private readonly SemaphoreSlim _more = new(0);

        public Collector()
        {
            using (var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0))
            {
                probe.Start();
                Address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
            }

            _listener.Prefixes.Add(Address + "/");
            _listener.Start();
            _ = ListenAsync();
        }

        public string Address { get; }

        public string Everything => string.Concat(_received.Select(one => one.Text));

        /// <summary>Waits until something with a word in it came to a path.</summary>
        public async Task UntilAsync(string path, string word)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            patience.CancelAfter(TimeSpan.FromSeconds(30));
            while (!_received.Any(one => one.Path == path && one.Text.Contains(word, StringComparison.Ordinal)))
                await _more.WaitAsync(patience.Token);
        }

        public void Dispose()
        {
            _listener.Close();
            _more.Dispose();
        }

        private async Task ListenAsync()
        {
            while (_listener.IsListening)
            {
                try
                {
                    var context = await _listener.GetContextAsync();
                    using var text = new StreamReader(context.Request.InputStream, Encoding.UTF8);
                    _received.Enqueue((context.Request.Url?.AbsolutePath ?? "", await text.ReadToEndAsync()));
                    context.Response.ContentType = "application/x-protobuf";
                    context.Response.Close();
                    _more.Release();
                }
                catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
                {
                    return;
                }
            }
        }
    }
}
