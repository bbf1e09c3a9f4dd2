using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.Host.Access;
using YiyuanSafety.Host.Storage;
using YiyuanSafety.Host.Work;
using YiyuanSafety.Ledger.Bytes;
using YiyuanSafety.Ledger.Stores;

namespace YiyuanSafety.Host.Service;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: ledger, files and templates can be worked with. Also under <c>/api</c>,
/// since Azure Functions passes no other path on.
/// </summary>
internal static class Health
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Adds the checks.</summary>
    /// <param name="services">The parts of the service.</param>
    /// <param name="hasQueue">Whether jobs are announced by a queue.</param>
    public static void Add(IServiceCollection services, bool hasQueue)
    {
        var checks = services.AddHealthChecks()
            .AddCheck<StoreCheck>("store", timeout: Patience)
            .AddCheck<BytesCheck>("bytes", timeout: Patience)
            .AddCheck<TemplatesCheck>("templates", timeout: Patience);
        if (hasQueue)
            checks.AddCheck<QueueCheck>("queue", timeout: Patience);
    }

    /// <summary>Adds the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var root in new[] { "/health", "/api/health" })
        {
            app.MapHealthChecks(root + "/live", new HealthCheckOptions { Predicate = static _ => false, ResponseWriter = WriteAsync }).OpenToProbes();
            app.MapHealthChecks(root + "/ready", new HealthCheckOptions { ResponseWriter = WriteAsync }).OpenToProbes();
        }
    }

    // Anybody may ask: names of parts and Chinese sentences without addresses, nothing of the errors themselves.
    private static Task WriteAsync(HttpContext http, HealthReport report) => http.Response.WriteAsJsonAsync(
        new
        {
            status = report.Status == HealthStatus.Unhealthy ? "unhealthy" : "healthy",
            parts = report.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Status == HealthStatus.Healthy ? "ok" : entry.Value.Description ?? "没有回应。"),
        },
        Json,
        http.RequestAborted);
}

/// <summary>Whether the ledger answers.</summary>
internal sealed class StoreCheck(LedgerStore store, Preparation preparation) : IHealthCheck
{
    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!preparation.Ready.IsCompletedSuccessfully)
            return HealthCheckResult.Unhealthy("台账还没有准备好。");
        try
        {
            await using var ledger = store.Open();
            await ledger.Plans.AsNoTracking().Select(plan => plan.Id).FirstOrDefaultAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception e) when (ServiceStore.IsUnreachable(e) || e is InvalidOperationException)
        {
            return HealthCheckResult.Unhealthy("台账没有回应。", e);
        }
    }
}

/// <summary>Whether files can be kept and read.</summary>
internal sealed class BytesCheck(IByteStore bytes) : IHealthCheck
{
    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await bytes.TroubleAsync(cancellationToken) is { } trouble ? HealthCheckResult.Unhealthy(trouble) : HealthCheckResult.Healthy();
}

/// <summary>Whether jobs can be announced.</summary>
internal sealed class QueueCheck(JobQueue queue) : IHealthCheck
{
    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await queue.TroubleAsync(cancellationToken) is { } trouble ? HealthCheckResult.Unhealthy(trouble) : HealthCheckResult.Healthy();
}

/// <summary>Whether all templates are there.</summary>
internal sealed class TemplatesCheck(Basis basis) : IHealthCheck
{
    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        foreach (var kind in PaperKinds.All)
        {
            try
            {
                await using var template = basis.OpenTemplate(kind.File);
            }
            catch (IOException e)
            {
                return HealthCheckResult.Unhealthy($"模板“{kind.File}”打不开。", e);
            }
        }

        return HealthCheckResult.Healthy();
    }
}
