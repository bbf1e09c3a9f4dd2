using System.Globalization;
using System.Text.RegularExpressions;
using YiyuanSafety.Drafting.Format.Parts;

namespace YiyuanSafety.Drafting.Format;

/// <summary>What a paper says of itself, read from any .docx as the checker recognises its parts. Empty where it says nothing.</summary>
/// <param name="Title">标题, in one line.</param>
/// <param name="Number">发文字号 such as 源安办函〔2021〕3号; empty while its number is blank.</param>
/// <param name="Addressees">主送机关 without the colon.</param>
/// <param name="Date">成文日期; null while it is blank.</param>
/// <param name="Classification">密级; a paper that has one must not leave the machine.</param>
/// <param name="Genre">文种 by which the title ends, such as 通知.</param>
public sealed partial record PaperFacts(string Title, string Number, string Addressees, DateOnly? Date, string Classification, string Genre)
{
    /// <summary>Every <see cref="Genre"/> that there is (条例第八条).</summary>
    public static IReadOnlyList<string> Genres { get; } = Signs.Genres.Split('|');

    /// <summary>Reads a paper.</summary>
    /// <param name="docx">The file.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <exception cref="WorkPoints.Reading.UnreadableSourceException">The file cannot be read; the message says why.</exception>
    public static PaperFacts Read(ReadOnlyMemory<byte> docx, string file)
    {
        var parts = FormatChecker.Open(docx, new CheckOptions { File = file }).Parts;
        string Words(Part part) => string.Concat(parts.Of(part).SelectMany(paragraph => paragraph.Words).Where(c => !char.IsWhiteSpace(c)));
        var title = Words(Part.Title);
        return new PaperFacts(
            title,
            NumberShape().Match(Words(Part.IssueNumber)).Value,
            Words(Part.Addressees).TrimEnd('：', ':'),
            DateOf(parts.Of(Part.Date) is [.., var last] ? last.Words : ""),
            Words(Part.Secrecy),
            Signs.Genre.Match(title).Value);
    }

    private static DateOnly? DateOf(string words) =>
        DateShape().Match(words) is { Success: true } date
        && DateOnly.TryParseExact($"{date.Groups[1].Value}-{date.Groups[2].Value}-{date.Groups[3].Value}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    // A letter's number may have 份号, 密级 or 签发人 on its line.
    [GeneratedRegex(@"[一-鿿]{1,16}〔\d{4}〕\d{1,6}号")]
    private static partial Regex NumberShape();

    [GeneratedRegex(@"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")]
    private static partial Regex DateShape();
}
