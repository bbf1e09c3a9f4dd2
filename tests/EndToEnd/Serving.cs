using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace YiyuanSafety.EndToEnd;

/// <summary>The real executable as a service, in a process that can be killed.</summary>
internal sealed class Serving : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    private Serving(Process process, Uri address, Task<string> errors)
    {
        (_process, _errors) = (process, errors);
        Address = address;
        Client = new HttpClient { BaseAddress = new Uri(address, "/api/v1/") };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Starts a process without waiting for it to serve.</summary>
    public static Process Spawn(Action<ProcessStartInfo> prepare, params string[] arguments) => Executable.Start(
        start =>
        {
            // A test asks faster than any person.
            start.Environment["YIYUAN__ACCESS__RATELIMIT__PERMINUTE"] = "1000000";
            start.Environment["YIYUAN__ACCESS__RATELIMIT__BURST"] = "1000000";
            prepare(start);
        },
        ["serve", "--urls", "http://127.0.0.1:0", .. arguments]);

    /// <summary>Starts a service and waits for its one line.</summary>
    public static Task<Serving> StartAsync(string data, params string[] arguments) => StartAsync(static _ => { }, ["--data", data, .. arguments]);

    /// <inheritdoc cref="StartAsync(string, string[])"/>
    public static async Task<Serving> StartAsync(Action<ProcessStartInfo> prepare, params string[] arguments)
    {
        var process = Spawn(prepare, arguments);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        while (await process.StandardOutput.ReadLineAsync(Stop) is { } line)
        {
            if (line.IndexOf("http://", StringComparison.Ordinal) is >= 0 and var at)
                return new Serving(process, new Uri(line[at..].Trim()), errors);
        }

        throw new InvalidOperationException("The service did not start: " + await errors);
    }

    public async Task<JsonNode> GetAsync(string path) => await ReadAsync(await Client.GetAsync(path, Stop), HttpStatusCode.OK);

    public async Task<JsonNode> PostAsync(string path, object body, HttpStatusCode status = HttpStatusCode.Accepted) =>
        await ReadAsync(await Client.PostAsJsonAsync(path, body, Stop), status);

    /// <summary>Imports a sample and waits; the plan.</summary>
    public Task<string> ImportAsync(string sample) => ImportFileAsync(Executable.Sample(sample));

    /// <summary>Imports a file and waits; the plan.</summary>
    public async Task<string> ImportFileAsync(string path)
    {
        using var body = new ByteArrayContent(await File.ReadAllBytesAsync(path, Stop));
        body.Headers.ContentType = new("application/octet-stream");
        var job = await EndAsync(await ReadAsync(await Client.PostAsync($"imports?name={Uri.EscapeDataString(Path.GetFileName(path))}", body, Stop), HttpStatusCode.Accepted));
        Assert.Equal("done", $"{job["state"]}");
        return $"{job["planId"]}";
    }

    /// <summary>Watches a job to its end.</summary>
    public async Task<JsonNode> EndAsync(JsonNode job)
    {
        await foreach (var now in WatchAsync($"{job["id"]}"))
            job = now;
        return job;
    }

    /// <summary>What a job tells of itself until it has ended.</summary>
    public async IAsyncEnumerable<JsonNode> WatchAsync(string job)
    {
        await using var stream = await Client.GetStreamAsync($"jobs/{job}/events", Stop);
        await foreach (var item in System.Net.ServerSentEvents.SseParser.Create(stream).EnumerateAsync(Stop))
            yield return JsonNode.Parse(item.Data) ?? throw new InvalidOperationException();
    }

    /// <summary>All rows of a list.</summary>
    public async Task<List<JsonNode>> AllAsync(string path)
    {
        List<JsonNode> all = [];
        for (var cursor = ""; cursor is not null;)
        {
            var page = await GetAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}limit=500&cursor={cursor}");
            all.AddRange((page["items"]?.AsArray() ?? []).OfType<JsonNode>());
            cursor = page["next"]?.GetValue<string>();
        }

        return all;
    }

    /// <summary>Kills the process as a power cut would: nothing of it runs any more when this returns.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited)
            await KillAsync();
        await _errors;
        _process.Dispose();
    }

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        using (answer)
        {
            var text = await answer.Content.ReadAsStringAsync(Stop);
            Assert.True(answer.StatusCode == status, $"{(int)answer.StatusCode}: {text}");
            return JsonNode.Parse(text) ?? throw new InvalidOperationException();
        }
    }
}
