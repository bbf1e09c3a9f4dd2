using System.CommandLine;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.OpenApi;
using YiyuanSafety.Host.Api.Description;
using YiyuanSafety.Host.Service;

namespace YiyuanSafety.Host.Cli;

/// <summary><c>openapi --out FILE --table FILE</c>: writes the description of the API; the build runs it.</summary>
internal static class OpenApiCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var json = new Option<FileInfo>("--out") { Description = "接口说明写到哪里（OpenAPI 3.1）", HelpName = "文件", Required = true };
        var table = new Option<FileInfo?>("--table") { Description = "接口一览表写到哪里（Markdown）", HelpName = "文件" };
        var command = new Command("openapi", "写出接口说明") { json, table };
        command.Hidden = true;
        command.SetAction((parsed, stop) => Task.FromResult(Guarded.RunAsync(async () =>
        {
            var text = await DescribeAsync(stop);
            WriteIfChanged(parsed.GetRequiredValue(json), text);
            if (parsed.GetValue(table) is { } page && JsonNode.Parse(text) is { } openApi)
                WriteIfChanged(page, ApiTable.Of(openApi));
            return ExitCodes.Done;
        })));
        return command;
    }

    /// <summary>The description as JSON, with the line ends of the repository.</summary>
    public static async Task<string> DescribeAsync(CancellationToken cancellation)
    {
        var settings = new ServiceSettings { Store = new ServiceStoreOptions(Path.GetTempPath(), null) };
        await using var app = ServiceHost.Build(settings, services =>
        {
            // Nothing is opened, worked on or listened to: only the endpoints are put together.
            services.RemoveAll<IHostedService>();
            services.AddSingleton<IServer, NoServer>();
        });
        await app.StartAsync(cancellation);
        var description = await app.Services.GetRequiredKeyedService<IOpenApiDocumentProvider>(ApiDescription.Name).GetOpenApiDocumentAsync(cancellation);
        return (await description.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancellation)).ReplaceLineEndings("\n") + "\n";
    }

    private static void WriteIfChanged(FileInfo file, string text)
    {
        if (!file.Exists || File.ReadAllText(file.FullName) != text)
            File.WriteAllText(file.FullName, text);
    }

    private sealed class NoServer : IServer
    {
        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
        }
    }
}
