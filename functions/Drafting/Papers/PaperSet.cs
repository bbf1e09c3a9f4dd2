using System.Globalization;
using YiyuanSafety.Drafting.Regions;
using YiyuanSafety.Drafting.Sheets;
using YiyuanSafety.WorkPoints;

namespace YiyuanSafety.Drafting.Papers;

/// <summary>One paper to be written.</summary>
/// <param name="Path">Where it goes below the output folder, with / between folder and name; safe on Windows, unique without case.</param>
/// <param name="Order">What it is, and what it is about.</param>
/// <param name="Write">Writes the file to a stream that need not be seekable; may be called from any thread.</param>
public sealed record Paper(string Path, PaperOrder Order, Action<Stream> Write)
{
    /// <summary>What it is.</summary>
    public PaperKind Kind => Order.Kind;
}

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
    private const string LedgerName = "任务台账";

    /// <summary>The papers, drafted one by one as they are asked for; none of a document without tasks.</summary>
    /// <exception cref="UnknownTaskException">A task to press for is not in the document; thrown at once, before any paper.</exception>
    /// <exception cref="OrderException">An element on demand is wrong, or a classified paper is asked for.</exception>
    public static IEnumerable<Paper> Of(PaperRequest request, PaperTemplates templates)
    {
        request.Elements.Check();
        return Draft(request, templates, request.TasksOf(request.Supervised), request.TasksOf(request.Reminded));
    }

    /// <summary>Names papers that are asked for one by one: each in the folder of its kind, by task, body or subject.</summary>
    /// <exception cref="OrderException">An element on demand is wrong, or a classified paper is asked for.</exception>
    /// <returns>The orders with their paths below the output folder.</returns>
    public static IReadOnlyList<(PaperOrder Order, string Path)> Named(IReadOnlyList<PaperOrder> orders)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. orders.Select(order =>
        {
            order.Elements.Check();
            if (PaperKinds.Find(order.Kind) is not { } kind)
                return (order, FileNames.Unique(taken, "", LedgerName, ".xlsx"));
            var about = order.Tasks.Count > 0
                ? $"{string.Join(' ', order.Tasks.Take(3))} {Short(order.Body)}".Trim()
                : order.Body.Length > 0 ? Short(order.Body) : Short(order.Subject);
            if (order.Round > 1)
                about += string.Create(CultureInfo.InvariantCulture, $" 第{order.Round}次");
            return (order, FileNames.Unique(taken, kind.Name + "/", FileNames.Safe($"{about} {kind.Name}".Trim()), ".docx"));
        })];
    }

    /// <summary>Writes one paper to order, with what it needs to be refreshed.</summary>
    /// <param name="order">The order; of the ledger or any other kind.</param>
    /// <param name="drafts">Drafts from the request.</param>
    /// <param name="request">What it is drafted from.</param>
    /// <param name="templates">The templates.</param>
    /// <param name="output">Where the file goes; need not be seekable.</param>
    /// <exception cref="UnknownTaskException">The order names a task that the document does not have.</exception>
    /// <exception cref="OrderException">The order is wrong, or asks for a classified paper.</exception>
    public static void Write(PaperOrder order, PaperDrafts drafts, PaperRequest request, PaperTemplates templates, Stream output)
    {
        if (order.Kind == PaperKind.Ledger)
            LedgerWorkbook.Write(request.Document, drafts.Bodies, output);
        else
            PaperSeal.Write(templates[order.Kind], drafts.Of(order), order, request, output);
    }

    private static IEnumerable<Paper> Draft(
        PaperRequest request, PaperTemplates templates, IReadOnlyList<WorkTask> supervised, IReadOnlyList<WorkTask> reminded)
    {
        // A notice that hands out an empty table must not look like a finished paper.
        if (request.Document.Tasks.Count == 0)
            yield break;
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

        yield return Paper("", LedgerName, ".xlsx", new PaperOrder(PaperKind.Ledger));

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

        Paper Word(string folder, string name, PaperOrder order) => Paper(folder, FileNames.Safe(name), ".docx", order);

        Paper Paper(string folder, string name, string extension, PaperOrder order) =>
            new(FileNames.Unique(taken, folder, name, extension), order, output => Write(order, drafts, request, templates, output));
    }

    // A body's name may fill the whole file name; what kind of paper it is must still be seen.
    private static string Short(string body) => body.Length <= 60 ? body : FileNames.Safe(body)[..Math.Min(59, FileNames.Safe(body).Length)] + "…";
}
