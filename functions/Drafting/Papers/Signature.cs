using YiyuanSafety.Drafting.Templating;

namespace YiyuanSafety.Drafting.Papers;

/// <summary>署名 and 成文日期 (7.3.5).</summary>
public sealed record Signature
{
    /// <summary>发文机关署名.</summary>
    [Field("发文机关署名", "沂源县安全生产委员会")]
    public required string Issuer { get; init; }

    /// <summary>成文日期.</summary>
    [Field("成文日期", "2021年3月5日")]
    public required string Date { get; init; }

    /// <summary>Whether a seal is set over them: then they stand as in 7.3.5.1, else as in 7.3.5.2.</summary>
    [Field("是否加盖印章")]
    public required bool Seal { get; init; }

    /// <summary>Whether the issuer's name is too long to be centred over a date that stands four characters from the edge.</summary>
    [Field("署名是否超过14个字")]
    public required bool IsLong { get; init; }

    /// <summary>
    /// What pushes the date of an unsealed paper two characters right of the issuer's first (7.3.5.2). A style cannot do it,
    /// since the place depends on the length of the name.
    /// </summary>
    [Field("不加盖印章时成文日期前的空格")]
    public required string DateLead { get; init; }

    /// <summary>Makes the signature.</summary>
    public static Signature Of(Profile profile, string issuer, DateOnly? date)
    {
        var name = Wording.OrBlank(issuer, 10);
        return new Signature
        {
            Issuer = name,
            Date = Wording.Date(date),
            Seal = profile.Seal,
            IsLong = name.Length > 14,
            DateLead = Wording.Blank(Math.Clamp(Format.TypeFigures.CharactersPerLine - name.Length, 0, 19)),
        };
    }
}
