using System.Globalization;
using YiyuanSafety.Drafting.Format;
using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.Drafting.Regions;
using YiyuanSafety.Filing.Drives;
using YiyuanSafety.Filing.Places;

namespace YiyuanSafety.Host.Filings;

/// <summary>A paper that is to be filed.</summary>
/// <param name="Name">Its file name, for people.</param>
/// <param name="Identity">The identity that the file carries; for a file without one, made from its content: two files of one name may be two papers.</param>
/// <param name="PaperId">The paper of the ledger; null for one that it does not have.</param>
/// <param name="Revision">Its revision there; 0 without one.</param>
/// <param name="Fields">What the patterns of places may say of it.</param>
/// <param name="To">主送.</param>
/// <param name="Content">The file.</param>
/// <param name="Pdf">Its PDF; null for none.</param>
internal sealed record FilingPaper(
    string Name, string Identity, Guid? PaperId, int Revision, FilingFields Fields, string To, DriveContent Content, DriveContent? Pdf)
{
    private const string Sheets = "任务台账";
    private const string Other = "其他";

    /// <summary>The kinds that the pattern of a place may be for.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [.. PaperKinds.All.Select(kind => kind.Name).Concat(PaperFacts.Genres).Append(Sheets).Append(Other).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether it is a Word paper: of others no PDF is made.</summary>
    public bool IsWord => IsWordName(Name);

    /// <summary>What is shown beside the file in a library.</summary>
    public IReadOnlyDictionary<string, string> Columns => new Dictionary<string, string>
    {
        ["文号"] = Fields.Number,
        ["文种"] = Fields.Kind,
        ["主送"] = To,
        ["成文日期"] = Fields.Date,
        ["密级"] = "无",
    };

    /// <summary>A file as it says of itself what it is.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="bytes">The file, in memory: it is read more than once.</param>
    /// <param name="pdf">Its PDF; null for none.</param>
    /// <param name="year">The year where the paper names none.</param>
    /// <exception cref="OrderException">The paper is classified.</exception>
    /// <exception cref="WorkPoints.Reading.UnreadableSourceException">It is called .docx and is none.</exception>
    public static FilingPaper Of(string name, ReadOnlyMemory<byte> bytes, DriveContent? pdf, int year)
    {
        var stem = Path.GetFileNameWithoutExtension(name);
        var content = DriveContent.Of(bytes.ToArray());
        if (!IsWordName(name))
        {
            var isSheets = stem.StartsWith(Sheets, StringComparison.Ordinal);
            var plain = new FilingFields(Text(year), isSheets ? Sheets : Other, "", "", stem, "", "", stem);
            return new FilingPaper(name, IdentityOf(content), null, 0, plain, "", content, pdf);
        }

        var facts = Facts(name, bytes);
        // A document into which a paper's text was put is a file of its own.
        var record = PaperRefresh.FindRecord(bytes) is { IsFragment: false } itself ? itself : null;
        var kind = record is null ? (facts.Genre.Length > 0 ? facts.Genre : Other) : PaperKinds.Find(record.Order.Kind)?.Name ?? Other;
        var department = record?.Order switch
        {
            { Kind: PaperKind.SupervisionLetter or PaperKind.ReminderLetter } => facts.Addressees,
            { Body: { Length: > 0 } body } => body,
            _ => "",
        };
        var fields = new FilingFields(
            Text(facts.Date?.Year ?? record?.Year ?? year), kind, department, facts.Number, facts.Title.Length > 0 ? facts.Title : stem, DateText(facts.Date), record?.County ?? "", stem);
        return new FilingPaper(name, record?.Paper ?? IdentityOf(content), null, 0, fields, facts.Addressees, content, pdf);
    }

    /// <summary>Whether a file of this name is a Word paper.</summary>
    public static bool IsWordName(string name) => Path.GetExtension(name).Equals(".docx", StringComparison.OrdinalIgnoreCase);

    /// <summary>A day as patterns and the register write it; empty for none.</summary>
    public static string DateText(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>What the paper says of itself; a classified one is refused.</summary>
    public static PaperFacts Facts(string name, ReadOnlyMemory<byte> docx)
    {
        var facts = PaperFacts.Read(docx, name);
        return facts.Classification.Length == 0
            ? facts
            : throw new OrderException(OrderException.Classified, $"“{name}”标有密级“{facts.Classification}”，不能归档到共享位置。涉密文件必须按保密规定在涉密计算机上保管。");
    }

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);

    private static string IdentityOf(DriveContent content) => "file-" + content.Hash[..24];
}
