using YiyuanSafety.Drafting.Format;
using YiyuanSafety.Drafting.Templating;

namespace YiyuanSafety.Drafting.Papers;

/// <summary>版头 of a paper on red-head paper (7.2), or of a letter (10.1).</summary>
public sealed record RedHead
{
    /// <summary>份号; empty for none.</summary>
    [Field("份号，没有则为空", "000001")]
    public required string CopyNumber { get; init; }

    /// <summary>紧急程度; empty for none.</summary>
    [Field("紧急程度，没有则为空", "特急")]
    public required string Urgency { get; init; }

    /// <summary>How many lines stand above the mark, 0 to 2: so much less is left empty (7.2.4).</summary>
    [Field("发文机关标志上方已占的行数：0、1 或 2", "0")]
    public required int LinesAbove { get; init; }

    /// <summary>发文机关标志 with 文件 where the format has it (7.2.4).</summary>
    [Field("发文机关标志", "沂源县安全生产委员会文件")]
    public required string Mark { get; init; }

    /// <summary>Whether the mark is too long for the usual size.</summary>
    [Field("发文机关标志是否过长，须用小一号的字")]
    public required bool MarkIsLong { get; init; }

    /// <summary>The names of a joint paper's mark, the main issuer first (7.2.4); of one issuer alone.</summary>
    [Field("联合行文时的发文机关名称，一行一项，主办机关在前")]
    public required IReadOnlyList<string> Issuers { get; init; }

    /// <summary>Whether several issue the paper.</summary>
    [Field("是否联合行文")]
    public required bool IsJoint { get; init; }

    /// <summary>Whether mark and red line are printed on the paper already: then their place stays empty.</summary>
    [Field("是否使用已套印版头的纸，是则只留位置")]
    public required bool IsPreprinted { get; init; }

    /// <summary>发文字号, its serial left open until the paper is issued (7.2.5).</summary>
    [Field("发文字号", "源安委发〔2021〕　号")]
    public required string IssueNumber { get; init; }

    /// <summary>The head of a paper with 文件 in its mark.</summary>
    public static RedHead OfPaper(PaperRequest request, Issuer issuer) => Of(request, issuer, issuer.IssueCode, "文件", TypeFigures.MarkCharacters, 8);

    /// <summary>The head of a letter: the name alone.</summary>
    public static RedHead OfLetter(PaperRequest request, Issuer issuer) => Of(request, issuer, issuer.LetterCode, "", TypeFigures.LetterMarkCharacters, 10);

    private static RedHead Of(PaperRequest request, Issuer issuer, string code, string word, int fitting, int blank)
    {
        var elements = request.Elements;
        var mark = Wording.OrBlank(issuer.Name, blank) + word;
        return new RedHead
        {
            CopyNumber = elements.CopyNumber,
            Urgency = elements.Urgency,
            LinesAbove = (elements.CopyNumber.Length > 0 ? 1 : 0) + (elements.Urgency.Length > 0 ? 1 : 0),
            Mark = mark,
            MarkIsLong = TitleBreaker.Width(mark) > fitting,
            Issuers = [issuer.Name, .. elements.CoIssuers],
            IsJoint = elements.CoIssuers.Count > 0,
            IsPreprinted = request.Profile.PreprintedHead,
            IssueNumber = Wording.IssueNumber(code, request.IssueYear, elements.Serial),
        };
    }
}
