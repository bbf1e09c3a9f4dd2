using YiyuanSafety.WorkPoints;
using YiyuanSafety.WorkPoints.Directory;

namespace YiyuanSafety.Drafting.Papers;

/// <summary>What papers are drafted from.</summary>
/// <param name="Document">The understood work-points document.</param>
/// <param name="Directory">The county's bodies.</param>
/// <param name="Profile">Who issues.</param>
public sealed record PaperRequest(WorkPointsDocument Document, BodyDirectory Directory, Profile Profile)
{
    /// <summary>成文日期; null leaves room to write it.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Last day for replies to supervision letters; null leaves room to write it.</summary>
    public DateOnly? ReplyBy { get; init; }

    /// <summary>Ids of the tasks to press for, such as 14.3.</summary>
    public IReadOnlyList<string> Supervised { get; init; } = [];

    /// <summary>Ids of the tasks to remind of.</summary>
    public IReadOnlyList<string> Reminded { get; init; } = [];

    /// <summary>Whether task sheets are landscape.</summary>
    public bool WideSheets { get; init; }

    /// <summary>Whether task sheets end with a reply slip; null as the profile has it.</summary>
    public bool? ReplySlip { get; init; }

    /// <summary>Elements on demand of every paper.</summary>
    public PaperElements Elements { get; init; } = new();

    /// <summary>Year of the issue number: that of the date, else that of the document, else null.</summary>
    public int? IssueYear => Date?.Year ?? Document.Document.Year;

    /// <summary>The document's title without 《》, as file names and titles use it; a general word where the document has none.</summary>
    public string Title => Document.Document.Title is { Length: > 0 } title ? title : "安全生产工作要点";

    /// <summary>How papers refer to the document: 《title》（number）, the number in brackets after the title.</summary>
    public string Source => Document.Document.DocumentNumber is { Length: > 0 } number
        ? $"{Wording.Cite(Title)}（{number}）"
        : Wording.Cite(Title);

    /// <summary>The tasks of those ids, in that order, each once.</summary>
    /// <exception cref="UnknownTaskException">Some are not in the document.</exception>
    public IReadOnlyList<WorkTask> TasksOf(IReadOnlyList<string> ids)
    {
        var byId = Document.Tasks.GroupBy(task => task.Id, StringComparer.Ordinal)
            .ToDictionary(tasks => tasks.Key, tasks => tasks.First(), StringComparer.Ordinal);
        var wanted = ids.Distinct(StringComparer.Ordinal).ToList();
        var unknown = wanted.Where(id => !byId.ContainsKey(id)).ToList();
        return unknown.Count > 0 ? throw new UnknownTaskException(unknown, [.. byId.Keys]) : [.. wanted.Select(id => byId[id])];
    }

    /// <summary>Names that a title must not break.</summary>
    internal IReadOnlyList<string> Names =>
        [Profile.Committee.Name, Profile.Office.Name, Profile.Committee.ShortName, Profile.Office.ShortName, Profile.Region];
}
