using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using YiyuanSafety.Host.Storage;
using YiyuanSafety.Host.Triggers;

namespace YiyuanSafety.Host.Tests.Triggers;

/// <summary>What is published is what Azure Functions looks for, and says what the program says.</summary>
public sealed class PublishedTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("published-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(true);

    [Fact]
    public async Task The_publish_folder_is_an_app_of_Azure_Functions()
    {
        await PublishAsync();

        using var host = Json("host.json");
        var handler = host.RootElement.GetProperty("customHandler");
        var program = handler.GetProperty("description").GetProperty("defaultExecutablePath").GetString() ?? "";
        Assert.True(File.Exists(Path.Combine(_folder.FullName, program + (OperatingSystem.IsWindows() ? ".exe" : ""))), program);
        Assert.Equal(["serve"], handler.GetProperty("description").GetProperty("arguments").EnumerateArray().Select(argument => argument.GetString()));
        Assert.True(handler.GetProperty("enableProxyingHttpRequest").GetBoolean());

        // Without the prefix a stranger's request could have the path of a trigger.
        Assert.Equal("api", host.RootElement.GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString());
        var queues = host.RootElement.GetProperty("extensions").GetProperty("queues");
        Assert.Equal(TriggerEndpoints.MostDeliveries, queues.GetProperty("maxDequeueCount").GetInt32());
        Assert.Equal("base64", queues.GetProperty("messageEncoding").GetString());

        // A call must have ended by itself before the host ends the whole process.
        Assert.True(JobCalls.Budget < TimeSpan.Parse(host.RootElement.GetProperty("functionTimeout").GetString() ?? "", System.Globalization.CultureInfo.InvariantCulture));

        var functions = _folder.GetFiles("function.json", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(_folder.FullName, file.FullName).Replace('\\', '/'));
        Assert.Equal(Mapped().Append("Http").Order().Select(name => name + "/function.json"), functions.Order());
    }

    [Fact]
    public async Task The_bindings_name_what_the_program_names()
    {
        await PublishAsync();

        Assert.Equal(("queueTrigger", JobCalls.Binding, StorageAccount.UsualQueue), Queue(TriggerEndpoints.Jobs));
        Assert.Equal(("queueTrigger", JobCalls.Binding, StorageAccount.UsualQueue + "-poison"), Queue(TriggerEndpoints.JobsPoison));
        var inbox = Trigger(TriggerEndpoints.Inbox);
        Assert.Equal(("blobTrigger", InboxCalls.Binding, "EventGrid"), (Text(inbox, "type"), Text(inbox, "name"), Text(inbox, "source")));
        Assert.Equal($"{StorageAccount.InboxContainer}/{{{InboxCalls.Name}}}", Text(inbox, "path"));
        Assert.Equal("timerTrigger", Text(Trigger(TriggerEndpoints.Deadlines), "type"));
        Assert.All([TriggerEndpoints.Jobs, TriggerEndpoints.JobsPoison, TriggerEndpoints.Inbox], function => Assert.Equal(StorageAccount.Connection, Text(Trigger(function), "connection")));

        // Requests are passed on as they are only where a function has nothing but them; the program signs callers in by itself.
        using var http = Json("Http/function.json");
        Assert.Equal(["httpTrigger", "http"], http.RootElement.GetProperty("bindings").EnumerateArray().Select(binding => Text(binding, "type")));
        Assert.Equal(("anonymous", "{*path}"), (Text(Trigger("Http"), "authLevel"), Text(Trigger("Http"), "route")));
    }

    private static List<string> Mapped()
    {
        var builder = WebApplication.CreateSlimBuilder();
        var app = builder.Build();
        TriggerEndpoints.Map(app);
        return [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).Cast<RouteEndpoint>().Select(endpoint => (endpoint.RoutePattern.RawText ?? "").TrimStart('/'))];
    }

    private (string Type, string Name, string Queue) Queue(string function) => (Text(Trigger(function), "type"), Text(Trigger(function), "name"), Text(Trigger(function), "queueName"));

    private JsonElement Trigger(string function)
    {
        using var json = Json(function + "/function.json");
        return json.RootElement.GetProperty("bindings")[0].Clone();
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";

    private JsonDocument Json(string path) => JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder.FullName, path)));

    // What was built for the tests is published, so that nothing is built anew.
    private async Task PublishAsync([CallerFilePath] string here = "")
    {
        var project = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here) ?? "", "..", "..", "..", "functions", "Host", "Host.csproj"));
        var configuration = AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";
        var start = new ProcessStartInfo("dotnet", ["publish", project, "--no-build", "-c", configuration, "-o", _folder.FullName, "-v", "quiet", "-nodeReuse:false"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet does not start");
        var output = process.StandardOutput.ReadToEndAsync(Stop);
        var errors = await process.StandardError.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop);
        Assert.True(process.ExitCode == 0, await output + errors);
    }
}
