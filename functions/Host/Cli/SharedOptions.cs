using System.CommandLine;

namespace YiyuanSafety.Host.Cli;

/// <summary>Arguments and options that several verbs share.</summary>
internal static class SharedOptions
{
    /// <summary>The work-points document.</summary>
    public static Argument<FileInfo> File() => new("FILE") { Description = "工作要点文件：.docx、.txt、.md、.pdf（装有 LibreOffice 时还可用 .doc、.wps）" };

    /// <summary>The directory of bodies.</summary>
    public static Option<FileInfo?> Directory() => new("--directory") { Description = "单位名录（JSON）；不指定时，沂源县的文件用自带名录，其他县的从文件中归纳", HelpName = "名录文件" };

    /// <summary>The profile.</summary>
    public static Option<FileInfo?> Profile() => new("--profile") { Description = "单位设置（发文机关、代字、联系人等，JSON）", HelpName = "设置文件" };

    /// <summary>The folder of the user's own templates.</summary>
    public static Option<DirectoryInfo?> Templates() => new("--templates") { Description = "自己改过的 Word 模板所在的文件夹；缺少的用自带模板", HelpName = "文件夹" };

    /// <summary>Findings make the exit code 1.</summary>
    public static Option<bool> Strict() => new("--strict") { Description = "有需要核对的问题时，退出码为 1" };
}
