namespace YiyuanSafety.Drafting.Format.Parts;

/// <summary>The elements of a paper (clause 7).</summary>
internal enum Part
{
    /// <summary>None of the others.</summary>
    Other,

    /// <summary>份号.</summary>
    CopyNumber,

    /// <summary>密级和保密期限.</summary>
    Secrecy,

    /// <summary>紧急程度.</summary>
    Urgency,

    /// <summary>发文机关标志.</summary>
    Mark,

    /// <summary>发文字号.</summary>
    IssueNumber,

    /// <summary>签发人.</summary>
    Signer,

    /// <summary>标题.</summary>
    Title,

    /// <summary>主送机关.</summary>
    Addressees,

    /// <summary>正文.</summary>
    Body,

    /// <summary>一、.</summary>
    Heading1,

    /// <summary>（一）.</summary>
    Heading2,

    /// <summary>1.</summary>
    Heading3,

    /// <summary>（1）.</summary>
    Heading4,

    /// <summary>出席、请假、列席 in minutes.</summary>
    Attendance,

    /// <summary>附件说明.</summary>
    AttachmentNote,

    /// <summary>发文机关署名.</summary>
    Issuer,

    /// <summary>成文日期.</summary>
    Date,

    /// <summary>附注.</summary>
    Annotation,

    /// <summary>“附件” with its number on the attachment's first line.</summary>
    AttachmentLabel,

    /// <summary>附件标题.</summary>
    AttachmentTitle,

    /// <summary>Text of an attachment.</summary>
    AttachmentText,

    /// <summary>主送机关 that were too many for the first page, in the 版记.</summary>
    MainTo,

    /// <summary>抄送机关.</summary>
    CopyTo,

    /// <summary>印发机关和印发日期.</summary>
    Printed,
}

/// <summary>What kind of layout a paper has.</summary>
internal enum PaperShape
{
    /// <summary>Neither head nor letter: a sheet, a draft, an attachment on its own.</summary>
    Plain,

    /// <summary>通用格式 with the issuer's red head (7).</summary>
    RedHead,

    /// <summary>信函格式 (10.1).</summary>
    Letter,

    /// <summary>纪要格式 (10.3).</summary>
    Minutes,
}
