using System.Globalization;
using YiyuanSafety.Drafting.Templating;

namespace YiyuanSafety.Drafting.Papers;

/// <summary>进展情况通报 with tables and figures, from what the ledger counted on one day.</summary>
public sealed record ProgressBulletin : RedHeadPaper
{
    /// <summary>The work-points document with its number.</summary>
    [Field("所依据的文件", "《沂源县2021年安全生产工作要点》（源安委发〔2021〕7号）")]
    public required string Source { get; init; }

    /// <summary>Until when the figures count.</summary>
    [Field("统计截止日期", "2021年6月30日")]
    public required string Until { get; init; }

    /// <summary>How things stand at large, a paragraph each.</summary>
    [Field("总体进展，一段一项", "截至2021年6月30日，全部责任共205件次，其中已完成98件次。")]
    public required IReadOnlyList<string> Overview { get; init; }

    /// <summary>Done and late over the months.</summary>
    [Field("趋势图，没有数据则为空")]
    public required IReadOnlyList<PaperFigure> Trend { get; init; }

    /// <summary>Section after section.</summary>
    [Field("各部分进展")]
    public required ProgressPart Sections { get; init; }

    /// <summary>Body after body.</summary>
    [Field("各单位进展")]
    public required ProgressPart Bodies { get; init; }

    /// <summary>Whether bodies are ranked.</summary>
    [Field("各单位是否按完成率排名")]
    public required bool IsRanked { get; init; }

    /// <summary>What is late.</summary>
    [Field("逾期事项")]
    public required LatePart Late { get; init; }

    /// <summary>What was sent.</summary>
    [Field("督办情况")]
    public required LetterPart Letters { get; init; }

    /// <summary>Heading of what is to be done.</summary>
    [Field("下一步要求的标题", "六、下一步要求")]
    public required string NextHeading { get; init; }

    /// <summary>What is to be done, a paragraph each.</summary>
    [Field("下一步要求，一段一项")]
    public required IReadOnlyList<string> Requirements { get; init; }

    /// <summary>Drafts the bulletin.</summary>
    /// <exception cref="OrderException">The figures are wrong.</exception>
    public static ProgressBulletin From(PaperRequest request, ProgressText text)
    {
        text.Check();
        var office = request.Profile.Office;
        var addressees = AddresseeLine.Of(request, AddresseeLine.OfNotice(request.Profile));
        var numbers = new ProgressNumbers();
        numbers.Heading("总体进展");
        var trend = numbers.Figures(ProgressFigures.Trend(text.Trend), "任务完成和逾期趋势");
        var bodies = ProgressPart.Ordered(text.Bodies, text.Ranked, request.Directory);
        return new ProgressBulletin
        {
            Head = RedHead.OfPaper(request, office),
            TitleLines = TitleOf(request, office.Name, NameFor(request, text)),
            Addressees = addressees,
            Source = request.Source,
            Until = Wording.Date(text.AsOf),
            Overview = ProgressWords.Overview(text, trend),
            Trend = trend,
            Sections = ProgressPart.Of(text.Sections, "各部分", ProgressFigures.States, "任务进展情况", false, numbers),
            Bodies = ProgressPart.Of(bodies, "各单位", ProgressFigures.Rates, "任务完成率", text.Ranked, numbers),
            IsRanked = text.Ranked,
            Late = LatePart.Of(text, numbers),
            Letters = LetterPart.Of(text.Letters, numbers),
            NextHeading = text.Requirements.Count > 0 ? numbers.Heading("下一步要求") : "",
            Requirements = text.Requirements,
            Attachments = AttachmentList.Of(request),
            Signature = Signature.Of(request, office.Name),
            Colophon = Colophon.Of(request, addressees),
        };
    }

    /// <summary>The title without the issuer.</summary>
    public static string NameFor(PaperRequest request, ProgressText text) =>
        $"关于{(text.Subject.Length > 0 ? text.Subject : request.Title + "任务进展情况")}的通报";
}

/// <summary>Rows of duties with their table and figures.</summary>
public sealed record ProgressPart
{
    private const int Named = 3;

    /// <summary>Heading with its number.</summary>
    [Field("一级标题，带序号", "二、各部分进展")]
    public required string Heading { get; init; }

    /// <summary>What is said in front of the table.</summary>
    [Field("表前的话", "各部分任务进展情况见表1和图2。")]
    public required string Lead { get; init; }

    /// <summary>Number and name of the table.</summary>
    [Field("表号和表名", "表1　各部分任务进展情况")]
    public required string Table { get; init; }

    /// <summary>The rows; empty where there is nothing to tell.</summary>
    [Field("各行")]
    public required IReadOnlyList<ProgressLine> Rows { get; init; }

