using YiyuanSafety.Drafting.Templating;
using YiyuanSafety.WorkPoints;

namespace YiyuanSafety.Drafting.Papers;

/// <summary>挂牌督办通知: the committee puts hazards or overdue tasks under its public watch until they are settled.</summary>
public sealed record ListedNotice : RedHeadPaper
{
    /// <summary>What the decision rests on.</summary>
    [Field("依据", "根据《沂源县2021年安全生产工作要点》（源安委发〔2021〕7号）和县安委会有关规定，经研究")]
    public required string Basis { get; init; }

    /// <summary>What is listed, in words.</summary>
    [Field("挂牌督办的对象", "2项安全生产重点任务")]
    public required string Subject { get; init; }

    /// <summary>The sentence that cites papers which pressed for the same tasks before; empty for none.</summary>
    [Field("此前提醒、督办的情况，没有则为空", "县安委办曾于2021年7月2日以《督办函》（源安委办函〔2021〕12号）督办有关任务，至今未收到完成情况的反馈。")]
    public required string Earlier { get; init; }

    /// <summary>What is listed, one by one; the table attached to the notice.</summary>
    [Field("督办事项")]
    public required IReadOnlyList<ListedMatter> Matters { get; init; }

    /// <summary>How many.</summary>
    [Field("督办事项数", "2")]
    public required int Count { get; init; }

    /// <summary>Name of the table.</summary>
    [Field("附表标题，一行一项", "挂牌督办事项清单")]
    public required IReadOnlyList<string> TableTitleLines { get; init; }

    /// <summary>Further demands, a paragraph each.</summary>
    [Field("补充的整改要求，一段一项")]
    public required IReadOnlyList<string> Requirements { get; init; }

    /// <summary>How to answer.</summary>
    [Field("反馈要求")]
    public required ReplyDetails Reply { get; init; }

    private const string Table = "挂牌督办事项清单";

    /// <summary>Drafts the notice.</summary>
    /// <param name="request">What it is drafted from.</param>
    /// <param name="tasks">Tasks to list; may be empty where the text has matters of its own.</param>
    /// <param name="text">Matters and words of the person's own; null for tasks alone.</param>
    public static ListedNotice From(PaperRequest request, IReadOnlyList<WorkTask> tasks, ListedText? text) =>
        From(request, tasks, text, Pressing.None);

    /// <summary>Drafts a notice of a supervision cycle.</summary>
    internal static ListedNotice From(PaperRequest request, IReadOnlyList<WorkTask> tasks, ListedText? text, Pressing pressing)
    {
        text?.Check();
        IReadOnlyList<ListedMatter> matters =
        [
            .. tasks.Select((task, index) => Of(task, index + 1, request, pressing)),
            .. (text?.Matters ?? []).Select((matter, index) => Of(matter, tasks.Count + index + 1, request.ReplyBy)),
        ];
        if (matters.Count == 0)
            throw OrderException.Of("挂牌督办没有督办事项。请用 tasks 指定任务编号，或在 listed.matters 中填写。");
        var committee = request.Profile.Committee;
        var addressees = AddresseeLine.Of(request, Wording.Join(matters.Select(matter => matter.Body).Distinct(StringComparer.Ordinal)));
        return new ListedNotice
        {
            Head = RedHead.OfPaper(request, committee),
            TitleLines = TitleOf(request, committee.Name, NameFor(matters.Count, tasks, text)),
            Addressees = addressees,
            Basis = text?.Basis is { Length: > 0 } basis ? basis.TrimEnd('，', '。') : $"根据{request.Source}，经研究",
            Subject = Called(matters.Count, text),
            Earlier = new EarlierSentence(Wording.OrBlank(request.Profile.Office.Called, 4), Wording.OrBlank(committee.Called, 4), "有关任务", "附件所列", "完成情况")
                .Of(pressing.Earlier, [.. tasks.Select(task => task.Id)], request.Date),
            Matters = matters,
            Count = matters.Count,
            TableTitleLines = [Table],
            Requirements = text?.Requirements ?? [],
            Reply = ReplyDetails.Of(request),
            Attachments = AttachmentList.Of(request, Table),
            Signature = Signature.Of(request, committee.Name),
            Colophon = Colophon.Of(request, addressees),
        };
    }

    /// <summary>The title without the issuer.</summary>
    internal static string NameFor(int count, IReadOnlyList<WorkTask> tasks, ListedText? text) =>
        text?.Subject is { Length: > 0 } subject ? $"关于挂牌督办{subject}的通知"
        : count == 1 && tasks is [{ Title.Length: > 0 } only] ? $"关于挂牌督办{Wording.Quote(only.Title)}任务的通知"
        : $"关于挂牌督办{Called(count, text)}的通知";

