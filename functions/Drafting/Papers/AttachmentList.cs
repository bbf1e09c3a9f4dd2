using System.Globalization;
using YiyuanSafety.Drafting.Templating;

namespace YiyuanSafety.Drafting.Papers;

/// <summary>附件说明 (7.3.4) and the labels of the attachments (7.3.7): the names are the same in both places.</summary>
public sealed record AttachmentList
{
    /// <summary>The names without numbers.</summary>
    [Field("附件名称，一行一项")]
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>The lines as printed: the name alone for one, 1. 2. 3. for several.</summary>
    [Field("附件说明中的各行，多个附件时带序号", "1.沂源县2021年安全生产工作要点任务分工表")]
    public required IReadOnlyList<string> Lines { get; init; }

    /// <summary>How many.</summary>
    [Field("附件个数", "1")]
    public required int Count { get; init; }

    /// <summary>Label of the first attachment: 附件, or 附件1 where there are several.</summary>
    [Field("第一个附件的标签", "附件")]
    public required string FirstLabel { get; init; }

    /// <summary>Makes the list: what the kind attaches itself, then what the order adds.</summary>
    public static AttachmentList Of(PaperRequest request, params IEnumerable<string> own)
    {
        IReadOnlyList<string> names = [.. own, .. request.Elements.Attachments];
        return new AttachmentList
        {
            Names = names,
            Count = names.Count,
            Lines = names.Count == 1 ? names : [.. names.Select((name, index) => string.Create(CultureInfo.InvariantCulture, $"{index + 1}.{name}"))],
            FirstLabel = names.Count > 1 ? "附件1" : "附件",
        };
    }
}
