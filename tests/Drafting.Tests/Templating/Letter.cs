using YiyuanSafety.Drafting.Templating;

namespace YiyuanSafety.Drafting.Tests.Templating;

public sealed record Letter
{
    [Field("标题", "关于开展检查的通知")]
    public string Title { get; init; } = "";

    [Field("是否紧急", "是")]
    public bool Urgent { get; init; }

    [Field("任务")]
    public IReadOnlyList<LetterTask> Tasks { get; init; } = [];

    [Field("首要任务")]
    public LetterTask? Task { get; init; }

    [Field("成文日期", "2021年3月5日")]
    public DateOnly? Date { get; init; }

    [Field("抄送", "县委办公室")]
    public IReadOnlyList<string> Copies { get; init; } = [];

    [Field("份数", "60")]
    public int CopyCount { get; init; }

    public string NotAField { get; init; } = "secret";

    public static Letter Sample { get; } = new()
    {
        Title = "关于开展检查的通知",
        Urgent = true,
        Task = new LetterTask { Title = "检查矿山", Deadline = "6月底前" },
        Tasks =
        [
            new LetterTask { Title = "检查矿山", Deadline = "6月底前", Parties = ["县应急局", "县公安局"] },
            new LetterTask { Title = "检查道路", Deadline = "年内", Parties = ["县交通局"] },
        ],
        Date = new DateOnly(2021, 3, 5),
        Copies = ["县委办公室", "县人大办公室"],
        CopyCount = 60,
    };
}

public sealed record LetterTask
{
    [Field("任务标题", "检查矿山")]
    public string Title { get; init; } = "";

    [Field("期限", "6月底前")]
    public string Deadline { get; init; } = "";

    [Field("责任主体", "县应急局")]
    public IReadOnlyList<string> Parties { get; init; } = [];
}
