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

    /// <summary>Full name of the body that a task sheet is for; empty for other kinds.</summary>
    public string Body { get; init; } = "";

    /// <summary>Ids of the tasks that a letter or a 挂牌督办通知 is about; empty for other kinds.</summary>
    public IReadOnlyList<string> Tasks { get; init; } = [];

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

    // What tells two papers of a kind apart that are about no task.
    internal string Subject => Deployment?.Subject ?? Listed?.Subject ?? Bulletin?.Subject ?? Minutes?.Name ?? "";

    /// <summary>
    /// The paper's identity, 12 hexadecimal digits: the same whenever the same paper is asked for of the same work-points document.
    /// </summary>
    /// <param name="request">What it is drafted from.</param>
    public string Identity(PaperRequest request)
    {
        var info = request.Document.Document;
        string[] parts = [Kind.ToString(), Body, .. Tasks, Subject, info.Title, info.DocumentNumber ?? "", info.Year?.ToString("D4", null) ?? ""];
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts)));
        return Convert.ToHexStringLower(hash.AsSpan(0, IdentityBytes));
    }
}
