using YiyuanSafety.Drafting.Templating;
using YiyuanSafety.WorkPoints;

namespace YiyuanSafety.Drafting.Papers;

/// <summary>任务分工表: all tasks of the document with those who do them, section after section.</summary>
public sealed record AllocationTable
{
    private static readonly string[] TableTitles = ["分工表", "分解表", "任务清单", "责任清单"];

    /// <summary>Name, the same in the notice's list of attachments and over the table (7.3.7).</summary>
    [Field("分工表名称", "沂源县2021年安全生产工作要点任务分工表")]
    public required string Name { get; init; }

    /// <summary>The name as the title over the table, broken into lines.</summary>
    [Field("分工表标题，一行一项")]
    public required IReadOnlyList<string> TitleLines { get; init; }

    /// <summary>The sections in the order of the document.</summary>
    [Field("分工表的各部分")]
    public required IReadOnlyList<AllocationSection> Sections { get; init; }

    /// <summary>Number of rows.</summary>
    [Field("任务总数", "60")]
    public required int Count { get; init; }

    /// <summary>What the table is called: after the document, or by the document's own name where that is such a table's already.</summary>
    public static string NameFor(PaperRequest request) =>
        TableTitles.Any(title => request.Title.EndsWith(title, StringComparison.Ordinal)) ? request.Title : request.Title + "任务分工表";

    /// <summary>Makes the table.</summary>
    public static AllocationTable From(PaperRequest request)
    {
        var name = NameFor(request);
        var tasks = request.Document.Tasks;
        var sections = new List<AllocationSection>();
        var start = 0;
        while (start < tasks.Count)
        {
            var end = start + 1;
            while (end < tasks.Count && tasks[end].Section == tasks[start].Section)
                end++;
            sections.Add(new AllocationSection
            {
                Title = tasks[start].Section,
                Rows = [.. Enumerable.Range(start, end - start).Select(i => Row(tasks[i], i + 1))],
            });
            start = end;
        }

        return new AllocationTable
        {
            Name = name,
            TitleLines = TitleBreaker.Break(name, request.Names, LandscapeTitleCharacters),
            Sections = sections,
            Count = tasks.Count,
        };
    }

    // 225 mm of a landscape line by 7.76 mm of a 2号 character.
    private const int LandscapeTitleCharacters = 28;

    private static AllocationRow Row(WorkTask task, int number) => new()
    {
        Number = number,
        Id = task.Id,
        Title = task.Title,
        Text = task.Text,
        Lead = Parties.Of(task, PartyRole.Lead),
        Others = Parties.BesideLead(task),
        Deadline = Parties.Timing(task),
        Clause = task.Responsibility,
    };
}

/// <summary>One section of the table.</summary>
public sealed record AllocationSection
{
    /// <summary>Heading with its number; empty where the document has none.</summary>
    [Field("部分标题", "（一）深入学习宣传贯彻习近平总书记关于安全生产重要论述")]
    public required string Title { get; init; }

    /// <summary>The rows.</summary>
    [Field("本部分的任务")]
    public required IReadOnlyList<AllocationRow> Rows { get; init; }
}

/// <summary>One task of the table.</summary>
public sealed record AllocationRow
{
    /// <summary>序号, running through the table from 1.</summary>
    [Field("序号", "1")]
    public required int Number { get; init; }

    /// <summary>The task's id.</summary>
    [Field("任务编号", "14.3")]
    public required string Id { get; init; }

    /// <summary>Title of the item.</summary>
    [Field("重点任务", "强化矿山安全风险防控")]
    public required string Title { get; init; }

    /// <summary>What is to be done.</summary>
    [Field("具体措施", "依法吊销矿山相应类别建筑业企业资质。")]
    public required string Text { get; init; }

    /// <summary>Those who lead.</summary>
    [Field("牵头单位", "县应急局")]
    public required string Lead { get; init; }

    /// <summary>Those responsible, then in brackets those who cooperate.</summary>
    [Field("责任（配合）单位", "县公安局、县自然资源局（各有关部门）")]
    public required string Others { get; init; }

    /// <summary>Deadlines and rhythms as printed; empty where the document gives none.</summary>
    [Field("完成时限", "6月底前")]
    public required string Deadline { get; init; }

    /// <summary>The responsibility clause as printed.</summary>
    [Field("责任分工原文", "县住房和城乡建设局负责")]
    public required string Clause { get; init; }
}
