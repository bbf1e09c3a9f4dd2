using YiyuanSafety.Drafting.Format;
using YiyuanSafety.Drafting.Templating;
using YiyuanSafety.WorkPoints;

namespace YiyuanSafety.Drafting.Papers;

/// <summary>督办函: the office presses for one task, in 信函格式 (10.1).</summary>
public sealed record SupervisionLetter : PaperDraft
{
    /// <summary>发文机关标志: the issuer alone, without 文件 (10.1).</summary>
    [Field("发文机关标志", "沂源县安全生产委员会办公室")]
    public required string Mark { get; init; }

    /// <summary>Whether the mark is too long for the usual size.</summary>
    [Field("发文机关标志是否超过14个字")]
    public required bool MarkIsLong { get; init; }

    /// <summary>发文字号, its number left open.</summary>
    [Field("发文字号", "源安办函〔2021〕　号")]
    public required string IssueNumber { get; init; }

    /// <summary>标题, one line each.</summary>
    [Field("标题，一行一项")]
    public required IReadOnlyList<string> TitleLines { get; init; }

    /// <summary>主送机关 without the colon.</summary>
    [Field("主送机关，不含冒号", "县住房和城乡建设局")]
    public required string Addressees { get; init; }

    /// <summary>How the text speaks to them: 你单位, or 你们单位 for several.</summary>
    [Field("称呼", "你单位")]
    public required string You { get; init; }

    /// <summary>Their part in the task.</summary>
    [Field("主送机关在任务中的职责", "牵头")]
    public required string Part { get; init; }

    /// <summary>The work-points document with its number.</summary>
    [Field("所依据的文件", "《沂源县2021年安全生产工作要点》（源安委发〔2021〕7号）")]
    public required string Source { get; init; }

    /// <summary>The task.</summary>
    [Field("督办的任务")]
    public required SupervisedTask Task { get; init; }

    /// <summary>Last day for the reply; room to write it where none is given.</summary>
    [Field("反馈截止日期", "2021年7月15日")]
    public required string ReplyBy { get; init; }

    /// <summary>To whom the reply goes.</summary>
    [Field("反馈给谁", "县安委会办公室")]
    public required string ReplyTo { get; init; }

    /// <summary>How the reply gets there; room to write it where the profile does not say.</summary>
    [Field("反馈渠道", "县政府大楼3楼302室")]
    public required string ReplyChannel { get; init; }

    /// <summary>Whom to ask.</summary>
    [Field("联系人", "张三")]
    public required string ContactName { get; init; }

    /// <summary>Telephone.</summary>
    [Field("联系电话", "0533-0000000")]
    public required string ContactPhone { get; init; }

    /// <summary>署名 and 成文日期.</summary>
    [Field("署名和成文日期")]
    public required Signature Signature { get; init; }

    /// <summary>Drafts the letter for one task, to those who lead it; where nobody leads, to those responsible; else to all it names.</summary>
    public static SupervisionLetter From(PaperRequest request, WorkTask task)
    {
        var profile = request.Profile;
        var issuer = profile.Office.Name;
        var (to, part) = Addressed(task);
        var subject = task.Title.Length > 0 ? Wording.Quote(task.Title) + "任务" : $"第{task.Item}项任务";
        var name = $"关于督办{subject}落实情况的函";
        return new SupervisionLetter
        {
            Mark = Wording.OrBlank(issuer, 10),
            MarkIsLong = TitleBreaker.Width(issuer) > TypeFigures.LetterMarkCharacters,
            IssueNumber = Wording.IssueNumber(profile.Office.LetterCode, request.IssueYear),
            TitleLines = TitleBreaker.Break(profile.TitleNamesIssuer ? issuer + name : name, [.. request.Names, .. to]),
            Addressees = to.Count > 0
                ? Wording.Join(to.Select(body => request.Directory.Find(body)?.Addressee ?? body))
                : Wording.Blank(8),
            You = to.Count == 1 && !task.Parties.Any(party => party.Kind == BodyKind.Group && to.Contains(party.Canonical)) ? "你单位" : "你们单位",
            Part = part,
            Source = request.Source,
            Task = new SupervisedTask
            {
                Id = task.Id,
                Place = Place(task),
                Text = task.Text,
                Clause = task.Responsibility,
                Others = Wording.Join(task.Parties.Where(party => party.Role != PartyRole.Guiding)
                    .Select(party => party.Canonical)
                    .Distinct(StringComparer.Ordinal)
                    .Where(body => !to.Contains(body))),
                Deadline = Parties.Timing(task),
            },
            ReplyBy = Wording.Date(request.ReplyBy),
            ReplyTo = Wording.OrBlank(profile.Office.Called, 8),
            ReplyChannel = Wording.OrBlank(profile.ReplyChannel, 10),
            ContactName = Wording.OrBlank(profile.Contact.Name, 5),
            ContactPhone = Wording.OrBlank(profile.Contact.Phone, 6),
            Signature = Signature.Of(profile, issuer, request.Date),
        };
    }

    /// <summary>To whom a letter about the task goes, and their part in it: those who lead, else those responsible, else all it names.</summary>
    internal static (IReadOnlyList<string> To, string Part) Addressed(WorkTask task)
    {
        foreach (var (role, word) in Parties.Roles)
        {
            if (Parties.Names(task, role).ToList() is { Count: > 0 } names)
                return (names, word == "责任" ? "负责" : word);
        }

        return ([], "承担");
    }

    private static string Place(WorkTask task) =>
        (task.Section.Length > 0 ? Wording.Quote(task.Section) + "部分" : "")
        + $"第{task.Item}项"
        + (task.Title.Length > 0 ? Wording.Quote(task.Title) : "");
}

/// <summary>The task that a letter presses for.</summary>
public sealed record SupervisedTask
{
    /// <summary>The task's id.</summary>
    [Field("任务编号", "14.3")]
    public required string Id { get; init; }

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
}
