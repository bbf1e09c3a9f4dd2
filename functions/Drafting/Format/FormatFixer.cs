using YiyuanSafety.Drafting.Format.Fixes;
using YiyuanSafety.WorkPoints.Reading;

namespace YiyuanSafety.Drafting.Format;

/// <summary>In whose name changes are tracked; time comes from outside, since drafting reads no clock.</summary>
/// <param name="Author">Shown beside each change in Word.</param>
/// <param name="Time">When.</param>
public sealed record TrackedBy(string Author, DateTimeOffset Time);

/// <summary>What a repair brought.</summary>
/// <param name="Before">The findings before.</param>
/// <param name="After">The findings that are left.</param>
public sealed record FixOutcome(FormatReport Before, FormatReport After)
{
    /// <summary>How many findings are gone; of those that were asked for, where some were.</summary>
    public int Repaired => Only is null
        ? Math.Max(0, Before.Findings.Count - After.Findings.Count)
        : Before.Findings.Select(finding => finding.Key).Intersect(Only).Except(After.Findings.Select(finding => finding.Key)).Count();

    /// <summary>Keys of the findings that were asked for; null for all.</summary>
    internal IReadOnlyCollection<string>? Only { get; init; }
}

/// <summary>Repairs what can be repaired without touching a word.</summary>
public static class FormatFixer
{
    // One repair may bring out another finding, such as the even footer once odd and even pages differ.
    private const int MostRounds = 5;

    /// <summary>Stable code of the refusal to write a file in the strict variant of the format.</summary>
    public const string StrictCode = "source-strict";

    /// <summary>Stable code of the refusal to hand out a copy whose text is not that of the document.</summary>
    public const string UnrepairableCode = "source-unrepairable";

    /// <summary>Writes a copy of a document with all repaired that can be.</summary>
    /// <param name="docx">The document.</param>
    /// <param name="output">Where the copy goes; nothing is written where this throws.</param>
    /// <param name="options">How to check.</param>
    /// <param name="tracked">Whose tracked changes the repairs are; null to change without a trace.</param>
    /// <exception cref="UnreadableSourceException">The document cannot be read, is in the strict variant, or is built so oddly that a repair would touch its text.</exception>
    public static FixOutcome Fix(Stream docx, Stream output, CheckOptions options, TrackedBy? tracked = null) => Fix(docx, output, options, tracked, null);

    /// <summary>Writes a copy of a document with some findings repaired.</summary>
    /// <param name="docx">The document.</param>
    /// <param name="output">Where the copy goes; nothing is written where this throws.</param>
    /// <param name="options">How to check.</param>
    /// <param name="tracked">Whose tracked changes the repairs are; null to change without a trace.</param>
    /// <param name="only">Keys of the findings to repair; null for all, and for those that a repair brings out.</param>
    /// <exception cref="UnreadableSourceException">The document cannot be read, is in the strict variant, or is built so oddly that a repair would touch its text.</exception>
    public static FixOutcome Fix(Stream docx, Stream output, CheckOptions options, TrackedBy? tracked, IReadOnlyCollection<string>? only)
    {
        using var original = new MemoryStream();
        FormatChecker.Copy(docx, original, options);
        var bytes = original.ToArray();
        var paper = FormatChecker.Open(bytes, options);
        if (paper.Document.File.IsStrict)
            throw new UnreadableSourceException(StrictCode, $"文件“{options.File}”是“严格的 Open XML 文档”，只能检查，不能修复。请用 Word 另存为普通的 .docx 后再试。");
        var words = StoryText.Of(paper.Document.File);
        var before = FormatChecker.Check(paper, options);
        for (var round = 0; round < (only is null ? MostRounds : 1); round++)
        {
            var repairs = FindingKeys.Of(FormatChecker.Faults(paper)).Where(one => only?.Contains(one.Key) ?? true).Select(one => one.Fault.Repair).OfType<Repair>().ToList();
            if (repairs.Count == 0)
                break;
            var editor = new Editor(paper.Document, tracked);
            foreach (var edit in repairs.SelectMany(repair => repair.Edits))
                editor.Apply(edit);
            var next = paper.Document.File.Write();
            if (next.AsSpan().SequenceEqual(bytes))
                break;
            bytes = next;
            paper = FormatChecker.Open(bytes, options);
        }

        if (StoryText.Differing(words, StoryText.Of(paper.Document.File)) is { } part)
            throw new UnreadableSourceException(UnrepairableCode, $"文件“{options.File}”的结构不正常（{part}），修复会影响文字，已经放弃，没有写出新文件。请用 Word 打开并另存为 .docx 后再试。");
        output.Write(bytes);
        return new FixOutcome(before, FormatChecker.Check(paper, options)) { Only = only };
    }
}
