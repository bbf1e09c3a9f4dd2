using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using YiyuanSafety.Host.Access;
using YiyuanSafety.Host.Service;
using YiyuanSafety.Ledger.Stores;
using YiyuanSafety.Tests;

namespace YiyuanSafety.Host.Tests.Api;

/// <summary>The whole service on a free port, with a ledger and a folder of its own.</summary>
internal sealed class TestService : IAsyncDisposable
{
    private const string WordFile = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private readonly WebApplication _app;
    private readonly DirectoryInfo _folder;
    private readonly PostgresDatabase? _database;

    private TestService(WebApplication app, DirectoryInfo folder, PostgresDatabase? database)
    {
        (_app, _folder, _database) = (app, folder, database);
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single() + "/api/v1/") };
    }

    /// <summary>Both stores, for tests of what queries do.</summary>
    public static TheoryData<string> Stores { get; } = new("sqlite", "postgres");

    public HttpClient Client { get; }

    public LedgerStore Store => _app.Services.GetRequiredService<LedgerStore>();

    /// <summary>A part of the service.</summary>
    public T Part<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<TestService> StartAsync(string store = "sqlite", Func<ServiceSettings, ServiceSettings>? change = null, Action<IServiceCollection>? parts = null)
    {
        var folder = Directory.CreateTempSubdirectory("service-");
        var database = store == "postgres" ? await PostgresDatabase.MakeAsync() : null;
        var settings = new ServiceSettings
        {
            Store = new ServiceStoreOptions(folder.FullName, database?.Connection),
            Urls = "http://127.0.0.1:0",
            Access = new AccessSettings { RateLimit = new RateSettings { PerMinute = 1_000_000, Burst = 1_000_000 } },
        };
        var app = ServiceHost.Build(change?.Invoke(settings) ?? settings, services =>
        {
            services.AddLogging(logs => logs.ClearProviders());
            parts?.Invoke(services);
        });
        await app.StartAsync(Stop);
        await app.Services.GetRequiredService<Preparation>().Ready;
        return new TestService(app, folder, database);
    }

    public static string Sample(string name) => Path.Combine(Root(), "tests", "samples", name);

    public static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here) ?? "", "..", "..", ".."));

    /// <summary>Imports the sample and waits; the plan's identity.</summary>
    public async Task<string> ImportSampleAsync()
    {
        var job = await ImportAsync(await File.ReadAllBytesAsync(Sample("yiyuan-2021-numbered.docx"), Stop), "要点.docx");
        Assert.Equal("done", Text(job, "state"));
        return Text(job, "planId");
    }

    /// <summary>Imports a file and waits; the job as it ended.</summary>
    public async Task<JsonNode> ImportAsync(byte[] file, string name, string query = "")
    {
        using var body = new ByteArrayContent(file);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var answer = await Client.PostAsync($"imports?name={Uri.EscapeDataString(name)}{query}", body, Stop);
        return await EndAsync(await JsonAsync(answer, HttpStatusCode.Accepted));
    }

    /// <summary>Sends JSON and reads the answer's JSON.</summary>
    public async Task<JsonNode> SendAsync(HttpMethod method, string path, object? body = null, HttpStatusCode status = HttpStatusCode.OK, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await Client.SendAsync(request, Stop);
        return await JsonAsync(answer, status);
    }

    /// <summary>Sends a Word document and reads the answer's JSON.</summary>
    public async Task<JsonNode> PostFileAsync(string path, byte[] docx, HttpStatusCode status = HttpStatusCode.OK, string type = WordFile)
    {
        using var answer = await SendFileAsync(path, docx, type);
        return await JsonAsync(answer, status);
    }

    /// <summary>Sends a Word document.</summary>
    public async Task<HttpResponseMessage> SendFileAsync(string path, byte[] docx, string type = WordFile)
    {
        using var body = new ByteArrayContent(docx);
        body.Headers.ContentType = new MediaTypeHeaderValue(type);
        return await Client.PostAsync(path, body, Stop);
    }

    public Task<JsonNode> GetAsync(string path, HttpStatusCode status = HttpStatusCode.OK) => SendAsync(HttpMethod.Get, path, null, status);

    public Task<JsonNode> PostAsync(string path, object? body, HttpStatusCode status = HttpStatusCode.OK, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, path, body, status, headers);

    /// <summary>Asks for papers and waits; the job as it ended.</summary>
    public async Task<JsonNode> DraftAsync(object request) => await EndAsync(await PostAsync("documents", request, HttpStatusCode.Accepted));

    /// <summary>Watches a job to its end.</summary>
    public async Task<JsonNode> EndAsync(JsonNode job)
    {
        await using var stream = await Client.GetStreamAsync($"jobs/{Text(job, "id")}/events", Stop);
        JsonNode last = job;
        await foreach (var item in System.Net.ServerSentEvents.SseParser.Create(stream).EnumerateAsync(Stop))
            last = JsonNode.Parse(item.Data) ?? last;
        return last;
    }

    public static string Text(JsonNode? node, string name) => node?[name]?.ToString() ?? "";

    public static List<JsonNode> Items(JsonNode page) => [.. (page["items"]?.AsArray() ?? []).OfType<JsonNode>()];

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (_database is not null)
            await _database.DisposeAsync();
        _folder.Delete(true);
    }

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        var text = await answer.Content.ReadAsStringAsync(Stop);
        Assert.True(answer.StatusCode == status, $"{(int)answer.StatusCode} in place of {(int)status}: {text}");
        Assert.True(answer.Headers.Contains("X-Request-Id"));
        return JsonNode.Parse(text) ?? throw new JsonException("An answer of null.");
    }
}
