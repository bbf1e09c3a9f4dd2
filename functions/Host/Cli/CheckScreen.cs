using YiyuanSafety.Drafting.Format;
using YiyuanSafety.WorkPoints;

namespace YiyuanSafety.Host.Cli;

/// <summary>A format report as a secretary reads it: what is the same in many places is said once.</summary>
internal static class CheckScreen
{
    private const int MostPlaces = 5;

    /// <summary>Prints a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="repaired">How many findings a repair has done away with; null where there was none.</param>
    /// <param name="target">Where the repaired copy went.</param>
    public static void Print(FormatReport report, int? repaired, FileInfo? target)
    {
        Console.WriteLine($"文件：{report.File}");
        Console.WriteLine($"版式：{report.Layout}{(report.PageProfile.Length > 0 ? $"；页面方案 {report.PageProfile}" : "")}");
        if (repaired is { } count && target is not null)
            Console.WriteLine($"已修好 {count} 处，另存为“{target.Name}”，文字没有改动。以下是还需要人来改的：");
        Group(report, Severity.Error, "错误（不符合国标的规定）");
        Group(report, Severity.Warning, "提醒（国标的一般要求、推荐做法或习惯做法）");
        Console.WriteLine();
        var fixable = report.Findings.Count(finding => finding.Fixable);
        Console.WriteLine(report.Findings.Count == 0
            ? "没有发现问题。"
            : $"共 {report.Errors} 处错误、{report.Warnings} 处提醒{(fixable > 0 ? $"，其中 {fixable} 处可用 --fix 修好" : "")}。");
    }

    private static void Group(FormatReport report, Severity severity, string heading)
    {
        var groups = report.Findings.Where(finding => finding.Severity == severity).GroupBy(finding => (finding.RuleId, finding.Strength, finding.Wanted)).ToList();
        if (groups.Count == 0)
            return;
        Console.WriteLine();
        Console.WriteLine(heading + "：");
        foreach (var group in groups)
        {
            var isSame = group.Select(finding => finding.Message).Distinct(StringComparer.Ordinal).Count() == 1;
            var first = group.First();
            var places = group.Select(finding => isSame ? finding.Place.Text : $"{finding.Place.Text}（{finding.Found}）").Distinct(StringComparer.Ordinal).ToList();
            Console.WriteLine($"· {string.Join("；", places.Take(MostPlaces))}{(places.Count > MostPlaces ? $" 等 {places.Count} 处" : "")}");
            Console.WriteLine($"  {(isSame ? first.Message : first.Message.Replace($"现为：{first.Found}；", "", StringComparison.Ordinal))} [{first.RuleId}]");
        }
    }
}
