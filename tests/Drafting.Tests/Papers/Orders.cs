using YiyuanSafety.Drafting.Papers;

namespace YiyuanSafety.Drafting.Tests.Papers;

/// <summary>Orders of every kind, from next to nothing to more than anybody writes.</summary>
internal static class Orders
{
    public static readonly string LongBody = string.Concat(Enumerable.Repeat("清水县安全生产综合监督管理服务保障中心", 4))[..60];
    public static readonly string Odd = "“三个必须”<&>\"'😀\u3000尾";

    /// <summary>The sizes; those of a supervision cycle name how many tasks a letter has, and after how many papers it comes.</summary>
    public static IReadOnlyList<string> Sizes { get; } = ["empty", "short", "extreme", "cycle-1-0", "cycle-1-1", "cycle-1-3", "cycle-3-0", "cycle-3-3", "cycle-12-1", "cycle-12-3"];

    /// <summary>What papers are made from: few tasks, or three hundred with names made to break things.</summary>
    public static PaperRequest Request(string size) => size switch
    {
        "empty" => SmallDocument.Request with { Document = SmallDocument.Of([]) },
        "short" => SmallDocument.Request,
        _ when IsCycle(size) => SmallDocument.Request with
        {
            Document = SmallDocument.Of([.. Enumerable.Range(1, 12).Select(i => SmallDocument.Document.Tasks[i % 3] with { Id = $"{i}.1", Item = $"{i}" })]),
        },
        _ => SmallDocument.Extreme(300) with
        {
            Date = new DateOnly(2022, 12, 31),
            ReplyBy = new DateOnly(2023, 1, 31),
            Profile = SmallDocument.Profile with { ReplySlip = true, ReplyChannel = Odd },
        },
    };

    /// <summary>An order of the kind and size; null where the kind cannot be so small.</summary>
    public static PaperOrder? Of(PaperKind kind, string size)
    {
        if (IsCycle(size))
            return InCycle(kind, size);
        var extreme = size == "extreme";
        var order = new PaperOrder(kind)
        {
            Date = new DateOnly(2022, 3, 5),
            ReplyBy = size == "empty" ? null : new DateOnly(2022, 7, 1),
            Elements = extreme ? All : new PaperElements(),
        };
        return kind switch
        {
            PaperKind.SupervisionLetter or PaperKind.ReminderLetter when size == "empty" => null,
            PaperKind.SupervisionLetter or PaperKind.ReminderLetter => order with { Tasks = extreme ? [.. Enumerable.Range(1, 300).Select(i => $"{i}.1")] : ["1.1"] },
            PaperKind.TaskSheet or PaperKind.WideTaskSheet => order with { Body = extreme ? SmallDocument.Extreme(1).Document.Tasks[0].Parties[1].Canonical : "县应急局" },
            PaperKind.DeploymentNotice => order with { Deployment = new DeploymentText { Subject = extreme ? Long[..70] : "做好汛期安全生产工作", Purpose = extreme ? Long : "为做好汛期安全生产工作", Sections = Sections(extreme) } },
            PaperKind.ListedNotice => order with
            {
                Tasks = extreme ? [.. Enumerable.Range(1, 300).Select(i => $"{i}.1")] : [],
                Listed = new ListedText { Matters = [.. Enumerable.Range(0, extreme ? 20 : 1).Select(_ => new MatterText { Name = Odd, Fact = extreme ? Long : "边坡过陡。", Requirement = "整改。", Body = LongBody })] },
            },
            PaperKind.Bulletin => order with
            {
                Bulletin = new BulletinText
                {
                    Summary = extreme ? Long : "总体平稳。",
                    Rows = size == "empty" ? [] : [.. Enumerable.Range(0, extreme ? 300 : 2).Select(i => new FigureText { Body = LongBody, Total = 10, Done = i % 10, Remark = Odd })],
                    Sections = extreme ? Sections(true) : [],
                },
            },
            PaperKind.ProgressBulletin => order with { Progress = Progress(size) },
            PaperKind.Minutes => order with
            {
                Minutes = new MinutesText
                {
                    Name = extreme ? Long[..70] : "县安委会全体会议纪要",
                    Meeting = "县安委会全体会议",
                    On = new DateOnly(2022, 3, 1),
                    Place = "会议室",
                    Chair = "李某",
                    Sections = Sections(extreme),
                    Present = extreme ? [.. Enumerable.Repeat(Odd, 60)] : [],
                },
            },
            _ => order,
        };
    }