    /// <summary>The sum.</summary>
    [Field("合计")]
    public required ProgressLine Total { get; init; }

    /// <summary>The figures.</summary>
    [Field("图")]
    public required IReadOnlyList<PaperFigure> Figures { get; init; }

    /// <summary>Bodies as they are to stand: by rate where they are ranked, else as in the directory.</summary>
    internal static IReadOnlyList<ProgressRow> Ordered(IReadOnlyList<ProgressRow> rows, bool ranked, WorkPoints.Directory.BodyDirectory directory)
    {
        var places = directory.Bodies.Select((body, i) => (body.Name, i)).DistinctBy(body => body.Name).ToDictionary(body => body.Name, body => body.i, StringComparer.Ordinal);
        var inOrder = rows.OrderBy(row => places.GetValueOrDefault(row.Name, int.MaxValue));
        return [.. ranked ? inOrder.OrderByDescending(row => row.Counts.Rate ?? -1) : inOrder];
    }

    /// <summary>Makes the part; one without rows has neither heading nor numbers.</summary>
    internal static ProgressPart Of(
        IReadOnlyList<ProgressRow> rows,
        string what,
        Func<string, IReadOnlyList<ProgressRow>, IReadOnlyList<Charts.ChartModel>> draw,
        string shown,
        bool ranked,
        ProgressNumbers numbers)
    {
        var any = rows.Count > 0;
        var table = any ? numbers.Table($"{what}任务进展情况") : "";
        var figures = numbers.Figures(draw(what, rows), what + shown);
        return new ProgressPart
        {
            Heading = any ? numbers.Heading(what + "进展") : "",
            Lead = any ? $"{(ranked ? Best(rows) : "")}{what}任务进展情况见{ProgressNumbers.Cite(table, figures)}。" : "",
            Table = table,
            Rows = [.. rows.Select((row, i) => Line(ranked ? Rank(rows, i) : (i + 1).ToString(CultureInfo.InvariantCulture), row.Name, row.Counts))],
            Total = Line("", "合计", ProgressCounts.Sum([.. rows.Select(row => row.Counts)])),
            Figures = figures,
        };
    }

    // Few bodies are seen at a glance, and naming some of few would name all.
    private static string Best(IReadOnlyList<ProgressRow> ranked)
    {
        var rated = ranked.Where(row => row.Counts.Rate is not null).ToList();
        return rated.Count <= 2 * Named ? "" : $"按完成率排名，居前的是{Those(rated.Take(Named))}，居后的是{Those(rated.TakeLast(Named))}。";
    }

    private static string Those(IEnumerable<ProgressRow> rows) => Wording.Join(rows.Select(row => $"{row.Name}（{ProgressFigures.Percent(row.Counts.Rate)}）"));

    // The same rate is the same rank.
    private static string Rank(IReadOnlyList<ProgressRow> ranked, int index)
    {
        var rate = ranked[index].Counts.Rate;
        return rate is null ? "—" : (1 + ranked.Count(row => row.Counts.Rate > rate)).ToString(CultureInfo.InvariantCulture);
    }

    private static ProgressLine Line(string number, string name, ProgressCounts counts) => new()
    {
        Number = number,
        Name = name,
        Total = counts.Total,
        Done = counts.Done,
        Going = counts.Going,
        NotStarted = counts.NotStarted,
        Overdue = counts.Overdue,
        NotInvolved = counts.NotInvolved,
        Rate = ProgressFigures.Percent(counts.Rate),
    };
}

/// <summary>A row of duties.</summary>
public sealed record ProgressLine
{
    /// <summary>序号 from 1, or the rank; empty for the sum.</summary>
    [Field("序号或名次", "1")]
    public required string Number { get; init; }

    /// <summary>Section or body.</summary>
    [Field("部分或单位", "县应急局")]
    public required string Name { get; init; }

    /// <summary>All duties.</summary>
    [Field("总件次", "32")]
    public required int Total { get; init; }

    /// <summary>Done.</summary>
    [Field("已完成", "20")]
    public required int Done { get; init; }

    /// <summary>Going on.</summary>
    [Field("推进中", "8")]
    public required int Going { get; init; }

    /// <summary>Not begun.</summary>
    [Field("未开展", "2")]
    public required int NotStarted { get; init; }

    /// <summary>Late.</summary>
    [Field("已逾期", "1")]
    public required int Overdue { get; init; }

    /// <summary>Not the body's own.</summary>
    [Field("不涉及", "1")]
    public required int NotInvolved { get; init; }

    /// <summary>Share that is done of those that count.</summary>
    [Field("完成率，不涉及的不计入", "64.5%")]
    public required string Rate { get; init; }
}
