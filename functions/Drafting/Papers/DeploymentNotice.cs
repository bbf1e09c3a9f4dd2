using YiyuanSafety.Drafting.Templating;

namespace YiyuanSafety.Drafting.Papers;

/// <summary>工作部署通知: the committee sets a piece of work going.</summary>
public sealed record DeploymentNotice : RedHeadPaper
{
    /// <summary>Why: the first paragraph, which ends with 现就有关事项通知如下.</summary>
    [Field("目的和依据", "为切实做好汛期安全生产工作，坚决防范和遏制各类事故发生，经研究")]
    public required string Purpose { get; init; }

    /// <summary>The parts, numbered 一、二、三、.</summary>
    [Field("各部分")]
    public required IReadOnlyList<TextSection> Sections { get; init; }

    /// <summary>How to answer.</summary>
    [Field("反馈要求")]
    public required ReplyDetails Reply { get; init; }

    /// <summary>Whether an answer is wanted by a day.</summary>
    [Field("是否要求反馈")]
    public required bool WantsReply { get; init; }

    /// <summary>Drafts the notice.</summary>
    public static DeploymentNotice From(PaperRequest request, DeploymentText text)
    {
        text.Check();
        var committee = request.Profile.Committee;
        var addressees = AddresseeLine.Of(request, AddresseeLine.OfNotice(request.Profile));
        return new DeploymentNotice
        {
            Head = RedHead.OfPaper(request, committee),
            TitleLines = TitleOf(request, committee.Name, NameFor(text)),
            Addressees = addressees,
            Purpose = text.Purpose.TrimEnd('，', '。', '：'),
            Sections = TextSection.Number(text.Sections),
            Reply = ReplyDetails.Of(request),
            WantsReply = request.ReplyBy is not null,
            Attachments = AttachmentList.Of(request),
            Signature = Signature.Of(request, committee.Name),
            Colophon = Colophon.Of(request, addressees),
        };
    }

    /// <summary>The title without the issuer.</summary>
    public static string NameFor(DeploymentText text) => $"关于{text.Subject}的通知";
}

/// <summary>What a 工作部署通知 is to say.</summary>
public sealed record DeploymentText
{
    /// <summary>The work, as between 关于 and 的通知, such as 做好汛期安全生产工作.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Why, without the closing 现就…通知如下.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>The parts.</summary>
    public IReadOnlyList<SectionText> Sections { get; init; } = [];

    internal void Check()
    {
        OrderChecks.Need(Subject, "deployment.subject", "部署的工作，如“做好汛期安全生产工作”");
        OrderChecks.Need(Purpose, "deployment.purpose", "目的和依据");
        SectionText.Check(Sections, "deployment.sections");
    }
}
