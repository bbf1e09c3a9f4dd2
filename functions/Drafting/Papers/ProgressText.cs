using System.Text.Json.Serialization;

namespace YiyuanSafety.Drafting.Papers;

/// <summary>What a 进展情况通报 is to say: how things stood on one day, as the ledger counted them.</summary>
public sealed record ProgressText
{
    /// <summary>The day until which everything is counted.</summary>
    public DateOnly AsOf { get; init; }

    /// <summary>What it reports on, as between 关于 and 的通报; empty for the progress of the work points.</summary>
    public string Subject { get; init; } = "";

    /// <summary>How many tasks the work points have; 0 to leave it out.</summary>
    public int Tasks { get; init; }

    /// <summary>All duties (责任件次) by state.</summary>
    public ProgressCounts Overall { get; init; } = new();

    /// <summary>Words of the office's own about how things stand, after the figures, a paragraph each.</summary>
    public IReadOnlyList<string> Summary { get; init; } = [];

    /// <summary>The sections of the work points, in their order.</summary>
    public IReadOnlyList<ProgressRow> Sections { get; init; } = [];

    /// <summary>The bodies.</summary>
    public IReadOnlyList<ProgressRow> Bodies { get; init; } = [];

    /// <summary>Whether bodies are ranked by their rate; else they stand as in the directory.</summary>
    public bool Ranked { get; init; }

    /// <summary>What is late.</summary>
    public IReadOnlyList<OverdueEntry> Overdue { get; init; } = [];

    /// <summary>Letters and notices that were sent in the period.</summary>
    public IReadOnlyList<SentLetter> Letters { get; init; } = [];

    /// <summary>How it came to this, month after month.</summary>
    public IReadOnlyList<TrendPoint> Trend { get; init; } = [];

    /// <summary>What is to be done next, a paragraph each.</summary>
    public IReadOnlyList<string> Requirements { get; init; } = [];

    /// <summary>What tells bulletins of one year apart.</summary>
    [JsonIgnore]
    internal string Name => Subject.Length > 0 ? $"{Subject} {Wording.Date(AsOf)}" : Wording.Date(AsOf);

    internal void Check()
    {
        if (AsOf == default)
            throw OrderException.Of("progress.asOf 没有填写，应是统计截止日期，如 2021-06-30。");
        Overall.Check("progress.overall");
        CheckRows(Sections, "progress.sections", "部分的标题");
        CheckRows(Bodies, "progress.bodies", "单位名称");
        for (var i = 0; i < Overdue.Count; i++)
            OrderChecks.Need(Overdue[i].Title + Overdue[i].Task, FormattableString.Invariant($"progress.overdue[{i}].title"), "任务的名称或编号");
        for (var i = 0; i < Letters.Count; i++)
            OrderChecks.Need(Letters[i].Kind, FormattableString.Invariant($"progress.letters[{i}].kind"), "文种，如“督办函”");
        for (var i = 0; i < Trend.Count; i++)
        {
            OrderChecks.Need(Trend[i].Month, FormattableString.Invariant($"progress.trend[{i}].month"), "月份，如“6月”");
            if (Trend[i].Done < 0 || Trend[i].Overdue < 0)
                throw OrderException.Of(FormattableString.Invariant($"progress.trend[{i}]（{Trend[i].Month}）的数不对，不能是负数。"));
        }
    }

    private static void CheckRows(IReadOnlyList<ProgressRow> rows, string place, string what)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            var row = FormattableString.Invariant($"{place}[{i}]");
            OrderChecks.Need(rows[i].Name, row + ".name", what);
            rows[i].Counts.Check(row + ".counts");
        }
    }
}

/// <summary>Duties by state; each is in exactly one.</summary>
public sealed record ProgressCounts
{
    private const int Most = 1_000_000;

    /// <summary>已完成.</summary>
    public int Done { get; init; }

    /// <summary>推进中.</summary>
    public int Going { get; init; }

    /// <summary>未开展.</summary>
    public int NotStarted { get; init; }

    /// <summary>已逾期: neither done nor any other, since the day has passed.</summary>
    public int Overdue { get; init; }

    /// <summary>不涉及: counted in no rate.</summary>
    public int NotInvolved { get; init; }

    /// <summary>All of them.</summary>
    [JsonIgnore]
    internal int Total => Done + Going + NotStarted + Overdue + NotInvolved;

    /// <summary>Share that is done of those that count, from 0 to 1, to a tenth of a hundredth; null where none counts.</summary>
    [JsonIgnore]
    internal decimal? Rate => Total == NotInvolved ? null : Math.Round((decimal)Done / (Total - NotInvolved), 3, MidpointRounding.AwayFromZero);

    /// <summary>The sum of several.</summary>
    internal static ProgressCounts Sum(IReadOnlyCollection<ProgressCounts> all) => new()
    {
        Done = all.Sum(one => one.Done),
        Going = all.Sum(one => one.Going),
        NotStarted = all.Sum(one => one.NotStarted),
        Overdue = all.Sum(one => one.Overdue),
        NotInvolved = all.Sum(one => one.NotInvolved),
    };

    internal void Check(string place)
    {
        if (new[] { Done, Going, NotStarted, Overdue, NotInvolved }.Any(count => count is < 0 or > Most))
            throw OrderException.Of(FormattableString.Invariant($"{place} 的数不对，各种状态的件次应在0到{Most}之间。"));
    }
}

/// <summary>A section or a body with its duties.</summary>
public sealed record ProgressRow
{
    /// <summary>Title of the section, or name of the body.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its duties by state.</summary>
    public ProgressCounts Counts { get; init; } = new();
}

/// <summary>A duty that is late.</summary>
public sealed record OverdueEntry
{
    /// <summary>Id of the task, such as 14.3.</summary>
    public string Task { get; init; } = "";

    /// <summary>What is to be done, in short.</summary>
    public string Title { get; init; } = "";

    /// <summary>The body whose duty it is.</summary>
    public string Body { get; init; } = "";

    /// <summary>Its last day; null leaves it blank.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Days since then; null to count them from the due day.</summary>
    public int? DaysLate { get; init; }
}

/// <summary>A letter or notice that was sent.</summary>
public sealed record SentLetter
{
    /// <summary>发文字号.</summary>
    public string Number { get; init; } = "";

    /// <summary>成文日期; null leaves it blank.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>文种, such as 督办函.</summary>
    public string Kind { get; init; } = "";

    /// <summary>To whom it went.</summary>
    public string Body { get; init; } = "";

    /// <summary>What came of it, such as 已反馈.</summary>
    public string State { get; init; } = "";
}

/// <summary>How things stood at the end of a month.</summary>
public sealed record TrendPoint
{
    /// <summary>The month, such as 6月.</summary>
    public string Month { get; init; } = "";

    /// <summary>All that was done until then.</summary>
    public int Done { get; init; }

    /// <summary>What was late then.</summary>
    public int Overdue { get; init; }
}
