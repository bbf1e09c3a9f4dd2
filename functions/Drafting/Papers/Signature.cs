using YiyuanSafety.Drafting.Format;
using YiyuanSafety.Drafting.Templating;

namespace YiyuanSafety.Drafting.Papers;

/// <summary>署名, 成文日期 (7.3.5) and 附注 (7.3.6).</summary>
public sealed record Signature
{
    /// <summary>发文机关署名; of a joint paper, the main issuer's.</summary>
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
    /// Tabs, each a character wide, that bring the date of an unsealed paper two characters right of the issuer's first (7.3.5.2).
    /// A style cannot do it, since the place depends on the length of the name.
    /// </summary>
    [Field("不加盖印章时成文日期前的制表符，一个占一字")]
    public required string DateLead { get; init; }

    /// <summary>Whether several sign.</summary>
    [Field("是否联合行文")]
    public required bool IsJoint { get; init; }

    /// <summary>Those who sign a joint paper, two side by side, so that no seal touches another (7.3.5.1).</summary>
    [Field("联合行文的署名，一行两个")]
    public required IReadOnlyList<SignaturePair> Pairs { get; init; }

    /// <summary>附注 without brackets; empty for none.</summary>
    [Field("附注，不含括号；没有则为空", "此件公开发布")]
    public required string Note { get; init; }

    /// <summary>Makes the signature.</summary>
    public static Signature Of(PaperRequest request, string issuer)
    {
        var name = Wording.OrBlank(issuer, 10);
        IReadOnlyList<string> all = [name, .. request.Elements.CoIssuers];
        return new Signature
        {
            Issuer = name,
            Date = Wording.Date(request.Date),
            Seal = request.Elements.Seal ?? request.Profile.Seal,
            IsLong = name.Length > 14,
            DateLead = new string('\t', Math.Clamp(TypeFigures.CharactersPerLine - name.Length, 0, TypeFigures.CharactersPerLine - 9)),
            IsJoint = all.Count > 1,
            Pairs = [.. all.Chunk(2).Select(Pair)],
            Note = request.Elements.Note,
        };
    }

    // 7.3.5.1: the last seal covers the date, which stands at the right.
    private static SignaturePair Pair(string[] names) => names is [var left, var right]
        ? new SignaturePair { Left = left, Right = right }
        : new SignaturePair { Left = "", Right = names[0] };
}

/// <summary>Two who sign side by side.</summary>
public sealed record SignaturePair
{
    /// <summary>The left one; empty beside the last of an odd number.</summary>
    [Field("左边的发文机关，没有则为空", "沂源县安全生产委员会")]
    public required string Left { get; init; }

    /// <summary>The right one.</summary>
    [Field("右边的发文机关", "沂源县公安局")]
    public required string Right { get; init; }
}
