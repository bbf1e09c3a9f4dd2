using YiyuanSafety.Drafting.Templating;

namespace YiyuanSafety.Drafting.Papers;

/// <summary>Until when, to whom and how to answer a paper. What is not known is left as room to write it.</summary>
public sealed record ReplyDetails
{
    /// <summary>Last day, absolute.</summary>
    [Field("反馈截止日期", "2021年7月15日")]
    public required string By { get; init; }

    /// <summary>To whom.</summary>
    [Field("反馈给谁", "县安委会办公室")]
    public required string To { get; init; }

    /// <summary>How it gets there.</summary>
    [Field("反馈渠道", "县政府大楼3楼302室")]
    public required string Channel { get; init; }

    /// <summary>Whom to ask.</summary>
    [Field("联系人", "张三")]
    public required string ContactName { get; init; }

    /// <summary>Telephone.</summary>
    [Field("联系电话", "0533-0000000")]
    public required string ContactPhone { get; init; }

    /// <summary>Makes them from the profile and the request's last day.</summary>
    public static ReplyDetails Of(PaperRequest request) => new()
    {
        By = Wording.Date(request.ReplyBy),
        To = Wording.OrBlank(request.Profile.Office.Called, 8),
        Channel = Wording.OrBlank(request.Profile.ReplyChannel, 10),
        ContactName = Wording.OrBlank(request.Profile.Contact.Name, 5),
        ContactPhone = Wording.OrBlank(request.Profile.Contact.Phone, 6),
    };
}
