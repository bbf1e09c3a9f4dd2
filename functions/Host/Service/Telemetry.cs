using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using YiyuanSafety.Host.Access;

namespace YiyuanSafety.Host.Service;

/// <summary>What is seen from outside: traces, metrics and logs by OTLP; nothing where no address is set, and never text of documents.</summary>
internal static class Telemetry
{
    /// <summary>Name of our traces and metrics.</summary>
    public const string Name = "YiyuanSafety";

    private static readonly Meter Meter = new(Name);

    /// <summary>Traces of work outside of requests: one for each job.</summary>
    public static ActivitySource Source { get; } = new(Name);

    /// <summary>Jobs that were carried out, by kind and how they ended.</summary>
    public static Counter<long> Jobs { get; } = Meter.CreateCounter<long>("yiyuan.jobs", "{job}", "Jobs that were carried out");

    /// <summary>How long pieces of jobs took, by kind of job and whether they were done.</summary>
    public static Histogram<double> Items { get; } = Meter.CreateHistogram<double>("yiyuan.job.item.duration", "s", "Time that one piece of a job took");

    /// <summary>Sends everything to an address.</summary>
    /// <param name="services">The parts of the service.</param>
    /// <param name="address">Where to; null for nowhere, and then nothing is measured either.</param>
    public static void Add(IServiceCollection services, Uri? address)
    {
        if (address is null)
            return;
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("yiyuan-safety", serviceVersion: ProgramVersion.Text, serviceInstanceId: Environment.MachineName))
            .WithTracing(traces => traces.AddSource(Name).AddAspNetCoreInstrumentation(options =>
            {
                options.RecordException = false;
                options.Filter = RequestTraces.IsWanted;
                options.EnrichWithHttpRequest = RequestTraces.Enrich;
            }))
            .WithMetrics(metrics => metrics.AddMeter(Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"))
            .WithLogging()
            .UseOtlpExporter();
    }
}
