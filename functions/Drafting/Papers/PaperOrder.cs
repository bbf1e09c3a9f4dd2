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

    /// <summary>Ids of the tasks that a letter presses for; empty for other kinds.</summary>
    public IReadOnlyList<string> Tasks { get; init; } = [];

    /// <summary>成文日期; null leaves room to write it.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Last day for replies; null leaves room to write it.</summary>
    public DateOnly? ReplyBy { get; init; }

    /// <summary>
    /// The paper's identity, 12 hexadecimal digits: the same whenever the same paper is asked for of the same work-points document.
    /// </summary>
    /// <param name="request">What it is drafted from.</param>
    public string Identity(PaperRequest request)
    {
        var info = request.Document.Document;
        string[] parts = [Kind.ToString(), Body, .. Tasks, info.Title, info.DocumentNumber ?? "", info.Year?.ToString("D4", null) ?? ""];
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts)));
        return Convert.ToHexStringLower(hash.AsSpan(0, IdentityBytes));
    }
}
