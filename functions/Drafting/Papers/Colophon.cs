using YiyuanSafety.Drafting.Templating;

namespace YiyuanSafety.Drafting.Papers;

/// <summary>版记 (7.4).</summary>
public sealed record Colophon
{
    /// <summary>主送机关 that were too many for the first page (7.3.2); else empty.</summary>
    [Field("移到版记的主送机关，没有则为空")]
    public required string MainTo { get; init; }

    /// <summary>抄送机关 without the final stop; empty for none.</summary>
    [Field("抄送机关，不含句号；没有则为空", "县委办公室，县政府办公室")]
    public required string CopyTo { get; init; }

    /// <summary>印发机关.</summary>
    [Field("印发机关", "沂源县安全生产委员会办公室")]
    public required string PrintedBy { get; init; }

    /// <summary>印发日期.</summary>
    [Field("印发日期", "2021年3月5日")]
    public required string PrintedOn { get; init; }

    /// <summary>Makes it.</summary>
    /// <param name="request">What the paper is drafted from.</param>
    /// <param name="addressees">To whom it goes.</param>
    public static Colophon Of(PaperRequest request, AddresseeLine addressees)
    {
        var profile = request.Profile;
        return new Colophon
        {
            MainTo = addressees.IsMoved ? addressees.Names : "",
            CopyTo = string.Join('，', request.Elements.CopyTo ?? profile.CopyTo),
            PrintedBy = profile.PrintedBy.Length > 0 ? profile.PrintedBy : Wording.OrBlank(profile.Office.Name, 10),
            PrintedOn = Wording.Date(request.Date),
        };
    }
}
