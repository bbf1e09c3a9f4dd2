namespace YiyuanSafety.Drafting.Papers;

/// <summary>Elements of a paper that most papers do without (条例第九条); each is printed only where it is given.</summary>
public sealed record PaperElements
{
    private static readonly string[] Urgencies = ["特急", "加急"];
    private static readonly string[] Grades = ["绝密", "机密", "秘密"];
    private const int LongestList = 99;

    /// <summary>份号, six digits (7.2.1).</summary>
    public string CopyNumber { get; init; } = "";

    /// <summary>密级. Always refused: see <see cref="Check"/>.</summary>
    public string Classification { get; init; } = "";

    /// <summary>紧急程度: 特急 or 加急 (7.2.3).</summary>
    public string Urgency { get; init; } = "";

    /// <summary>Those who issue the paper together with the main issuer (联合行文), by full name.</summary>
    public IReadOnlyList<string> CoIssuers { get; init; } = [];

    /// <summary>To whom it goes (主送), instead of those that the kind and the profile give.</summary>
    public IReadOnlyList<string> Addressees { get; init; } = [];

    /// <summary>To whom copies go (抄送), instead of those of the profile; null for those.</summary>
    public IReadOnlyList<string>? CopyTo { get; init; }

    /// <summary>附件 beside those that the kind itself has, by name.</summary>
    public IReadOnlyList<string> Attachments { get; init; } = [];

    /// <summary>附注 without its brackets, such as 此件公开发布 (7.3.6).</summary>
    public string Note { get; init; } = "";

    /// <summary>Whether room is kept for a seal; null as the profile has it.</summary>
    public bool? Seal { get; init; }

    /// <summary>顺序号 of the 发文字号; null leaves room to write it.</summary>
    public int? Serial { get; init; }

    /// <summary>Looks at the elements before anything is drafted.</summary>
    /// <exception cref="OrderException">A classified paper is asked for, or an element is not as the standard has it.</exception>
    internal void Check()
    {
        if (Classification.Length > 0 || AllTexts().Any(IsClassified))
        {
            throw new OrderException(
                OrderException.Classified,
                "本程序不生成涉密公文。涉密文件必须在涉密计算机上起草、处理，请勿在本机录入涉密内容。不涉密的，请去掉密级后重试。");
        }

        if (CopyNumber.Length > 0 && !(CopyNumber.Length == 6 && CopyNumber.All(char.IsAsciiDigit)))
            throw OrderException.Of($"份号“{CopyNumber}”不对，应是6位数字，如 000001。");
        if (Urgency.Length > 0 && !Urgencies.Contains(Urgency))
            throw OrderException.Of($"紧急程度“{Urgency}”不对，应是“特急”或“加急”。");
        if (Serial is < 1)
            throw OrderException.Of("发文顺序号应是1以上的数。");
        if (CoIssuers.Count + Addressees.Count + Attachments.Count > LongestList)
            throw OrderException.Of($"联合发文机关、主送机关和附件合起来超过{LongestList}个，请核对。");
    }

    private IEnumerable<string> AllTexts() => [CopyNumber, Urgency, Note, .. CoIssuers, .. Attachments, .. Addressees, .. CopyTo ?? []];

    // 7.2.2: a grade alone, or with ★ and a period. The words in a sentence classify nothing.
    private static bool IsClassified(string text)
    {
        var bare = string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
        return Grades.Any(grade => bare == grade || bare.Contains(grade + "★", StringComparison.Ordinal));
    }
}

/// <summary>An order that cannot be carried out. The message is a Chinese sentence: what is wrong, what to do.</summary>
public sealed class OrderException(string code, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>A classified paper is asked for.</summary>
    public const string Classified = "paper-classified";

    /// <summary>Something in the order is wrong or missing.</summary>
    public const string Invalid = "order-invalid";

    /// <summary>Stable code.</summary>
    public string Code { get; } = code;

    /// <summary>An order that is wrong.</summary>
    public static OrderException Of(string message) => new(Invalid, message);
}
