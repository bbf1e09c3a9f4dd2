using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.WorkPoints;
using YiyuanSafety.WorkPoints.Directory;

namespace YiyuanSafety.Drafting.Tests.Papers;

/// <summary>A work-points document of four tasks with every role, a group, a deadline and a rhythm.</summary>
internal static class SmallDocument
{
    public static BodyDirectory Directory { get; } = new(
        "清水县",
        [
            new Body("县应急局") { Groups = ["各有关部门"] },
            new Body("县公安局") { Groups = ["各有关部门"], Addressee = "县公安局办公室" },
            new Body("县教育和体育局") { Groups = ["各有关部门"] },
        ],
        [new BodyGroup("各有关部门")]);

    public static Profile Profile { get; } = new()
    {
        Region = "清水县",
        Committee = new Issuer { Name = "清水县安全生产委员会", ShortName = "县安委会", IssueCode = "清安委发" },
        Office = new Issuer { Name = "清水县安全生产委员会办公室", ShortName = "县安委办", IssueCode = "清安委办发", LetterCode = "清安办函" },
        Contact = new YiyuanSafety.Drafting.Papers.Contact { Name = "王五", Phone = "0000-1234567" },
    };

    public static WorkPointsDocument Document { get; } = Of(
    [
        new WorkTask("1.1", "1", 1, "（一）压实责任", "落实企业主体责任", "建立“一企一策”清单。", "县应急局牵头，县公安局负责，各有关部门配合",
        [
            Named(PartyRole.Lead, "县应急局"),
            Named(PartyRole.Responsible, "县公安局"),
            Group(PartyRole.Cooperating, "各有关部门"),
        ])
        {
            Deadlines = [new Deadline("6月底前", new DateOnly(2022, 6, 30))],
        },
        new WorkTask("1.2", "1", 2, "（一）压实责任", "落实企业主体责任", "开展专题培训。", "县教育和体育局负责", [Named(PartyRole.Responsible, "县教育和体育局")])
        {
            Recurrence = [new Recurrence("每季度至少一次", "P3M", 1)],
        },
        new WorkTask("2.1", "2", 1, "（二）防控风险", "强化校园安全风险防控", "排查校车隐患。", "县教育和体育局、县公安局分别牵头，县应急局指导",
        [
            Named(PartyRole.Lead, "县教育和体育局"),
            Named(PartyRole.Lead, "县公安局"),
            Named(PartyRole.Guiding, "县应急局"),
        ]),
        new WorkTask("3.1", "3", 1, "（二）防控风险", "", "抓好值班值守。", "各有关部门分工负责", [Group(PartyRole.Responsible, "各有关部门")]),
    ]);

    public static PaperRequest Request { get; } = new(Document, Directory, Profile) { Date = new DateOnly(2022, 3, 5) };

    public static WorkPointsDocument Of(IReadOnlyList<WorkTask> tasks) => new(
        new DocumentInfo("清水县2022年安全生产工作要点", "清水县安全生产委员会", "清安委发〔2022〕2号", 2022), [], tasks, [], []);

    public static Party Named(PartyRole role, string name) => new(role, name, name, BodyKind.Department, false);

    public static Party Group(PartyRole role, string name) => new(role, name, name, BodyKind.Group, false);

    /// <summary>Many tasks with long text, and names made to break things.</summary>
    public static PaperRequest Extreme(int tasks)
    {
        var names = new[] { "县“三个必须”<&>\"监管'局😀", string.Concat(Enumerable.Repeat("清水县特别长名称安全监管", 5)), "CON", "con", "县应急局" };
        return new PaperRequest(
            Of([.. Enumerable.Range(1, tasks).Select(i => new WorkTask(
                $"{i}.1",
                $"{i}",
                1,
                $"（{i / 10}）<第&节>",
                $"任务“{i}”]]>😀",
                string.Concat(Enumerable.Repeat("全面排查、逐项整治<各类>隐患&问题。", 1 + (i % 30))),
                "各单位\"负责\"",
                [.. names.Select((name, n) => Named((PartyRole)(n % 4), name))]))]),
            BodyDirectory.Empty,
            Profile);
    }
}
