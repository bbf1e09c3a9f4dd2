using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using YiyuanSafety.Host.Access;
using YiyuanSafety.Ledger;
using YiyuanSafety.Ledger.Access;
using YiyuanSafety.Ledger.Stores;

namespace YiyuanSafety.Host.Tests.Access;

/// <summary>A real server on a free port, with one endpoint for each role and a ledger of its own.</summary>
internal sealed class AccessServer : IAsyncDisposable
{
    /// <summary>Makes the server take a request as coming from this address.</summary>
    public const string RemoteHeader = "Test-Remote";

    private readonly WebApplication _app;
    private readonly DirectoryInfo _folder;

    private AccessServer(WebApplication app, DirectoryInfo folder, LedgerStore store, LogCapture logs)
    {
        (_app, _folder, Store, Logs) = (app, folder, store, logs);
        Address = new Uri(app.Urls.Single());
        Client = new HttpClient { BaseAddress = Address };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public LedgerStore Store { get; }

    public LogCapture Logs { get; }

    public ManualTime Time => (ManualTime)_app.Services.GetRequiredService<TimeProvider>();

    public static async Task<AccessServer> StartAsync(AccessSettings settings, Action<WebApplicationBuilder>? prepare = null)
    {
        var folder = Directory.CreateTempSubdirectory("access-");
        var store = LedgerStore.InFile(Path.Combine(folder.FullName, "ledger.db"));
        await store.PrepareAsync(TestContext.Current.CancellationToken);
        var logs = new LogCapture();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(logs).AddFilter("YiyuanSafety", LogLevel.Trace);
        builder.Services.AddSingleton(store).AddSingleton<TimeProvider>(new ManualTime());
        prepare?.Invoke(builder);
        builder.Services.AddAccess(settings);
        var app = builder.Build();
        app.Use((context, next) =>
        {
            if (context.Request.Headers.TryGetValue(RemoteHeader, out var remote))
                context.Connection.RemoteIpAddress = IPAddress.Parse(remote.ToString());
            return next(context);
        });
        app.UseExceptionHandler(failed => failed.Run(context => context.Response.WriteAsJsonAsync(new { code = "fault" })));
        app.UseAccess();
        foreach (var role in Roles.All)
            app.MapMethods($"/api/{role}", ["GET", "POST"], (HttpContext context) => Seen.Of(context)).RequireAuthorization(role);
        app.MapGet("/api/forgotten", () => "closed");
        app.MapGet("/api/fault", string () => throw new InvalidOperationException("fault")).AllowAnonymous();
        app.MapGet("/api/from", (HttpContext context) => $"{context.Connection.RemoteIpAddress} {context.Request.Scheme}").AllowAnonymous();
        app.MapGet("/page", () => Results.Text("<!doctype html>", "text/html")).AllowAnonymous();
        app.MapGet("/health/live", () => Results.Json(new { status = "ok" })).OpenToProbes();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new AccessServer(app, folder, store, logs);
    }

    /// <summary>Makes a key.</summary>
    public async Task<string> KeyAsync(string role, string name = "")
    {
        await using var ledger = Store.Open();
        var order = new KeyOrder(name.Length > 0 ? name : $"{role} 李四", role, role == Roles.Reader ? "县教体局" : "");
        return (await AccessKeys.AddAsync(ledger, order, RandomNumberGenerator.Fill, Act, TestContext.Current.CancellationToken)).Text;
    }

    public async Task RevokeAsync(string name)
    {
        await using var ledger = Store.Open();
        await AccessKeys.RevokeAsync(ledger, name, Act, TestContext.Current.CancellationToken);
    }

    /// <summary>Sends a request with headers, each as "Name: value".</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params string[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var header in headers)
        {
            var colon = header.IndexOf(':', StringComparison.Ordinal);
            request.Headers.TryAddWithoutValidation(header[..colon], header[(colon + 1)..].Trim());
        }

        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public Task<HttpResponseMessage> GetAsync(string path, params string[] headers) => SendAsync(HttpMethod.Get, path, headers);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(true);
    }

    private static Act Act => new("王五", new DateTimeOffset(2021, 3, 5, 8, 0, 0, TimeSpan.Zero));
}

/// <summary>What an endpoint saw of its caller.</summary>
internal sealed record Seen(string Name, string Role, string Body, string Id)
{
    public static Seen Of(HttpContext context)
    {
        var caller = Caller.Of(context);
        return new Seen(caller.Name, caller.Role, caller.Body, caller.Id);
    }
}

/// <summary>Reads answers.</summary>
internal static class Answers
{
    /// <summary>The code of a problem; fails where the answer is none.</summary>
    public static async Task<string> CodeAsync(this HttpResponseMessage response)
    {
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal((int)response.StatusCode, json.RootElement.GetProperty("status").GetInt32());
        Assert.EndsWith("。", json.RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(json.RootElement.GetProperty("requestId").GetString() ?? "");
        return json.RootElement.GetProperty("code").GetString() ?? "";
    }
}

/// <summary>A clock that a test moves.</summary>
internal sealed class ManualTime(DateTimeOffset start) : TimeProvider
{
    private long _ticks = start.UtcTicks;

    public ManualTime()
        : this(new DateTimeOffset(2021, 3, 5, 8, 0, 0, TimeSpan.Zero))
    {
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    public void Advance(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);
}

/// <summary>Keeps everything that is logged, scopes and exceptions included.</summary>
internal sealed class LogCapture : ILoggerProvider, ISupportExternalScope
{
    private readonly System.Collections.Concurrent.ConcurrentQueue<string> _lines = new();
    private IExternalScopeProvider? _scopes;

    public IReadOnlyList<string> Lines => [.. _lines];

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
    }

    private sealed class Logger(LogCapture capture, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var line = new System.Text.StringBuilder($"{category} {logLevel} {formatter(state, exception)} {exception}");
            if (state is IEnumerable<KeyValuePair<string, object?>> values)
                line.AppendJoin(' ', values);
            capture._scopes?.ForEachScope((scope, text) => text.Append(' ').Append(scope is IEnumerable<KeyValuePair<string, object>> pairs ? string.Join(' ', pairs) : scope), line);
            capture._lines.Enqueue(line.ToString());
        }
    }
}
