using System.Text.Json;
using System.Text.Json.Serialization;

namespace YiyuanSafety.Drafting.Papers;

/// <summary>
/// Who issues papers and how (<c>templates/profile.json</c>). Whatever is empty is printed as a blank to fill in by hand, never guessed.
/// </summary>
public sealed record Profile
{
    // Not source-generated: generated code sets what the file leaves out to null instead of its default.
    private static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>A profile that knows nothing: every paper has blanks where the issuer would stand.</summary>
    public static Profile Empty { get; } = new();

    /// <summary>Where the schema of the file is, for editors; of no meaning here.</summary>
    [JsonPropertyName("$schema")]
    public string Schema { get; init; } = "";

    /// <summary>Name of the county or city as it heads the names of its bodies, such as 沂源县.</summary>
    public string Region { get; init; } = "";

    /// <summary>The safety committee (安委会), which issues red-head papers.</summary>
    public Issuer Committee { get; init; } = new();

    /// <summary>The committee's office (安委办), which issues letters.</summary>
    public Issuer Office { get; init; } = new();

    /// <summary>To whom a notice goes; empty for the committee's members.</summary>
    public IReadOnlyList<string> NoticeAddressees { get; init; } = [];

    /// <summary>To whom copies of a notice go (抄送); empty for none.</summary>
    public IReadOnlyList<string> CopyTo { get; init; } = [];

    /// <summary>Who prints and sends (印发机关); empty for the office.</summary>
    public string PrintedBy { get; init; } = "";

    /// <summary>Person who signs papers that go upwards (签发人); not printed on papers that go down or sideways.</summary>
    public string Signer { get; init; } = "";

    /// <summary>Whom to ask about a paper.</summary>
    public Contact Contact { get; init; } = new();

    /// <summary>How replies reach the office, such as an address or a mailbox.</summary>
    public string ReplyChannel { get; init; } = "";

    /// <summary>Whether room is kept for a seal over signature and date (7.3.5.1); else the signature stands as in 7.3.5.2.</summary>
    public bool Seal { get; init; } = true;

    /// <summary>Whether red-head papers are printed on paper that has mark and red line already: then their place stays empty.</summary>
    public bool PreprintedHead { get; init; }

    /// <summary>Whether a task sheet ends with a reply slip (办理情况回执).</summary>
    public bool ReplySlip { get; init; }

    /// <summary>Whether titles begin with the issuer's name, as article 9 of the 条例 has it.</summary>
    public bool TitleNamesIssuer { get; init; } = true;

    /// <summary>Names of the fonts that papers ask for, to be looked for before a PDF is made.</summary>
    public FontSet Fonts { get; init; } = new();

    /// <summary>Where papers are filed on shared drives, and where the register lies.</summary>
    public FilingPlaces Filing { get; init; } = new();

    /// <summary>When bodies are reminded and pressed (督办).</summary>
    public SupervisionTerms Supervision { get; init; } = new();

    /// <summary>Reads a profile file (see <c>templates/profile.schema.json</c>).</summary>
    /// <exception cref="ProfileException">The file is no profile; the message says what is wrong where.</exception>
    public static Profile Load(Stream json)
    {
        try
        {
            var profile = JsonSerializer.Deserialize<Profile>(json, Strict)
                ?? throw new ProfileException("发文配置文件的内容是 null，应是一个对象，请对照 profile.schema.json 填写。");
            if (profile.Supervision?.Check() is { } wrong)
                throw new ProfileException($"发文配置文件里的 supervision 不对：{wrong}");
            return profile.FirstMissing() is { } missing
                ? throw new ProfileException($"发文配置文件的“{missing}”是 null。不填写的项请写成空字符串或删去。")
                : profile;
        }
        catch (JsonException error)
        {
            throw new ProfileException(
                FormattableString.Invariant($"发文配置文件第 {error.LineNumber + 1} 行（{error.Path}）无法读取：不是合法的 JSON，或者有不认识的项、类型不对的值。请对照 profile.schema.json 修改。"),
                error);
        }
    }

