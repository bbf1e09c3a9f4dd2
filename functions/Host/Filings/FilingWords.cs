using YiyuanSafety.Filing.Drives;
using YiyuanSafety.Filing.Places;

namespace YiyuanSafety.Host.Filings;

/// <summary>What people read about filing.</summary>
internal static class FilingWords
{
    /// <summary>What filing would do.</summary>
    public static string Will(PlacingStep step) => step switch
    {
        PlacingStep.New => "新归档",
        PlacingStep.NewVersion => "成为新版本",
        PlacingStep.Beside => "已有别的文件，放在旁边",
        PlacingStep.EditedSince => "早已归档，之后有人改过，不动",
        _ => "早已归档，不再写",
    };

    /// <summary>What filing would do to a paper, with what is owed to it; or why it cannot be filed.</summary>
    public static string Will(FilingPlan plan)
    {
        if (plan.Step is not { } step)
            return plan.Refusal?.Message ?? "";
        if (plan.Superseded.Count > 0)
            return $"{Will(step)}；上一版在“{string.Join("”、“", plan.Superseded)}”，请核对后移走";
        string[] owed = [.. plan.IsPdfOwed ? new[] { "补归档 PDF" } : [], .. plan.IsLineOwed ? new[] { "补登记" } : []];
        return owed.Length > 0 ? $"{Will(step)}；{string.Join("、", owed)}" : Will(step);
    }

    /// <summary>What filing did.</summary>
    public static string Did(PlacingStep? step) => step switch
    {
        PlacingStep.New => "已归档",
        PlacingStep.NewVersion => "已成为新版本",
        PlacingStep.Beside => "已有别的文件，放在旁边",
        PlacingStep.EditedSince => "早已归档，之后有人改过，没有动",
        _ => "早已归档",
    };

    /// <summary>How a file stands to the ledger.</summary>
    public static string Of(FiledState state) => state switch
    {
        FiledState.Missing => "不见了",
        FiledState.Changed => "被人改过",
        FiledState.Foreign => "不是本程序归档的",
        FiledState.Unreadable => "读不了，可能没有权限或正被占用",
        FiledState.Superseded => "已有新一版归档在别处，核对后可移走",
        _ => "完好",
    };

    /// <summary>How a check went.</summary>
    public static string Of(CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Works => "通过",
        CheckOutcome.Missing => "缺少，不影响归档",
        _ => "不通过",
    };
}
