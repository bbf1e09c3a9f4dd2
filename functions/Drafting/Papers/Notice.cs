using YiyuanSafety.Drafting.Templating;

namespace YiyuanSafety.Drafting.Papers;

/// <summary>印发任务分工的通知: the committee hands out the tasks, with the 任务分工表 as attachment.</summary>
public sealed record Notice : RedHeadPaper
{
    /// <summary>The work-points document with its number.</summary>
    [Field("所依据的文件", "《沂源县2021年安全生产工作要点》（源安委发〔2021〕7号）")]
    public required string Source { get; init; }

    /// <summary>The attachment.</summary>
    [Field("附件：任务分工表")]
    public required AllocationTable Allocation { get; init; }

    /// <summary>The title on one line and without the issuer, as a file is named.</summary>
    public static string NameFor(PaperRequest request) => $"关于印发{Wording.Cite(AllocationTable.NameFor(request))}的通知";

    /// <summary>Drafts the notice.</summary>
    public static Notice From(PaperRequest request)
    {
        var committee = request.Profile.Committee;
        var table = AllocationTable.From(request);
        var addressees = AddresseeLine.Of(request, AddresseeLine.OfNotice(request.Profile));
        return new Notice
        {
            Head = RedHead.OfPaper(request, committee),
            TitleLines = TitleOf(request, committee.Name, NameFor(request)),
            Addressees = addressees,
            Source = request.Source,
            Allocation = table,
            Attachments = AttachmentList.Of(request, table.Name),
            Signature = Signature.Of(request, committee.Name),
            Colophon = Colophon.Of(request, addressees),
        };
    }
}
