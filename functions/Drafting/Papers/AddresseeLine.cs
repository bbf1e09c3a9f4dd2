using YiyuanSafety.Drafting.Format;
using YiyuanSafety.Drafting.Templating;

namespace YiyuanSafety.Drafting.Papers;

/// <summary>主送机关 (7.3.2).</summary>
public sealed record AddresseeLine
{
    // Head and title leave the first page some ten lines; with more than six of names, no body text would show there.
    private const int MostLines = 6;

    /// <summary>The names without the colon.</summary>
    [Field("主送机关，不含冒号", "县安委会各成员单位")]
    public required string Names { get; init; }

    /// <summary>Whether they are so many that they move to the 版记, so that the first page shows body text.</summary>
    [Field("主送机关是否过多而移到版记")]
    public required bool IsMoved { get; init; }

    /// <summary>Makes the line.</summary>
    /// <param name="request">Its elements go before what the kind gives.</param>
    /// <param name="usual">To whom this kind of paper goes.</param>
    public static AddresseeLine Of(PaperRequest request, string usual)
    {
        var names = request.Elements.Addressees.Count > 0 ? string.Join('，', request.Elements.Addressees) : Wording.OrBlank(usual, 8);
        return new AddresseeLine { Names = names, IsMoved = TitleBreaker.Width(names) > MostLines * TypeFigures.CharactersPerLine };
    }

    /// <summary>Those that a notice goes to.</summary>
    internal static string OfNotice(Profile profile) =>
        profile.NoticeAddressees.Count > 0 ? string.Join('，', profile.NoticeAddressees)
        : profile.Committee.Called.Length > 0 ? profile.Committee.Called + "各成员单位"
        : "";
}