    // Nothing, little, or 60 bodies and 30 sections with names made to break things.
    private static ProgressText Progress(string size) => size switch
    {
        "empty" => new ProgressText { AsOf = new DateOnly(2022, 6, 30) },
        "short" => new ProgressText
        {
            AsOf = new DateOnly(2022, 6, 30),
            Tasks = 4,
            Overall = Counts(3),
            Sections = [new ProgressRow { Name = "（一）压实责任", Counts = Counts(3) }],
            Bodies = [new ProgressRow { Name = "县公安局", Counts = Counts(1) }, new ProgressRow { Name = "县应急局", Counts = Counts(2) }],
            Trend = [new TrendPoint { Month = "5月", Done = 1 }, new TrendPoint { Month = "6月", Done = 3, Overdue = 1 }],
        },
        _ => new ProgressText
        {
            AsOf = new DateOnly(2022, 6, 30),
            Subject = Long[..70],
            Tasks = 300,
            Overall = Counts(12345),
            Summary = [Long, Odd],
            Ranked = true,
            Sections = [.. Enumerable.Range(1, 30).Select(i => new ProgressRow { Name = $"（{i}）{(i % 2 == 0 ? LongBody : Odd)}", Counts = Counts(i) })],
            Bodies = [.. Enumerable.Range(1, 60).Select(i => new ProgressRow { Name = i % 3 == 0 ? $"{i}号{LongBody}" : $"{i}{Odd}", Counts = Counts(i % 9 == 0 ? 0 : i) })],
            Overdue = [.. Enumerable.Range(1, 40).Select(i => new OverdueEntry { Task = $"{i}.1", Title = i % 2 == 0 ? Long : Odd, Body = LongBody, Due = i % 5 == 0 ? null : new DateOnly(2022, 5, i % 28 + 1) })],
            Letters = [.. Enumerable.Range(1, 40).Select(i => new SentLetter { Number = $"清安办函〔2022〕{i}号", Date = new DateOnly(2022, 6, 1), Kind = i % 2 == 0 ? "督办函" : "提醒函", Body = LongBody, State = Odd })],
            Trend = [.. Enumerable.Range(1, 12).Select(i => new TrendPoint { Month = i == 7 ? Odd : $"{i}月", Done = i * 100, Overdue = 12 - i })],
            Requirements = [Long, Odd],
        },
    };

    private static ProgressCounts Counts(int i) => new() { Done = i, Going = i / 2, NotStarted = i % 3, Overdue = i % 4, NotInvolved = i % 2 };

    // One body, pressed again and again.
    private static PaperOrder? InCycle(PaperKind kind, string size)
    {
        if (kind is not (PaperKind.SupervisionLetter or PaperKind.ReminderLetter or PaperKind.ListedNotice))
            return null;
        var figures = size.Split('-');
        string[] tasks = [.. Enumerable.Range(1, int.Parse(figures[1], null)).Select(i => $"{i}.1")];
        return new PaperOrder(kind)
        {
            Body = "县公安局",
            Tasks = tasks,
            Round = 1 + int.Parse(figures[2], null),
            Earlier = Earlier[..int.Parse(figures[2], null)],
            Dues = tasks.ToDictionary(task => task, _ => kind == PaperKind.ReminderLetter ? new DateOnly(2022, 3, 31) : new DateOnly(2022, 1, 31)),
            Date = new DateOnly(2022, 3, 5),
            ReplyBy = new DateOnly(2022, 7, 1),
        };
    }

    private static bool IsCycle(string size) => size.StartsWith("cycle", StringComparison.Ordinal);

    private static EarlierPaper[] Earlier { get; } =
    [
        new("清安办函〔2022〕3号", new DateOnly(2022, 1, 20), "提醒函"),
        new("清安办函〔2022〕9号", new DateOnly(2022, 2, 7), "督办函"),
        new("清安委发〔2022〕5号", new DateOnly(2022, 2, 21), "挂牌督办通知"),
    ];

    public static string Long { get; } = string.Concat(Enumerable.Repeat("全面排查、逐项整治<各类>隐患&问题，切实防范和遏制重特大事故发生", 12));

    private static PaperElements All { get; } = new()
    {
        CopyNumber = "000001",
        Urgency = "特急",
        CoIssuers = [LongBody, Odd, "清水县公安局", "清水县应急管理局"],
        Addressees = [.. Enumerable.Range(1, 8).Select(i => $"{i}号{LongBody}")],
        CopyTo = [.. Enumerable.Repeat(Odd, 12)],
        Attachments = [.. Enumerable.Range(1, 11).Select(i => $"{Odd}{i}{LongBody}")],
        Note = Odd,
        Serial = 4321,
    };

    private static IReadOnlyList<SectionText> Sections(bool extreme) =>
    [
        .. Enumerable.Range(0, extreme ? 12 : 1).Select(_ => new SectionText
        {
            Title = extreme ? Odd : "突出重点",
            Paragraphs = [extreme ? Long : "排查隐患。"],
            Items = extreme ? [.. Enumerable.Range(0, 2).Select(_ => new ItemText { Title = Odd, Text = Long })] : [],
        }),
    ];
}
