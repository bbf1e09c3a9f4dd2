using System.Security.Cryptography;
using System.Text;

namespace YiyuanSafety.Drafting.Papers;

/// <summary>
/// What one paper was asked for, and nothing of what it says: with tasks, directory and profile it can be drafted again, next month or
/// on another machine. A paper carries its order inside (see <c>Regions/</c>), so new members need a default that old papers mean.
/// </summary>
/// <param name="Kind">The kind of paper.</param>
public sealed record PaperOrder(PaperKind Kind)
{
    private const int IdentityBytes = 6;

    /// <summary>
    /// Full name of the body that a task sheet is for, or of the one body that a letter or 挂牌督办通知 presses; empty for letters to all who
    /// lead, and for other kinds.
    /// </summary>
    public string Body { get; init; } = "";

    /// <summary>Ids of the tasks that a letter or a 挂牌督办通知 is about; empty for other kinds.</summary>
    public IReadOnlyList<string> Tasks { get; init; } = [];

    /// <summary>Which time the tasks are pressed for in a supervision cycle, from 1; 0 outside of a cycle.</summary>
    public int Round { get; init; }

    /// <summary>Papers that pressed for the same tasks before, the first first; cited by letters and 挂牌督办通知.</summary>
    public IReadOnlyList<EarlierPaper> Earlier { get; init; } = [];

    /// <summary>Last day of tasks by their ids, such as 14.3; tasks without keep their printed deadline alone.</summary>
    public IReadOnlyDictionary<string, DateOnly> Dues { get; init; } = new Dictionary<string, DateOnly>();

    /// <summary>成文日期; null leaves room to write it.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Last day for replies; null leaves room to write it.</summary>
    public DateOnly? ReplyBy { get; init; }

    /// <summary>Whether a task sheet ends with a reply slip; null as the profile has it.</summary>
    public bool? ReplySlip { get; init; }

    /// <summary>Elements on demand.</summary>
    public PaperElements Elements { get; init; } = new();

    /// <summary>What a 工作部署通知 is to say; null for other kinds.</summary>
    public DeploymentText? Deployment { get; init; }

    /// <summary>What a 挂牌督办通知 is to say beside its tasks; null for tasks alone.</summary>
    public ListedText? Listed { get; init; }

    /// <summary>What a 通报 is to say; null for other kinds.</summary>
    public BulletinText? Bulletin { get; init; }

    /// <summary>What 会议纪要 are to say; null for other kinds.</summary>
    public MinutesText? Minutes { get; init; }

    /// <summary>What a 进展情况通报 is to say; null for other kinds.</summary>
    public ProgressText? Progress { get; init; }

    // What tells two papers of a kind apart that are about no task.
    internal string Subject => Deployment?.Subject ?? Listed?.Subject ?? Bulletin?.Subject ?? Minutes?.Name ?? Progress?.Name ?? "";

    // Papers from before there were cycles keep their identity.
    private IEnumerable<string> InCycle => Round > 0 ? [FormattableString.Invariant($"round {Round}")] : [];

    /// <summary>
    /// The paper's identity, 12 hexadecimal digits: the same whenever the same paper is asked for of the same work-points document.
    /// </summary>
    /// <param name="request">What it is drafted from.</param>
    public string Identity(PaperRequest request)
    {
        var info = request.Document.Document;
        string[] parts = [Kind.ToString(), Body, .. Tasks, Subject, info.Title, info.DocumentNumber ?? "", info.Year?.ToString("D4", null) ?? "", .. InCycle];
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts)));
        return Convert.ToHexStringLower(hash.AsSpan(0, IdentityBytes));
    }
}
