using System.Collections.Concurrent;
using YiyuanSafety.Drafting.Templating;

namespace YiyuanSafety.Drafting.Papers;

/// <summary>The Word templates of the kinds of paper, each compiled once, when it is first needed.</summary>
/// <param name="open">Opens a template by its file name; the stream is closed after use.</param>
public sealed class PaperTemplates(Func<string, Stream> open)
{
    private readonly ConcurrentDictionary<PaperKind, Lazy<WordTemplate>> _compiled = new();

    /// <summary>The kinds that are made from a Word template: the template's file name and the record that gives its fields.</summary>
    public static IReadOnlyDictionary<PaperKind, (string File, Type Model)> Kinds { get; } =
        new Dictionary<PaperKind, (string, Type)>
        {
            [PaperKind.Notice] = ("notice.docx", typeof(Notice)),
            [PaperKind.TaskSheet] = ("task-sheet.docx", typeof(TaskSheet)),
            [PaperKind.SupervisionLetter] = ("supervision-letter.docx", typeof(SupervisionLetter)),
        };

    /// <summary>The compiled template of a kind.</summary>
    public WordTemplate this[PaperKind kind] => _compiled.GetOrAdd(kind, one => new Lazy<WordTemplate>(() => Compile(one))).Value;

    private WordTemplate Compile(PaperKind kind)
    {
        var (file, model) = Kinds[kind];
        using var docx = open(file);
        return WordTemplate.Compile(docx, file, model);
    }
}
