using System.CommandLine;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using YiyuanSafety.Host.Service;

namespace YiyuanSafety.Host.Cli;

/// <summary><c>serve</c>: the service with its web page.</summary>
internal static class ServeCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var data = new Option<DirectoryInfo?>("--data") { Description = "存放台账和文件的文件夹", HelpName = "文件夹" };
        var urls = new Option<string?>("--urls") { Description = "监听的地址，默认 http://127.0.0.1:5080", HelpName = "地址" };
        var postgres = new Option<string?>("--postgres") { Description = "用 PostgreSQL 存台账：连接字符串", HelpName = "连接" };
        var directory = SharedOptions.Directory();
        var profile = SharedOptions.Profile();
        var templates = SharedOptions.Templates();
        var command = new Command("serve", "启动服务和网页：导入、核对、生成、下载，都在浏览器里做") { data, urls, postgres, directory, profile, templates };
        command.SetAction((parsed, stop) => Task.FromResult(Guarded.RunAsync(async () =>
        {
            var settings = new ServiceSettings
            {
                Data = parsed.GetValue(data)?.FullName ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "yiyuan-safety"),
                Urls = parsed.GetValue(urls) ?? "http://127.0.0.1:5080",
                Postgres = parsed.GetValue(postgres) ?? "",
                Directory = parsed.GetValue(directory),
                Profile = parsed.GetValue(profile),
                Templates = parsed.GetValue(templates),
            };
            System.IO.Directory.CreateDirectory(settings.Data);
            await using var app = ServiceHost.Build(settings);
            await app.StartAsync(stop);
            var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.First();
            Console.WriteLine($"已启动。请在浏览器中打开：{address}");
            await app.WaitForShutdownAsync(stop);
            return ExitCodes.Done;
        })));
        return command;
    }
}
