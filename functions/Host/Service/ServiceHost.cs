using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using YiyuanSafety.Host.Access;
using YiyuanSafety.Host.Api;
using YiyuanSafety.Host.Api.Answers;
using YiyuanSafety.Host.Work;
using YiyuanSafety.Ledger.Bytes;
using YiyuanSafety.Ledger.Stores;

namespace YiyuanSafety.Host.Service;

/// <summary>Puts the service together.</summary>
internal static class ServiceHost
{
    /// <summary>The service, not yet started.</summary>
    /// <param name="settings">How it runs.</param>
    public static WebApplication Build(ServiceSettings settings)
    {
        // A content root of its own: what lies in the folder that the program was started in is none of its business.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(settings.FunctionsPort is { } port ? FormattableString.Invariant($"http://127.0.0.1:{port}") : settings.Urls);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = settings.Limits.MaxUploadBytes;
        });
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.None);
        AddParts(builder.Services, settings);
        AddAnswers(builder.Services);
        var app = builder.Build();
        Wire(app);
        return app;
    }

    private static void AddParts(IServiceCollection services, ServiceSettings settings)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(settings.Limits);
        services.AddSingleton(new AccessMode("none"));
        services.AddSingleton(settings.Postgres.Length > 0 ? LedgerStore.InPostgres(settings.Postgres) : LedgerStore.InFile(Path.Combine(settings.Data, "ledger.db")));
        services.AddSingleton<IByteStore>(new FolderBytes(Path.Combine(settings.Data, "files")));
        services.AddSingleton(_ => Basis.Of(settings.Directory, settings.Profile, settings.Templates));
        services.AddSingleton<ImportWork>();
        services.AddSingleton<DraftWork>();
        services.AddSingleton<RefreshWork>();
        services.AddSingleton<JobRun>();
        services.AddSingleton<Previews>();
        services.AddSingleton<Preparation>();
        services.AddHostedService(provider => provider.GetRequiredService<Preparation>());
        services.AddSingleton<JobBell>();
        services.AddSingleton<AnnounceJob>(provider =>
        {
            var bell = provider.GetRequiredService<JobBell>();
            return (_, _) =>
            {
                bell.Ring();
                return Task.CompletedTask;
            };
        });
        services.AddHostedService<JobWorker>();
    }

    private static void AddAnswers(IServiceCollection services)
    {
        services.AddProblemDetails(options => options.CustomizeProblemDetails = ProblemAnswers.Complete);
        services.AddExceptionHandler<ProblemAnswers>();
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(options =>
        {
            var json = options.SerializerOptions;
            json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
            json.NumberHandling = JsonNumberHandling.Strict;
            json.RespectNullableAnnotations = true;
            json.RespectRequiredConstructorParameters = true;
            json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        });
        services.AddAuthorization();
    }

    private static void Wire(WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.Use(async (http, next) =>
        {
            http.Response.Headers["X-Request-Id"] = http.TraceIdentifier;
            if (http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
                await http.RequestServices.GetRequiredService<Preparation>().Ready.WaitAsync(http.RequestAborted);
            await next();
        });
        ApiRoot.Map(app);
    }
}
