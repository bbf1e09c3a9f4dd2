using YiyuanSafety.Drafting.Templating;
using YiyuanSafety.WorkPoints;

namespace YiyuanSafety.Drafting.Papers;

/// <summary>督办函 and 提醒函: the office presses for tasks, or reminds of them, in 信函格式 (10.1).</summary>
public sealed record TaskLetter : PaperDraft
{
    // A longer list stands better in a table of its own.
    private const int MostInText = 3;

    /// <summary>版头 of the letter.</summary>
    [Field("信函版头")]
    public required RedHead Head { get; init; }

    /// <summary>标题, one line each.</summary>
    [Field("标题，一行一项")]
    public required IReadOnlyList<string> TitleLines { get; init; }

    /// <summary>主送机关.</summary>
    [Field("主送机关")]
    public required AddresseeLine Addressees { get; init; }

    /// <summary>How the text speaks to them: 你单位, or 你们单位 for several.</summary>
    [Field("称呼", "你单位")]
    public required string You { get; init; }

    /// <summary>Their part in the task; for several tasks, 承担.</summary>
    [Field("主送机关在任务中的职责", "牵头")]
    public required string Part { get; init; }

    /// <summary>The sentence that cites papers which pressed for the same tasks, or some of them, before; empty for none.</summary>
    [Field("此前提醒、督办的情况，没有则为空", "我办曾于2021年7月2日以《督办函》（源安委办函〔2021〕12号）督办上述任务，至今未收到完成情况的反馈。")]
    public required string Earlier { get; init; }

    /// <summary>Whether papers did before, for all of its tasks, what this letter does now.</summary>
    [Field("是否再次督办或再次提醒")]
    public required bool IsRepeated { get; init; }

    /// <summary>How many tasks are late.</summary>
    [Field("已逾期的任务项数", "1")]
    public required int Overdue { get; init; }

    /// <summary>The work-points document with its number.</summary>
    [Field("所依据的文件", "《沂源县2021年安全生产工作要点》（源安委发〔2021〕7号）")]
    public required string Source { get; init; }

    /// <summary>The task, of a letter about one.</summary>
    [Field("所涉任务（只有一项时）")]
    public required LetterTask Task { get; init; }

    /// <summary>All tasks.</summary>
    [Field("所涉任务")]
    public required IReadOnlyList<LetterTask> Tasks { get; init; }

    /// <summary>How many tasks.</summary>
    [Field("任务项数", "1")]
    public required int Count { get; init; }

    /// <summary>Whether the tasks stand in a table attached to the letter.</summary>
    [Field("任务是否列在附表中")]
    public required bool HasTable { get; init; }

    /// <summary>The table's name as its title, broken into lines.</summary>
    [Field("附表标题，一行一项")]
    public required IReadOnlyList<string> TableTitleLines { get; init; }

    /// <summary>附件.</summary>
    [Field("附件说明")]
    public required AttachmentList Attachments { get; init; }

    /// <summary>How to answer.</summary>
    [Field("反馈要求")]
    public required ReplyDetails Reply { get; init; }

    /// <summary>署名, 成文日期, 附注.</summary>
    [Field("署名和成文日期")]
    public required Signature Signature { get; init; }

    /// <summary>抄送机关 without the final stop; empty for none. A letter's 版记 has neither lines nor 印发 (10.1).</summary>
    [Field("抄送机关，不含句号；没有则为空")]
    public required string CopyTo { get; init; }

    /// <summary>Drafts a letter.</summary>
    /// <param name="request">What it is drafted from.</param>
    /// <param name="tasks">The tasks, at least one.</param>
    /// <param name="isReminder">提醒函 rather than 督办函.</param>
    public static TaskLetter From(PaperRequest request, IReadOnlyList<WorkTask> tasks, bool isReminder) =>
        From(request, tasks, isReminder, Pressing.None);

    /// <summary>Drafts a letter of a supervision cycle.</summary>
    internal static TaskLetter From(PaperRequest request, IReadOnlyList<WorkTask> tasks, bool isReminder, Pressing pressing)
    {
        var office = request.Profile.Office;
        var to = pressing.Body.Length > 0 ? [pressing.Body] : AddressedAll(tasks).To;
        var hasTable = tasks.Count > MostInText;
        var table = isReminder ? "提醒事项清单" : "督办事项清单";
        var sentence = new EarlierSentence("我办", Wording.OrBlank(request.Profile.Committee.Called, 4), "上述任务", hasTable ? "附件所列" : "下列", isReminder ? "进展情况" : "完成情况");
        string[] ids = [.. tasks.Select(task => task.Id)];
        return new TaskLetter
        {
            Head = RedHead.OfLetter(request, office),
            TitleLines = RedHeadPaper.TitleOf(request, office.Name, NameFor(tasks, isReminder), to),
            Addressees = AddresseeLine.Of(request, Wording.Join(to.Select(body => request.Directory.Find(body)?.Addressee ?? body))),
            You = to.Count == 1 && !IsGroup(tasks, to[0]) && request.Elements.Addressees.Count <= 1 ? "你单位" : "你们单位",
            Part = pressing.Body.Length > 0 ? Pressing.PartOf(pressing.Body, tasks, request.Directory)
                : tasks.Count == 1 ? AddressedAll(tasks).Part : "承担",
            Earlier = sentence.Of(pressing.Earlier, ids, request.Date),
            IsRepeated = EarlierPaper.Repeats(pressing.Earlier, ids, isReminder),
            Overdue = tasks.Count(task => pressing.IsOverdue(task, request.Date, isReminder)),
            Source = request.Source,
            Task = One(tasks[0], 0),
            Tasks = [.. tasks.Select(One)],
            Count = tasks.Count,
            HasTable = hasTable,
            TableTitleLines = [table],
            Attachments = AttachmentList.Of(request, hasTable ? [table] : []),
            Reply = ReplyDetails.Of(request),
            Signature = Signature.Of(request, office.Name),
            CopyTo = string.Join('，', request.Elements.CopyTo ?? []),
        };

        LetterTask One(WorkTask task, int index) => Entry(task, index + 1, to) with
        {
            Due = pressing.DueOf(task) is { } due ? Wording.Date(due) : "",
            DueNote = pressing.DueNote(task, request.Date, isReminder),
            IsOverdue = pressing.IsOverdue(task, request.Date, isReminder),
        };
    }

