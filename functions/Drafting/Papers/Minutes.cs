using YiyuanSafety.Drafting.Format;
using YiyuanSafety.Drafting.Templating;

namespace YiyuanSafety.Drafting.Papers;

/// <summary>会议纪要 (10.3).</summary>
public sealed record Minutes : PaperDraft
{
    /// <summary>纪要标志 (10.3): ×××××纪要.</summary>
    [Field("纪要标志", "沂源县安全生产委员会会议纪要")]
    public required string Mark { get; init; }

    /// <summary>Whether the mark is too long for the usual size.</summary>
    [Field("纪要标志是否过长，须用小一号的字")]
    public required bool MarkIsLong { get; init; }

    /// <summary>期号, such as 第3期; empty for none.</summary>
    [Field("期号，没有则为空", "第3期")]
    public required string Number { get; init; }

    /// <summary>Who writes them.</summary>
    [Field("编发单位", "沂源县安全生产委员会办公室")]
    public required string Issuer { get; init; }

    /// <summary>Their date.</summary>
    [Field("成文日期", "2021年3月5日")]
    public required string Date { get; init; }

    /// <summary>标题, one line each.</summary>
    [Field("标题，一行一项")]
    public required IReadOnlyList<string> TitleLines { get; init; }

    /// <summary>When, where, under whom, about what.</summary>
    [Field("会议概况", "2021年3月1日，县安委会主任李某在县政府第一会议室主持召开县安委会全体会议。")]
    public required string Opening { get; init; }

    /// <summary>What was agreed.</summary>
    [Field("议定事项")]
    public required IReadOnlyList<TextSection> Sections { get; init; }

    /// <summary>出席, names with their bodies; empty for none.</summary>
    [Field("出席人员，没有则为空", "李某（县政府）、王某（县应急局）")]
    public required string Present { get; init; }

    /// <summary>请假; empty for none.</summary>
    [Field("请假人员，没有则为空")]
    public required string Absent { get; init; }

    /// <summary>列席; empty for none.</summary>
    [Field("列席人员，没有则为空")]
    public required string Observers { get; init; }

    /// <summary>版记.</summary>
    [Field("版记")]
    public required Colophon Colophon { get; init; }

    /// <summary>Drafts minutes.</summary>
    public static Minutes From(PaperRequest request, MinutesText text)
    {
        text.Check();
        var profile = request.Profile;
        var mark = Wording.OrBlank(profile.Committee.Name, 8) + "会议纪要";
        return new Minutes
        {
            Mark = mark,
            MarkIsLong = TitleBreaker.Width(mark) > TypeFigures.MarkCharacters,
            Number = text.Number is { } number ? FormattableString.Invariant($"第{number}期") : "",
            Issuer = Wording.OrBlank(profile.Office.Name, 10),
            Date = Wording.Date(request.Date),
            TitleLines = TitleBreaker.Break(text.Name + (text.Name.EndsWith("纪要", StringComparison.Ordinal) ? "" : "纪要"), request.Names),
            Opening = $"{Wording.Date(text.On)}，{text.Chair}在{text.Place}主持召开{text.Meeting}{(text.About.Length > 0 ? "，" + text.About.TrimEnd('。') : "")}。现纪要如下：",
            Sections = TextSection.Number(text.Sections),
            Present = Wording.Join(text.Present),
            Absent = Wording.Join(text.Absent),
            Observers = Wording.Join(text.Observers),
            Colophon = Colophon.Of(request, AddresseeLine.Of(request, "")),
        };
    }
}

/// <summary>What minutes are to say.</summary>
public sealed record MinutesText
{
    /// <summary>Title, such as 沂源县安全生产委员会2021年第一次全体会议纪要.</summary>
    public string Name { get; init; } = "";

    /// <summary>期号; null for none.</summary>
    public int? Number { get; init; }

    /// <summary>The meeting as the text calls it, such as 县安委会2021年第一次全体会议.</summary>
    public string Meeting { get; init; } = "";

    /// <summary>The day of the meeting.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Where.</summary>
    public string Place { get; init; } = "";

    /// <summary>Who chaired it, with office.</summary>
    public string Chair { get; init; } = "";

    /// <summary>What it was about, such as 传达学习…，研究部署…; may be empty.</summary>
    public string About { get; init; } = "";

    /// <summary>What was agreed.</summary>
    public IReadOnlyList<SectionText> Sections { get; init; } = [];

    /// <summary>出席.</summary>
    public IReadOnlyList<string> Present { get; init; } = [];

    /// <summary>请假.</summary>
    public IReadOnlyList<string> Absent { get; init; } = [];

    /// <summary>列席.</summary>
    public IReadOnlyList<string> Observers { get; init; } = [];

    internal void Check()
    {
        OrderChecks.Need(Name, "minutes.name", "纪要的标题");
        OrderChecks.Need(Meeting, "minutes.meeting", "会议名称");
        if (On is null)
            throw OrderException.Of("minutes.on 没有填写，应是开会的日期，如 2021-03-01。");
        OrderChecks.Need(Place, "minutes.place", "会议地点");
        OrderChecks.Need(Chair, "minutes.chair", "主持人");
        SectionText.Check(Sections, "minutes.sections");
    }
}
