using Microsoft.Extensions.Configuration;
using YiyuanSafety.Filing.Graph;
using YiyuanSafety.Filing.Places;
using YiyuanSafety.Host.Service;

namespace YiyuanSafety.Host.Filings;

/// <summary>A drive as the settings name it.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Folder">The folder, full path; null for a library.</param>
/// <param name="Library">The library; null for a folder.</param>
/// <param name="WhenOther">What to do where another content lies at a paper's place.</param>
internal sealed record DriveSettings(string Name, string? Folder, GraphSettings? Library, WhenOther WhenOther)
{
    private const string Section = "Drives";

    /// <summary>The drives that the settings name, in their order.</summary>
    /// <exception cref="SettingsException">A setting cannot be read.</exception>
    public static IReadOnlyList<DriveSettings> Read(IConfiguration configuration) =>
        [.. configuration.GetSection(Section).GetChildren().Select(One)];

    /// <summary>A folder that no setting names.</summary>
    public static DriveSettings OfFolder(string path) => new(Path.GetFullPath(path), Path.GetFullPath(path), null, WhenOther.Number);

    private static DriveSettings One(IConfigurationSection section)
    {
        var folder = Text(section, "Folder");
        if (folder.Length > 0 && Path.IsPathFullyQualified(folder))
            return new DriveSettings(section.Key, folder, null, Rule(section, WhenOther.Number));
        if (folder.Length == 0 && (Text(section, "Site").Length > 0 || Text(section, "Drive").Length > 0))
            return new DriveSettings(section.Key, null, LibrarySettings.Read(section), Rule(section, WhenOther.Version));
        throw new SettingsException($"设置 {Section}:{section.Key} 没有写明归档位置。请写 Folder（本机或共享文件夹的完整路径，如 \\\\服务器\\公文），或者 Site（SharePoint 站点的网址）或 Drive（文档库编号），见 docs/filing.md。");
    }

    private static string Text(IConfigurationSection section, string name) => section[name]?.Trim() ?? "";

    private static WhenOther Rule(IConfigurationSection section, WhenOther usual) => section["WhenOther"]?.Trim().ToLowerInvariant() switch
    {
        null or "" => usual,
        "version" => WhenOther.Version,
        "number" => WhenOther.Number,
        var other => throw new SettingsException($"设置 {Section}:{section.Key}:WhenOther 的值“{other}”不对。请写 version（旧文件成为历史版本）或 number（新文件名后加编号）。"),
    };
}