    private static string Called(int count, ListedText? text) =>
        text?.Subject is { Length: > 0 } subject ? subject : FormattableString.Invariant($"{count}项安全生产重点任务");

    private static ListedMatter Of(WorkTask task, int number, PaperRequest request, Pressing pressing) => new()
    {
        Number = number,
        Name = task.Title.Length > 0 ? task.Title : $"第{task.Item}项任务",
        Fact = $"{task.Text}（{(pressing.DueNote(task, request.Date, false) is { Length: > 0 } due ? due + "；" : "")}任务编号：{task.Id}）",
        Requirement = "按工作要点要求抓紧完成，并报告完成情况。",
        Body = pressing.Body.Length > 0 ? pressing.Body : TaskLetter.AddressedAll([task]).To is { Count: > 0 } to ? Wording.Join(to) : task.Responsibility,
        DueBy = Parties.Timing(task) is { Length: > 0 } timing && !IsPast(task, request, pressing) ? timing : Before(request.ReplyBy),
    };

    // A deadline that has passed is no day to settle the matter by, where the notice sets one.
    private static bool IsPast(WorkTask task, PaperRequest request, Pressing pressing) =>
        request.ReplyBy is not null && pressing.IsOverdue(task, request.Date, false);

    // Where nothing else is set, the notice's own day counts for all.
    private static string Before(DateOnly? day) => day is null ? "" : Wording.Date(day) + "前";

    private static ListedMatter Of(MatterText matter, int number, DateOnly? last) => new()
    {
        Number = number,
        Name = matter.Name,
        Fact = matter.Fact,
        Requirement = matter.Requirement,
        Body = matter.Body,
        DueBy = Before(matter.DueBy ?? last),
    };
}

/// <summary>One matter under watch.</summary>
public sealed record ListedMatter
{
    /// <summary>序号, from 1.</summary>
    [Field("序号", "1")]
    public required int Number { get; init; }

    /// <summary>What it is called.</summary>
    [Field("督办事项", "某矿山边坡隐患")]
    public required string Name { get; init; }

    /// <summary>What was found.</summary>
    [Field("问题隐患或任务内容", "边坡角超过设计值，未设置监测点。")]
    public required string Fact { get; init; }

    /// <summary>What is to be done.</summary>
    [Field("整改要求", "立即停止作业，按设计降坡，验收合格后方可恢复。")]
    public required string Requirement { get; init; }

    /// <summary>Who must do it.</summary>
    [Field("责任单位", "县应急局")]
    public required string Body { get; init; }

    /// <summary>Until when: its own day, else that of the notice; empty where neither is known.</summary>
    [Field("办结时限", "2021年6月30日前")]
    public required string DueBy { get; init; }
}

/// <summary>What a 挂牌督办通知 is to say beside tasks.</summary>
public sealed record ListedText
{
    /// <summary>What is listed, as between 挂牌督办 and 的通知; empty for the tasks themselves.</summary>
    public string Subject { get; init; } = "";

    /// <summary>What the decision rests on; empty for the work points.</summary>
    public string Basis { get; init; } = "";

    /// <summary>Matters.</summary>
    public IReadOnlyList<MatterText> Matters { get; init; } = [];

    /// <summary>Further demands.</summary>
    public IReadOnlyList<string> Requirements { get; init; } = [];

    internal void Check()
    {
        for (var i = 0; i < Matters.Count; i++)
        {
            var place = FormattableString.Invariant($"listed.matters[{i}]");
            OrderChecks.Need(Matters[i].Name, place + ".name", "督办事项的名称");
            OrderChecks.Need(Matters[i].Fact, place + ".fact", "问题隐患的事实");
            OrderChecks.Need(Matters[i].Requirement, place + ".requirement", "整改要求");
            OrderChecks.Need(Matters[i].Body, place + ".body", "责任单位");
        }
    }
}

/// <summary>A matter as an order gives it.</summary>
public sealed record MatterText
{
    /// <summary>What it is called.</summary>
    public string Name { get; init; } = "";

    /// <summary>What was found.</summary>
    public string Fact { get; init; } = "";

    /// <summary>What is to be done.</summary>
    public string Requirement { get; init; } = "";

    /// <summary>Who must do it.</summary>
    public string Body { get; init; } = "";

    /// <summary>Last day; null where only the notice's own day counts.</summary>
    public DateOnly? DueBy { get; init; }
}
