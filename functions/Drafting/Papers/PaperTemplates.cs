using System.Collections.Concurrent;
using YiyuanSafety.Drafting.Templating;

namespace YiyuanSafety.Drafting.Papers;

/// <summary>The Word templates of the kinds of paper, each compiled once, when it is first needed.</summary>
/// <param name="open">Opens a template by its file name; the stream is closed after use.</param>
public sealed class PaperTemplates(Func<string, Stream> open)
{
    private readonly ConcurrentDictionary<PaperKind, Lazy<WordTemplate>> _compiled = new();

    /// <summary>The compiled template of a kind.</summary>
    public WordTemplate this[PaperKind kind] => _compiled.GetOrAdd(kind, one => new Lazy<WordTemplate>(() => Compile(one))).Value;

    private WordTemplate Compile(PaperKind kind)
    {
        var row = PaperKinds.Find(kind) ?? throw new ArgumentOutOfRangeException(nameof(kind), kind, "The kind is no Word paper.");
        using var docx = open(row.File);
        return WordTemplate.Compile(docx, row.File, row.Model);
    }
}
