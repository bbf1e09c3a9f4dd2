using System.Globalization;
using Microsoft.Extensions.Configuration;
using YiyuanSafety.Host.Access;
using YiyuanSafety.Host.Filings;
using YiyuanSafety.Host.Storage;
using YiyuanSafety.Host.Web;

namespace YiyuanSafety.Host.Service;

/// <summary>Reads how a service runs: <c>settings.json</c> in its data folder, over it the environment, over that the options.</summary>
internal static class ServiceConfiguration
{
    /// <summary>What the environment variables of the service begin with; a double underscore stands for the colon: <c>YIYUAN__ACCESS__MODE</c>.</summary>
    public const string Prefix = "YIYUAN__";

    /// <summary>The port that Azure Functions gives to its custom handler.</summary>
    public const string FunctionsVariable = "FUNCTIONS_CUSTOMHANDLER_PORT";

    /// <summary>Where OpenTelemetry is sent, by its own convention.</summary>
    public const string TelemetryVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private const string FileName = "settings.json";
    private const long MostBytes = 2L * 1024 * 1024 * 1024;

    /// <summary>The configuration of a data folder and this process's environment.</summary>
    /// <exception cref="SettingsException">The file is not JSON.</exception>
    public static IConfiguration Load(string data)
    {
        try
        {
            return new ConfigurationBuilder().AddJsonFile(Path.Combine(data, FileName), optional: true).AddEnvironmentVariables(Prefix).Build();
        }
        catch (InvalidDataException e)
        {
            throw new SettingsException($"设置文件“{Path.Combine(data, FileName)}”不是正确的 JSON，服务没有启动。请改正或删除这个文件。", e);
        }
    }

    /// <summary>The settings.</summary>
    /// <param name="store">Where the ledger is.</param>
    /// <param name="configuration">The configuration.</param>
    /// <param name="variable">The value of an environment variable.</param>
    /// <exception cref="SettingsException">A setting cannot be read.</exception>
    /// <exception cref="AccessSettingsException">A setting of access cannot be read.</exception>
    public static ServiceSettings Read(ServiceStoreOptions store, IConfiguration configuration, Func<string, string?> variable)
    {
        var port = Number("环境变量 " + FunctionsVariable, variable(FunctionsVariable), 1, ushort.MaxValue);
        var access = AccessSettingsReader.Read(configuration, port is not null);
        return new ServiceSettings
        {
            Store = store,
            Urls = configuration["Urls"] is { Length: > 0 } urls ? urls : ServiceSettings.UsualUrls,
            Storage = StorageAccount.Read(configuration, variable),
            Access = access,
            Addin = AddinSettingsReader.Read(configuration, access.Mode),
            Directory = configuration["Directory"] is { Length: > 0 } directory ? new FileInfo(directory) : null,
            Profile = configuration["Profile"] is { Length: > 0 } profile ? new FileInfo(profile) : null,
            Calendar = configuration["Calendar"] is { Length: > 0 } calendar ? new FileInfo(calendar) : null,
            Templates = configuration["Templates"] is { Length: > 0 } templates ? new DirectoryInfo(templates) : null,
            Drives = DriveSettings.Read(configuration),
            FunctionsPort = (int?)port,
            Telemetry = Address(variable(TelemetryVariable)),
            Limits = new ServiceLimits { MaxUploadBytes = Number("MaxUploadBytes", configuration["MaxUploadBytes"], 1, MostBytes) ?? new ServiceLimits().MaxUploadBytes },
        };
    }

    private static long? Number(string name, string? text, long least, long most)
    {
        if (text is not { Length: > 0 })
            return null;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new SettingsException($"设置 {name} 的值“{text}”不对，服务没有启动。请写 {least} 至 {most} 的整数。");
    }

    private static Uri? Address(string? text)
    {
        if (text is not { Length: > 0 })
            return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new SettingsException($"环境变量 {TelemetryVariable} 的值“{text}”不对，服务没有启动。请写 http 或 https 开头的地址。");
    }
}

/// <summary>A setting that cannot be read. The message is a Chinese sentence: which, and what to do.</summary>
internal sealed class SettingsException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Stable code.</summary>
    public string Code { get; } = "settings-unreadable";
}
