using YiyuanSafety.Drafting.Templating;

namespace YiyuanSafety.Drafting.Papers;

/// <summary>进展情况通报: how far the bodies have come.</summary>
public sealed record Bulletin : RedHeadPaper
{
    /// <summary>The work-points document with its number.</summary>
    [Field("所依据的文件", "《沂源县2021年安全生产工作要点》（源安委发〔2021〕7号）")]
    public required string Source { get; init; }

    /// <summary>Until when the figures count.</summary>
    [Field("统计截止日期", "2021年6月30日")]
    public required string Until { get; init; }

    /// <summary>How things stand at large.</summary>
    [Field("总体情况")]
    public required string Summary { get; init; }

    /// <summary>The figures of each body.</summary>
    [Field("各单位进展")]
    public required IReadOnlyList<BulletinRow> Rows { get; init; }

    /// <summary>The sum of all figures.</summary>
    [Field("合计")]
    public required BulletinRow Total { get; init; }

    /// <summary>Parts after the figures: what was done well, what is wrong, what is to be done.</summary>
    [Field("后续各部分")]
    public required IReadOnlyList<TextSection> Sections { get; init; }

    /// <summary>Drafts the bulletin.</summary>
    public static Bulletin From(PaperRequest request, BulletinText text)
    {
        text.Check();
        var office = request.Profile.Office;
        var addressees = AddresseeLine.Of(request, AddresseeLine.OfNotice(request.Profile));

        // 一、 is the state at large, 二、 the table.
        var sections = TextSection.Number([new SectionText { Title = "总体进展" }, new SectionText { Title = "各单位进展" }, .. text.Sections]);
        return new Bulletin
        {
            Head = RedHead.OfPaper(request, office),
            TitleLines = TitleOf(request, office.Name, NameFor(request, text)),
            Addressees = addressees,
            Source = request.Source,
            Until = Wording.Date(text.Until),
            Summary = text.Summary,
            Rows = [.. text.Rows.Select((row, index) => Row(row, index + 1))],
            Total = Row(Sum(text.Rows), 0),
            Sections = [.. sections.Skip(2)],
            Attachments = AttachmentList.Of(request),
            Signature = Signature.Of(request, office.Name),
            Colophon = Colophon.Of(request, addressees),
        };
    }

    /// <summary>The title without the issuer.</summary>
    public static string NameFor(PaperRequest request, BulletinText text) =>
        $"关于{(text.Subject.Length > 0 ? text.Subject : request.Title + "任务进展情况")}的通报";

    private static FigureText Sum(IReadOnlyList<FigureText> rows) => new()
    {
        Body = "合计",
        Total = rows.Sum(row => row.Total),
        Done = rows.Sum(row => row.Done),
        Going = rows.Sum(row => row.Going),
        Overdue = rows.Sum(row => row.Overdue),
    };

    private static BulletinRow Row(FigureText row, int number) => new()
    {
        Number = number,
        Body = row.Body,
        Total = row.Total,
        Done = row.Done,
        Going = row.Going,
        Overdue = row.Overdue,
        Share = row.Total == 0 ? "—" : FormattableString.Invariant($"{100m * row.Done / row.Total:0.#}%"),
        Remark = row.Remark,
    };
}

/// <summary>The figures of one body.</summary>
public sealed record BulletinRow
{
    /// <summary>序号, from 1.</summary>
    [Field("序号", "1")]
    public required int Number { get; init; }

    /// <summary>The body.</summary>
    [Field("单位", "县应急局")]
    public required string Body { get; init; }

    /// <summary>How many tasks.</summary>
    [Field("任务数", "32")]
    public required int Total { get; init; }

    /// <summary>How many are done.</summary>
    [Field("已完成", "20")]
    public required int Done { get; init; }

    /// <summary>How many are going on.</summary>
    [Field("推进中", "10")]
    public required int Going { get; init; }

    /// <summary>How many are late.</summary>
    [Field("逾期", "2")]
    public required int Overdue { get; init; }

    /// <summary>Share that is done.</summary>
    [Field("完成率", "62.5%")]
    public required string Share { get; init; }

    /// <summary>Remark; may be empty.</summary>
    [Field("备注", "2项已发督办函")]
    public required string Remark { get; init; }
}

/// <summary>What a 通报 is to say.</summary>
public sealed record BulletinText
{
    /// <summary>What it reports on, as between 关于 and 的通报; empty for the progress of the work points.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Until when the figures count; null leaves room to write it.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>How things stand at large.</summary>
    public string Summary { get; init; } = "";

    /// <summary>The figures.</summary>
    public IReadOnlyList<FigureText> Rows { get; init; } = [];

    /// <summary>Parts after the figures.</summary>
    public IReadOnlyList<SectionText> Sections { get; init; } = [];

    internal void Check()
    {
        OrderChecks.Need(Summary, "bulletin.summary", "总体进展情况");
        for (var i = 0; i < Rows.Count; i++)
        {
            var row = Rows[i];
            var place = FormattableString.Invariant($"bulletin.rows[{i}]");
            OrderChecks.Need(row.Body, place + ".body", "单位名称");
            if (row.Done < 0 || row.Going < 0 || row.Overdue < 0 || row.Done + row.Going + row.Overdue > row.Total)
                throw OrderException.Of($"{place}（{row.Body}）的数不对：已完成、推进中和逾期合起来不能超过任务数，也不能是负数。");
        }

        if (Sections.Count > 0)
            SectionText.Check(Sections, "bulletin.sections");
    }
}

/// <summary>A row of figures as an order gives it.</summary>
public sealed record FigureText
{
    /// <summary>The body.</summary>
    public string Body { get; init; } = "";

    /// <summary>How many tasks.</summary>
    public int Total { get; init; }

    /// <summary>How many are done.</summary>
    public int Done { get; init; }

    /// <summary>How many are going on.</summary>
    public int Going { get; init; }

    /// <summary>How many are late.</summary>
    public int Overdue { get; init; }

    /// <summary>Remark.</summary>
    public string Remark { get; init; } = "";
}
