using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using YiyuanSafety.Host.Service;
using YiyuanSafety.Host.Storage;
using YiyuanSafety.Host.Tests.Access;
using YiyuanSafety.Host.Triggers;
using YiyuanSafety.Host.Work;
using YiyuanSafety.Ledger;
using YiyuanSafety.Ledger.Bytes;
using YiyuanSafety.Ledger.Importing;
using YiyuanSafety.Ledger.Jobs;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.Ledger.Stores;

namespace YiyuanSafety.Host.Tests.Triggers;

/// <summary>The trigger endpoints and nothing else, on a real server with the real services and a ledger of its own; calls are made as the host makes them.</summary>
internal sealed class TriggerServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly DirectoryInfo _folder;
    private readonly HttpClient _client;

    private TriggerServer(WebApplication app, DirectoryInfo folder, List<Guid> announced, LogCapture logs)
    {
        (_app, _folder, Announced, Logs) = (app, folder, announced, logs);
        _client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()), Timeout = TimeSpan.FromSeconds(60) };
    }

    public LedgerStore Store => _app.Services.GetRequiredService<LedgerStore>();

    public IByteStore Bytes => _app.Services.GetRequiredService<IByteStore>();

    public IServiceProvider Services => _app.Services;

    public Uri Address => new(_app.Urls.Single());

    /// <summary>Jobs that were announced, where the queue is a list.</summary>
    public List<Guid> Announced { get; }

    public LogCapture Logs { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<TriggerServer> StartAsync(StorageAccount? account = null, long maxUpload = 1024 * 1024, Action<IServiceCollection>? replace = null)
    {
        var folder = Directory.CreateTempSubdirectory("triggers-");
        var announced = new List<Guid>();
        var logs = new LogCapture();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(logs);
        ServiceParts.Add(builder.Services, new ServiceSettings
        {
            Store = new ServiceStoreOptions(folder.FullName, null),
            Storage = account,
            FunctionsPort = 1,
            Limits = new ServiceLimits { MaxUploadBytes = maxUpload },
        });
        foreach (var worker in builder.Services.Where(part => part.ImplementationType == typeof(JobWorker) || part.ImplementationType == typeof(SweepWorker)).ToList())
            builder.Services.Remove(worker);
        if (account is null)
        {
            builder.Services.AddSingleton<AnnounceJob>((job, _) =>
            {
                announced.Add(job);
                return Task.CompletedTask;
            });
        }

        replace?.Invoke(builder.Services);
        var app = builder.Build();
        TriggerEndpoints.Map(app);
        await app.StartAsync(Stop);
        return new TriggerServer(app, folder, announced, logs);
    }

    /// <summary>Makes a call as the host does: JSON in chunks.</summary>
    public Task<HttpResponseMessage> PostAsync(string function, string body, params string[] headers) => PostAsync(function, new MemoryStream(Encoding.UTF8.GetBytes(body)), headers);

    public async Task<HttpResponseMessage> PostAsync(string function, Stream body, params string[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/" + function) { Content = new StreamContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=utf-8");
        request.Headers.TransferEncodingChunked = true;
        request.Headers.TryAddWithoutValidation("User-Agent", "Azure-Functions-Host/4.1037.0");
        request.Headers.TryAddWithoutValidation("X-Azure-Functions-InvocationId", Guid.NewGuid().ToString());
        foreach (var header in headers)
            request.Headers.TryAddWithoutValidation(header[..header.IndexOf(':', StringComparison.Ordinal)], header[(header.IndexOf(':', StringComparison.Ordinal) + 1)..]);
        return await _client.SendAsync(request, Stop);
    }

    /// <summary>Makes a call that must be done with for good.</summary>
    public async Task DoneAsync(string function, string body)
    {
        using var response = await PostAsync(function, body);
        await AssertJsonAsync(response);
        Assert.True(response.StatusCode == HttpStatusCode.OK, string.Join('\n', Logs.Lines));
        Assert.Equal("{}", await response.Content.ReadAsStringAsync(Stop));
    }

    /// <summary>What the host needs of every answer, or it waits until its time is over.</summary>
    public static async Task AssertJsonAsync(HttpResponseMessage response)
    {
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.NotEqual(HttpStatusCode.NoContent, response.StatusCode);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Stop));
        Assert.Equal(JsonValueKind.Object, json.RootElement.ValueKind);
    }

    /// <summary>A job that imports a document of this text.</summary>
    public async Task<Guid> OrderImportAsync(string text, string name = "要点.txt")
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var (hash, length) = await Bytes.PutAsync(content, Stop);
        await ReadyAsync();
        await using var ledger = Store.Open();
        var job = await ImportOrders.AddAsync(ledger, new SourceFile(name, hash, length), null, Act, Stop);
        await ledger.SaveChangesAsync(Stop);
        return job.Id;
    }

    /// <summary>A job of a kind, with nothing in it.</summary>
    public async Task<Guid> AddJobAsync(DateTimeOffset at, Action<Job>? change = null, Guid? plan = null)
    {
        await ReadyAsync();
        await using var ledger = Store.Open();
        var job = JobBoard.Add(ledger, JobKinds.Draft, plan ?? Guid.NewGuid(), "{}", [], new Act("王五", at));
        change?.Invoke(job);
        await ledger.SaveChangesAsync(Stop);
        return job.Id;
    }

    public async Task<Job> JobAsync(Guid id)
    {
        await using var ledger = Store.Open();
        return await ledger.Jobs.AsNoTracking().SingleAsync(job => job.Id == id, Stop);
    }

    public async Task<List<Job>> JobsAsync()
    {
        await ReadyAsync();
        await using var ledger = Store.Open();
        return await ledger.Jobs.AsNoTracking().OrderBy(job => job.Id).ToListAsync(Stop);
    }

    public Task ReadyAsync() => Services.GetRequiredService<Preparation>().Ready;

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(true);
    }

    private static Act Act => new("王五", DateTimeOffset.UtcNow);
}
