using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace YiyuanSafety.Drafting.Collecting;

/// <summary>Which row of which body's sheet an answer belongs to, as it stands hidden in the sheet.</summary>
/// <param name="Task">The task.</param>
/// <param name="Mark">Eight hexadecimal digits that stand for the body; see <see cref="MarkOf"/>.</param>
public sealed record RowKey(Guid Task, string Mark)
{
    private const int TaskLength = 32;
    private const int MarkLength = 8;
    private const int CheckLength = 4;

    /// <summary>The key of a body's row for a task.</summary>
    public static RowKey Of(Guid task, string body) => new(task, MarkOf(body));

    /// <summary>What stands for a body: the first digits of the SHA-256 of its name without white space.</summary>
    public static string MarkOf(string body) => Digits(Half.Bare(body), MarkLength);

    /// <summary>Whether the key is one of this body's.</summary>
    public bool IsOf(string body) => Mark == MarkOf(body);

    /// <summary>Reads a key. Case, width and white space do not matter.</summary>
    /// <returns>The key; null for anything that is not, to the last digit, what <see cref="ToString"/> wrote.</returns>
    public static RowKey? Parse(string text)
    {
        if (text.Length > 200)
            return null;
        var parts = Half.Bare(text).ToLowerInvariant().Split('-');
        return parts is [{ Length: TaskLength }, { Length: MarkLength }, { Length: CheckLength }]
            && parts[1].All(char.IsAsciiHexDigitLower)
            && Guid.TryParseExact(parts[0], "N", out var task)
            && new RowKey(task, parts[1]) is var key && key.Check() == parts[2]
            ? key : null;
    }

    /// <summary>The key as text: the task, the mark of the body, and a check on both.</summary>
    public override string ToString() => Content() + "-" + Check();

    private string Content() => Task.ToString("N", CultureInfo.InvariantCulture) + "-" + Mark;

    private string Check() => Digits(Content(), CheckLength);

    private static string Digits(string text, int length) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..length];
}
