using System.Globalization;
using YiyuanSafety.Drafting.Regions;
using YiyuanSafety.Drafting.Sheets;
using YiyuanSafety.WorkPoints;

namespace YiyuanSafety.Drafting.Papers;

/// <summary>One paper to be written.</summary>
/// <param name="Path">Where it goes below the output folder, with / between folder and name; safe on Windows, unique without case.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Write">Writes the file to a stream that need not be seekable; may be called from any thread.</param>
public sealed record Paper(string Path, PaperKind Kind, Action<Stream> Write);

/// <summary>
/// All papers of one work-points document. The notice and the ledger stand at the top, where they are looked for first; papers of
/// which there are many have a folder each, numbered in the order of the directory so that Explorer sorts them as the office does:
/// <code>
/// 关于印发《…任务分工表》的通知.docx
/// 任务清单/03 县应急局 任务清单.docx
/// 督办函/14.3 县住房和城乡建设局 督办函.docx
/// 任务台账.xlsx
/// </code>
/// </summary>
public static class PaperSet
{
    /// <summary>The papers, drafted one by one as they are asked for.</summary>
    /// <exception cref="UnknownTaskException">A task to press for is not in the document; thrown at once, before any paper.</exception>
    /// <exception cref="OrderException">An element on demand is wrong, or a classified paper is asked for.</exception>
    public static IEnumerable<Paper> Of(PaperRequest request, PaperTemplates templates)
    {
        request.Elements.Check();
        return Draft(request, templates, request.TasksOf(request.Supervised), request.TasksOf(request.Reminded));
    }

    private static IEnumerable<Paper> Draft(
        PaperRequest request, PaperTemplates templates, IReadOnlyList<WorkTask> supervised, IReadOnlyList<WorkTask> reminded)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var drafts = new PaperDrafts(request);

        yield return Word("", Notice.NameFor(request), Order(PaperKind.Notice));

        var digits = drafts.Bodies.Count.ToString(CultureInfo.InvariantCulture).Length;
        var format = "D" + Math.Max(2, digits).ToString(CultureInfo.InvariantCulture);
        for (var i = 0; i < drafts.Bodies.Count; i++)
        {
            var number = (i + 1).ToString(format, CultureInfo.InvariantCulture);
            var body = drafts.Bodies[i].Body;
            yield return Word("任务清单/", $"{number} {Short(body)} 任务清单", Order(request.WideSheets ? PaperKind.WideTaskSheet : PaperKind.TaskSheet) with { Body = body });
        }

        foreach (var task in supervised)
            yield return Letter("督办函", PaperKind.SupervisionLetter, task);
        foreach (var task in reminded)
            yield return Letter("提醒函", PaperKind.ReminderLetter, task);

        yield return new Paper(
            FileNames.Unique(taken, "", "任务台账", ".xlsx"),
            PaperKind.Ledger,
            output => LedgerWorkbook.Write(request.Document, drafts.Bodies, output));

        PaperOrder Order(PaperKind kind) => new(kind) { Date = request.Date, ReplyBy = request.ReplyBy, ReplySlip = request.ReplySlip, Elements = request.Elements };

        Paper Letter(string name, PaperKind kind, WorkTask task)
        {
            var to = TaskLetter.AddressedAll([task]).To;
            var named = to.Count switch
            {
                0 => "",
                1 => Short(to[0]) + " ",
                var count => string.Create(CultureInfo.InvariantCulture, $"{Short(to[0])}等{count}家 "),
            };
            return Word(name + "/", $"{task.Id} {named}{name}", Order(kind) with { Tasks = [task.Id] });
        }

        Paper Word(string folder, string name, PaperOrder order) => new(
            FileNames.Unique(taken, folder, FileNames.Safe(name), ".docx"),
            order.Kind,
            output => PaperSeal.Write(templates[order.Kind], drafts.Of(order), order, request, output));
    }

    // A body's name may fill the whole file name; what kind of paper it is must still be seen.
    private static string Short(string body) => body.Length <= 60 ? body : FileNames.Safe(body)[..Math.Min(59, FileNames.Safe(body).Length)] + "…";
}
