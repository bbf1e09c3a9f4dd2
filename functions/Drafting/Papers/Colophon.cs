using YiyuanSafety.Drafting.Format;
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

    /// <summary>
    /// The lines it takes up, one item each. It stands at the foot of the last page whatever is above it; room kept in the text takes
    /// it to a further page where it would be printed over the signature.
    /// </summary>
    [Field("版记占去的行，一行一项，用来给版记留出位置")]
    public required IReadOnlyList<int> Room { get; init; }

    // 7.4.2: a character is left free at either edge, and 抄送： takes three more.
    private const int CharactersInLine = (PageFigures.TypeWidth / TypeFigures.Character4) - 5;

    /// <summary>Makes it.</summary>
    /// <param name="request">What the paper is drafted from.</param>
    /// <param name="addressees">To whom it goes.</param>
    public static Colophon Of(PaperRequest request, AddresseeLine addressees)
    {
        var profile = request.Profile;
        var mainTo = addressees.IsMoved ? addressees.Names : "";
        var copyTo = string.Join('，', request.Elements.CopyTo ?? profile.CopyTo);
        return new Colophon
        {
            MainTo = mainTo,
            CopyTo = copyTo,
            PrintedBy = profile.PrintedBy.Length > 0 ? profile.PrintedBy : Wording.OrBlank(profile.Office.Name, 10),
            PrintedOn = Wording.Date(request.Date),
            Room = [.. Enumerable.Range(1, Lines(mainTo) + Lines(copyTo) + 1)],
        };
    }

    // The final stop may need a line of its own.
    private static int Lines(string names) =>
        names.Length == 0 ? 0 : (int)Math.Ceiling((TitleBreaker.Width(names) + 1) / CharactersInLine);
}
