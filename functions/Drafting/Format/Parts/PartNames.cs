namespace YiyuanSafety.Drafting.Format.Parts;

/// <summary>What parts and layouts are called in Chinese, and which part a style's name points to.</summary>
internal static class PartNames
{
    private static readonly (string Word, Part Part)[] Styles =
    [
        ("附件标签", Part.AttachmentLabel), ("附件说明", Part.AttachmentNote), ("发文机关标志", Part.Mark), ("信函标志", Part.Mark), ("纪要标志", Part.Mark), ("发文字号", Part.IssueNumber),
        ("公文标题", Part.Title), ("主送机关", Part.Addressees), ("成文日期", Part.Date), ("附注", Part.Annotation), ("份号", Part.CopyNumber),
        ("密级", Part.Secrecy), ("紧急程度", Part.Urgency), ("签发人", Part.Signer), ("抄送", Part.CopyTo), ("印发", Part.Printed),
    ];

    /// <summary>The part that a style is named after; <see cref="Part.Other"/> for none.</summary>
    public static Part OfStyle(string name)
    {
        foreach (var (word, part) in Styles)
        {
            if (name.StartsWith(word, StringComparison.Ordinal) || name.EndsWith(word, StringComparison.Ordinal))
                return part;
        }

        return name.StartsWith("署名", StringComparison.Ordinal) && !name.EndsWith("空行", StringComparison.Ordinal) ? Part.Issuer : Part.Other;
    }

    /// <summary>The part in Chinese.</summary>
    public static string Of(Part part) => part switch
    {
        Part.CopyNumber => "份号",
        Part.Secrecy => "密级和保密期限",
        Part.Urgency => "紧急程度",
        Part.Mark => "发文机关标志",
        Part.IssueNumber => "发文字号",
        Part.Signer => "签发人",
        Part.Title => "标题",
        Part.Addressees => "主送机关",
        Part.Body => "正文",
        Part.Heading1 => "一级标题",
        Part.Heading2 => "二级标题",
        Part.Heading3 => "三级标题",
        Part.Heading4 => "四级标题",
        Part.Attendance => "出席人员",
        Part.AttachmentNote => "附件说明",
        Part.Issuer => "发文机关署名",
        Part.Date => "成文日期",
        Part.Annotation => "附注",
        Part.AttachmentLabel => "附件顺序号",
        Part.AttachmentTitle => "附件标题",
        Part.AttachmentText => "附件正文",
        Part.MainTo => "移至版记的主送机关",
        Part.CopyTo => "抄送机关",
        Part.Printed => "印发机关和印发日期",
        _ => "其他",
    };

    /// <summary>The layout in Chinese.</summary>
    public static string Of(PaperShape shape) => shape switch
    {
        PaperShape.RedHead => "通用公文格式（有版头）",
        PaperShape.Letter => "信函格式",
        PaperShape.Minutes => "纪要格式",
        _ => "没有版头的文稿",
    };
}
