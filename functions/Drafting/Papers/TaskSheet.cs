using YiyuanSafety.Drafting.Templating;
using YiyuanSafety.WorkPoints;

namespace YiyuanSafety.Drafting.Papers;

/// <summary>部门任务清单: what one body has to do, each kind of part under its heading.</summary>
public sealed record TaskSheet : PaperDraft
{
    /// <summary>The body.</summary>
    [Field("单位名称", "县应急局")]
    public required string Department { get; init; }

    /// <summary>Title, one line each.</summary>
    [Field("标题，一行一项")]
    public required IReadOnlyList<string> TitleLines { get; init; }

    /// <summary>The work-points document with its number.</summary>
    [Field("所依据的文件", "《沂源县2021年安全生产工作要点》（源安委发〔2021〕7号）")]
    public required string Source { get; init; }

    /// <summary>How many tasks.</summary>
    [Field("任务总数", "32")]
    public required int Count { get; init; }

    /// <summary>How many of each kind, in words.</summary>
    [Field("各类任务数", "牵头8项、责任20项、配合4项")]
    public required string Counts { get; init; }

    /// <summary>Whether a reply slip (办理情况回执) follows on a page of its own.</summary>
    [Field("是否附办理情况回执")]
    public required bool HasSlip { get; init; }

    /// <summary>Until when and to whom the slip goes back.</summary>
    [Field("回执的反馈要求")]
    public required ReplyDetails Reply { get; init; }

    /// <summary>The kinds that the body has, in order.</summary>
    [Field("各类任务")]
    public required IReadOnlyList<TaskKind> Kinds { get; init; }

    private static readonly (string Heading, string Word, Func<Duty, bool> Belongs)[] AllKinds =
    [
        ("牵头任务", "牵头", duty => duty is { Group: null, Role: PartyRole.Lead }),
        ("责任任务", "责任", duty => duty is { Group: null, Role: PartyRole.Responsible }),
        ("配合任务", "配合", duty => duty is { Group: null, Role: PartyRole.Cooperating }),
        ("指导督促任务", "指导督促", duty => duty is { Group: null, Role: PartyRole.Guiding }),
        ("以成员单位身份承担的任务", "以成员单位身份承担", duty => duty.Group is not null),
    ];

    /// <summary>Makes the sheet of one body.</summary>
    public static TaskSheet From(PaperRequest request, BodyDuties body)
    {
        var kinds = AllKinds
            .Select(kind => (kind.Heading, kind.Word, Duties: body.Duties.Where(kind.Belongs).ToList()))
            .Where(kind => kind.Duties.Count > 0)
            .ToList();
        var year = request.Document.Document.Year is { } number ? FormattableString.Invariant($"{number}年") : "";
        return new TaskSheet
        {
            Department = body.Body,
            TitleLines = TitleBreaker.Break($"{body.Body}{year}安全生产工作任务清单", [.. request.Names, body.Body]),
            Source = request.Source,
            Count = body.Duties.Count,
            Counts = Wording.Join(kinds.Select(kind => FormattableString.Invariant($"{kind.Word}{kind.Duties.Count}项"))),
            HasSlip = (request.ReplySlip ?? request.Profile.ReplySlip) && body.Duties.Count > 0,
            Reply = ReplyDetails.Of(request),
            Kinds = [.. kinds.Select((kind, index) => new TaskKind
            {
                Heading = $"{Wording.Ordinal(index + 1)}、{kind.Heading}",
                Count = kind.Duties.Count,
                Rows = [.. kind.Duties.Select((duty, row) => Row(duty, row + 1, body.Body))],
            })],
        };
    }

    private static TaskSheetRow Row(Duty duty, int number, string body) => new()
    {
        Number = number,
        Id = duty.Task.Id,
        Section = duty.Task.Section,
        Title = duty.Task.Title,
        Text = duty.Task.Text,
        Group = duty.Group ?? "",
        Others = Parties.Beside(duty.Task, body),
        Deadline = Parties.Timing(duty.Task),
        Clause = duty.Task.Responsibility,
    };
}

/// <summary>The tasks that a body has in one kind of part.</summary>
public sealed record TaskKind
{
    /// <summary>Heading with its number; the numbers run without gaps.</summary>
    [Field("类别标题", "一、牵头任务")]
    public required string Heading { get; init; }

    /// <summary>How many tasks.</summary>
    [Field("本类任务数", "8")]
    public required int Count { get; init; }

    /// <summary>The tasks.</summary>
    [Field("本类任务")]
    public required IReadOnlyList<TaskSheetRow> Rows { get; init; }
}

/// <summary>One task of the sheet.</summary>
public sealed record TaskSheetRow
{
    /// <summary>序号 inside its kind, from 1.</summary>
    [Field("序号", "1")]
    public required int Number { get; init; }

    /// <summary>The task's id.</summary>
    [Field("任务编号", "14.3")]
    public required string Id { get; init; }

    /// <summary>Section of the document; may be empty.</summary>
    [Field("所在部分", "（四）突出防控重点行业领域安全风险")]
    public required string Section { get; init; }

    /// <summary>Title of the item; may be empty.</summary>
    [Field("条目标题", "强化矿山安全风险防控")]
    public required string Title { get; init; }

    /// <summary>What is to be done.</summary>
    [Field("任务内容", "依法吊销矿山相应类别建筑业企业资质。")]
    public required string Text { get; init; }

    /// <summary>The group through which the task falls to the body; empty where it is named.</summary>
    [Field("经由的统称，点名承担的为空", "各有关部门")]
    public required string Group { get; init; }

    /// <summary>Everyone else by role.</summary>
    [Field("其他承担单位", "牵头：县应急局；配合：各有关部门")]
    public required string Others { get; init; }

    /// <summary>Deadlines and rhythms as printed; empty where the document gives none.</summary>
    [Field("完成时限", "6月底前")]
    public required string Deadline { get; init; }

    /// <summary>The responsibility clause as printed.</summary>
    [Field("责任分工原文", "县住房和城乡建设局负责")]
    public required string Clause { get; init; }
}