    /// <summary>To whom a letter about the tasks goes, and their part in them: those who lead, else those responsible, else all named.</summary>
    public static (IReadOnlyList<string> To, string Part) AddressedAll(IReadOnlyList<WorkTask> tasks)
    {
        var each = tasks.Select(Addressed).ToList();
        return ([.. each.SelectMany(one => one.To).Distinct(StringComparer.Ordinal)], each[0].Part);
    }

    private static string NameFor(IReadOnlyList<WorkTask> tasks, bool isReminder)
    {
        var first = tasks[0].Title.Length > 0 ? Wording.Quote(tasks[0].Title) : $"第{tasks[0].Item}项";
        var subject = tasks.Count == 1 ? $"{first}任务" : FormattableString.Invariant($"{first}等{tasks.Count}项任务");
        return isReminder ? $"关于提醒做好{subject}落实工作的函" : $"关于督办{subject}落实情况的函";
    }

    private static (IReadOnlyList<string> To, string Part) Addressed(WorkTask task)
    {
        foreach (var (role, word) in Parties.Roles)
        {
            if (Parties.Names(task, role).ToList() is { Count: > 0 } names)
                return (names, word == "责任" ? "负责" : word);
        }

        return ([], "承担");
    }

    private static bool IsGroup(IReadOnlyList<WorkTask> tasks, string body) =>
        tasks.Any(task => task.Parties.Any(party => party.Kind == BodyKind.Group && party.Canonical == body));

    private static LetterTask Entry(WorkTask task, int number, IReadOnlyList<string> to) => new()
    {
        Number = number,
        Mark = Wording.Mark(number, task.Text),
        Id = task.Id,
        Title = task.Title,
        Place = (task.Section.Length > 0 ? Wording.Quote(task.Section) + "部分" : "") + $"第{task.Item}项" + (task.Title.Length > 0 ? Wording.Quote(task.Title) : ""),
        Text = task.Text,
        Clause = task.Responsibility,
        Others = Wording.Join(task.Parties.Where(party => party.Role != PartyRole.Guiding)
            .Select(party => party.Canonical)
            .Distinct(StringComparer.Ordinal)
            .Where(body => !to.Contains(body))),
        Deadline = Parties.Timing(task),
    };
}

/// <summary>A task that a letter is about.</summary>
public sealed record LetterTask
{
    /// <summary>序号 in the letter, from 1.</summary>
    [Field("序号", "1")]
    public required int Number { get; init; }

    /// <summary>序号 as it stands before the text in a list; set apart from a text that begins with a figure.</summary>
    [Field("列在正文里时的序号；任务内容以数字开头的，隔开一格", "1.")]
    public required string Mark { get; init; }

    /// <summary>The task's id.</summary>
    [Field("任务编号", "14.3")]
    public required string Id { get; init; }

    /// <summary>Title of the item; may be empty.</summary>
    [Field("条目标题", "强化矿山安全风险防控")]
    public required string Title { get; init; }

    /// <summary>Where the document sets it.</summary>
    [Field("任务在文件中的位置", "“（四）突出防控重点行业领域安全风险”部分第14项“强化矿山安全风险防控”")]
    public required string Place { get; init; }

    /// <summary>What is to be done.</summary>
    [Field("任务内容", "依法吊销矿山相应类别建筑业企业资质。")]
    public required string Text { get; init; }

    /// <summary>The responsibility clause as printed.</summary>
    [Field("责任分工原文", "县住房和城乡建设局负责")]
    public required string Clause { get; init; }

    /// <summary>Everyone else who does part of the work, those who guide it left out; empty where nobody.</summary>
    [Field("其他承担单位，没有则为空", "各有关部门")]
    public required string Others { get; init; }

    /// <summary>Deadlines and rhythms as printed; empty where the document gives none.</summary>
    [Field("完成时限，没有则为空", "6月底前")]
    public required string Deadline { get; init; }

    /// <summary>The day it is due, where the order gives it; else empty.</summary>
    [Field("到期日，没有给出则为空", "2021年6月30日")]
    public string Due { get; init; } = "";

    /// <summary>The due day in words; empty where the order gives none.</summary>
    [Field("到期情况，没有给出到期日则为空", "应于2021年6月30日前完成，现已逾期")]
    public string DueNote { get; init; } = "";

    /// <summary>Whether it is late.</summary>
    [Field("是否已逾期")]
    public bool IsOverdue { get; init; }
}