    // A JSON null gets past nullable reference types, so it is looked for where the file enters.
    private string? FirstMissing() => this switch
    {
        { Region: null } => "region",
        { Committee: null or { Name: null } or { ShortName: null } or { IssueCode: null } } => "committee",
        { Office: null or { Name: null } or { ShortName: null } or { IssueCode: null } or { LetterCode: null } } => "office",
        { NoticeAddressees: null } => "noticeAddressees",
        { CopyTo: null } => "copyTo",
        { PrintedBy: null } => "printedBy",
        { Signer: null } => "signer",
        { Contact: null or { Name: null } or { Phone: null } } => "contact",
        { ReplyChannel: null } => "replyChannel",
        { Fonts: null } => "fonts",
        { Supervision: null } => "supervision",
        { Filing: null or { Path: null } or { Register: null } or { Kinds: null } } => "filing",
        _ when Filing.Kinds.Values.Contains(null) => "filing.kinds",
        _ => NoticeAddressees.Contains(null) ? "noticeAddressees" : CopyTo.Contains(null) ? "copyTo" : null,
    };
}

/// <summary>A body that issues papers.</summary>
public sealed record Issuer
{
    /// <summary>Full name, such as 沂源县安全生产委员会.</summary>
    public string Name { get; init; } = "";

    /// <summary>The name used inside sentences, such as 县安委会办公室; empty for the full name.</summary>
    public string ShortName { get; init; } = "";

    /// <summary>Code of its red-head papers (发文机关代字), such as 源安委发.</summary>
    public string IssueCode { get; init; } = "";

    /// <summary>Code of its letters, such as 源安办函.</summary>
    public string LetterCode { get; init; } = "";

    /// <summary>What a sentence calls it.</summary>
    [JsonIgnore]
    public string Called => ShortName.Length > 0 ? ShortName : Name;
}

/// <summary>Whom to ask.</summary>
public sealed record Contact
{
    /// <summary>Person.</summary>
    public string Name { get; init; } = "";

    /// <summary>Telephone number as printed.</summary>
    public string Phone { get; init; } = "";
}

/// <summary>When bodies are reminded and pressed (督办).</summary>
public sealed record SupervisionTerms
{
    private const int MostDays = 90;

    /// <summary>So many days before a due day it is reminded of; 0 for never.</summary>
    public int RemindDays { get; init; } = 7;

    /// <summary>So many working days are given to answer a 督办函 or 提醒函.</summary>
    public int ReplyWorkdays { get; init; } = 5;

    /// <summary>So many working days are given to answer a 挂牌督办通知.</summary>
    public int ListedReplyWorkdays { get; init; } = 10;

    /// <summary>Whether cooperating bodies are pressed as well as those who lead or are responsible.</summary>
    public bool PressesCooperating { get; init; }

    /// <summary>Whether the program prepares letters by itself, to be looked at and issued by a person.</summary>
    public bool PreparesLetters { get; init; } = true;

    // Why the terms cannot be used; null where they can.
    internal string? Check() =>
        RemindDays is < 0 or > MostDays ? $"remindDays 应在 0 至 {MostDays} 之间。"
        : ReplyWorkdays is < 1 or > MostDays ? $"replyWorkdays 应在 1 至 {MostDays} 之间。"
        : ListedReplyWorkdays is < 1 or > MostDays ? $"listedReplyWorkdays 应在 1 至 {MostDays} 之间。"
        : null;
}

/// <summary>Patterns of places on shared drives; empty ones stand for the usual places.</summary>
public sealed record FilingPlaces
{
    /// <summary>Where papers go, such as <c>{{year}}年/{{kind}}/{{department}}/{{number}} {{title}}.docx</c>.</summary>
    public string Path { get; init; } = "";

    /// <summary>Where papers of some kinds go, by the kind's name, such as 督办函; the others go to <see cref="Path"/>.</summary>
    public IReadOnlyDictionary<string, string> Kinds { get; init; } = new Dictionary<string, string>();

    /// <summary>Where the register (发文登记簿) lies, such as <c>{{year}}年/发文登记簿.xlsx</c>.</summary>
    public string Register { get; init; } = "";
}

/// <summary>Names of the fonts for each kind of type of the standard.</summary>
public sealed record FontSet
{
    /// <summary>仿宋体.</summary>
    public string FangSong { get; init; } = Format.FontNames.FangSong;

    /// <summary>楷体.</summary>
    public string Kai { get; init; } = Format.FontNames.Kai;

    /// <summary>黑体.</summary>
    public string Hei { get; init; } = Format.FontNames.Hei;

    /// <summary>小标宋体.</summary>
    public string XiaoBiaoSong { get; init; } = Format.FontNames.XiaoBiaoSong;

    /// <summary>宋体.</summary>
    public string Song { get; init; } = Format.FontNames.Song;
}

/// <summary>A profile file that cannot be used. The message is a Chinese sentence: what is wrong, where, what to do.</summary>
public sealed class ProfileException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Stable code of the error.</summary>
    public string Code { get; } = "profile-invalid";
}
