using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.Ledger;

namespace YiyuanSafety.Host.Work;

/// <summary>The series of issue numbers that a paper takes its own from.</summary>
/// <param name="Code">机关代字.</param>
/// <param name="Year">Year in full.</param>
internal sealed record IssueSeries(string Code, int Year)
{
    /// <summary>The series of a paper.</summary>
    /// <param name="code">机关代字 of its kind, as the profile has it.</param>
    /// <param name="order">The paper.</param>
    /// <param name="request">What it is drafted from.</param>
    /// <exception cref="LedgerException">The profile has no code, or nobody knows the year.</exception>
    public static IssueSeries Of(string code, PaperOrder order, PaperRequest request)
    {
        if (code.Length == 0)
            throw new LedgerException(LedgerCodes.Invalid, "单位设置里没有发文代字，不能编发文字号。请在单位设置中填写后重试，或不编号生成。");
        return (request with { Date = order.Date }).IssueYear is { } year
            ? new IssueSeries(code, year)
            : throw new LedgerException(LedgerCodes.Invalid, "不知道按哪一年编发文字号。请指定成文日期。");
    }
}
