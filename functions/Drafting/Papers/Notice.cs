using YiyuanSafety.Drafting.Format;
using YiyuanSafety.Drafting.Templating;

namespace YiyuanSafety.Drafting.Papers;

/// <summary>通知: the red-head paper by which the committee hands out the tasks, with the 任务分工表 as its attachment.</summary>
public sealed record Notice : PaperDraft
{
    /// <summary>发文机关标志: the issuer and 文件 (7.2.4).</summary>
    [Field("发文机关标志", "沂源县安全生产委员会文件")]
    public required string Mark { get; init; }

    /// <summary>Whether the mark is too long for the usual size.</summary>
    [Field("发文机关标志是否超过12个字")]
    public required bool MarkIsLong { get; init; }

    /// <summary>发文字号, its number left open (7.2.5).</summary>
    [Field("发文字号", "源安委发〔2021〕　号")]
    public required string IssueNumber { get; init; }

    /// <summary>标题 (7.3.1), one line each.</summary>
    [Field("标题，一行一项")]
    public required IReadOnlyList<string> TitleLines { get; init; }

    /// <summary>主送机关 without the colon (7.3.2).</summary>
    [Field("主送机关，不含冒号", "县安委会各成员单位")]
    public required string Addressees { get; init; }

    /// <summary>The work-points document with its number.</summary>
    [Field("所依据的文件", "《沂源县2021年安全生产工作要点》（源安委发〔2021〕7号）")]
    public required string Source { get; init; }

    /// <summary>The attachment.</summary>
    [Field("附件：任务分工表")]
    public required AllocationTable Allocation { get; init; }

    /// <summary>发文机关署名 (7.3.5).</summary>
    [Field("署名", "沂源县安全生产委员会")]
    public required Signature Signature { get; init; }

    /// <summary>抄送机关 without the final stop (7.4.2); empty for none.</summary>
    [Field("抄送机关，不含句号；没有则为空", "县委办公室，县政府办公室")]
    public required string CopyTo { get; init; }

    /// <summary>印发机关 (7.4.3).</summary>
    [Field("印发机关", "沂源县安全生产委员会办公室")]
    public required string PrintedBy { get; init; }

    /// <summary>The title on one line and without the issuer, as a file is named.</summary>
    public static string NameFor(PaperRequest request) => $"关于印发{Wording.Cite(AllocationTable.NameFor(request))}的通知";

    /// <summary>Drafts the notice.</summary>
    public static Notice From(PaperRequest request)
    {
        var profile = request.Profile;
        var issuer = profile.Committee.Name;
        var table = AllocationTable.From(request);
        var mark = Wording.OrBlank(issuer, 8) + "文件";
        var name = NameFor(request);
        return new Notice
        {
            Mark = mark,
            MarkIsLong = TitleBreaker.Width(mark) > TypeFigures.MarkCharacters,
            IssueNumber = Wording.IssueNumber(profile.Committee.IssueCode, request.IssueYear),
            TitleLines = TitleBreaker.Break(profile.TitleNamesIssuer ? issuer + name : name, request.Names),
            Addressees = Addressed(profile),
            Source = request.Source,
            Allocation = table,
            Signature = Signature.Of(profile, issuer, request.Date),
            CopyTo = string.Join('，', profile.CopyTo),
            PrintedBy = profile.PrintedBy.Length > 0 ? profile.PrintedBy : Wording.OrBlank(profile.Office.Name, 10),
        };
    }

    private static string Addressed(Profile profile) =>
        profile.NoticeAddressees.Count > 0 ? string.Join('，', profile.NoticeAddressees)
        : profile.Committee.Called.Length > 0 ? profile.Committee.Called + "各成员单位"
        : Wording.Blank(8);
}
