using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Systemd;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using YiyuanSafety.Host.Access;
using YiyuanSafety.Host.Api;
using YiyuanSafety.Host.Api.Answers;
using YiyuanSafety.Host.Api.Description;
using YiyuanSafety.Host.Triggers;
using YiyuanSafety.Host.Web;

namespace YiyuanSafety.Host.Service;

/// <summary>Puts the service together.</summary>
internal static class ServiceHost
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>The service, not yet started.</summary>
    /// <param name="settings">How it runs.</param>
    /// <param name="change">Puts other parts in the place of some; null for none.</param>
    public static WebApplication Build(ServiceSettings settings, Action<IServiceCollection>? change = null)
    {
        // A content root of its own: what lies in the folder that the program was started in is none of its business.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Services.AddWindowsService(options => options.ServiceName = "YiyuanSafety");
        builder.Services.AddSystemd();
        builder.WebHost.UseUrls(settings.ListenUrls);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = settings.Limits.MaxUploadBytes);
        AddLogs(builder.Logging, settings);
        ServiceParts.Add(builder.Services, settings);
        builder.Services.AddAccess(settings.Access);
        builder.Services.AddAnswers();
        Telemetry.Add(builder.Services, settings.Telemetry);
        builder.Services.AddApiDescription();
        change?.Invoke(builder.Services);
        var app = builder.Build();
        Wire(app);
        return app;
    }

    // Alone on a desk the window is for the one address to open; what goes wrong is still told. Elsewhere programs read the log: a line of
    // JSON each, or the journal's own form.
    private static void AddLogs(ILoggingBuilder logs, ServiceSettings settings)
    {
        logs.AddFilter("Microsoft", LogLevel.Warning);
        logs.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Error);
        logs.AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.None);
        logs.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);

        // A start that fails is told in a sentence.
        logs.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        if (settings.IsAlone)
            logs.AddFilter<ConsoleLoggerProvider>("YiyuanSafety", LogLevel.Warning);
        else if (!SystemdHelpers.IsSystemdService())
            logs.AddJsonConsole(json => (json.UseUtcTimestamp, json.TimestampFormat, json.JsonWriterOptions) = (true, "O", new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    private static void Wire(WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.Use(static async (http, next) =>
        {
            // As the answer goes out, since an error empties what was said before.
            http.Response.OnStarting(() =>
            {
                http.Response.Headers["X-Request-Id"] = http.TraceIdentifier;
                return Task.CompletedTask;
            });
            if (http.Request.Path.StartsWithSegments(ApiRoot.Path, StringComparison.Ordinal))
                await http.RequestServices.GetRequiredService<Preparation>().Ready.WaitAsync(Patience, http.RequestAborted);
            await next();
        });
        app.UseAccess();
        var page = new PageFiles();
        app.Use(page.AnswerAsync);
        app.Use(app.Services.GetRequiredService<AnswerCache>().AnswerAsync);
        Health.Map(app);
        ApiRoot.Map(app);
        ApiPage.Map(app);
        if (app.Services.GetRequiredService<ServiceSettings>().FunctionsPort is not null)
            TriggerEndpoints.Map(app);
    }
}
