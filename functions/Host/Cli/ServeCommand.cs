using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using YiyuanSafety.Host.Access;
using YiyuanSafety.Host.Service;

namespace YiyuanSafety.Host.Cli;

/// <summary><c>serve</c>: the service with its web page.</summary>
internal static class ServeCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var (data, postgres) = (ServiceStoreOptions.DataOption(), ServiceStoreOptions.PostgresOption());
        var urls = new Option<string?>("--urls") { Description = $"监听的地址，默认 {ServiceSettings.UsualUrls}（只有本机能访问）", HelpName = "地址" };
        var directory = SharedOptions.Directory();
        var profile = SharedOptions.Profile();
        var templates = SharedOptions.Templates();
        var command = new Command("serve", "启动服务和网页：导入、核对、生成、下载，都在浏览器里做") { data, urls, postgres, directory, profile, templates };
        command.SetAction((parsed, stop) => Task.FromResult(Guarded.RunAsync(() =>
        {
            var store = ServiceStoreOptions.Of(parsed.GetValue(data), parsed.GetValue(postgres));
            var settings = ServiceConfiguration.Read(store, ServiceConfiguration.Load(store.Data), Environment.GetEnvironmentVariable);
            return ServeAsync(
                settings with
                {
                    Urls = parsed.GetValue(urls) ?? settings.Urls,
                    Directory = parsed.GetValue(directory) ?? settings.Directory,
                    Profile = parsed.GetValue(profile) ?? settings.Profile,
                    Templates = parsed.GetValue(templates) ?? settings.Templates,
                },
                stop);
        })));
        return command;
    }

    private static async Task<int> ServeAsync(ServiceSettings settings, CancellationToken stop)
    {
        if (ListeningRule.Check([settings.ListenUrls], settings.Access) is { } refusal)
            throw new ListenException(refusal);
        if (settings.FunctionsPort is not null && (settings.Store.Postgres is null || settings.Storage is null))
            Screen.Warn("functions-without-store", $"在 Azure Functions 中运行，台账或文件却只在本实例的临时文件夹里，实例回收就丢失。请设置 {ServiceStoreOptions.PostgresVariable} 和存储账户（Storage），见 docs/deploy-azure.md。");
        ServiceStore.MakeFolder(settings.Store.Data);
        await using var app = ServiceHost.Build(settings);
        using var folder = settings.Store.Postgres is null ? DataFolder.Take(settings.Store.Data) : null;
        try
        {
            await app.StartAsync(stop);
        }
        catch (IOException e)
        {
            throw new ListenException(new Refusal("listen-impossible", $"地址“{settings.ListenUrls}”用不了，多半是端口已被别的程序占用。请用 --urls 换一个端口，如 http://127.0.0.1:5081。"), e);
        }

        var preparation = app.Services.GetRequiredService<Preparation>();
        if (settings.FunctionsPort is null)
            await preparation.Ready;
        Console.WriteLine($"已启动，请在浏览器中打开：{app.Urls.First()}");
        await app.WaitForShutdownAsync(stop);
        return ExitCodes.Done;
    }
}
