using System.Globalization;
using YiyuanSafety.Drafting.Templating;

namespace YiyuanSafety.Drafting.Papers;

/// <summary>What is late.</summary>
public sealed record LatePart
{
    /// <summary>Heading with its number.</summary>
    [Field("一级标题，带序号", "四、逾期事项")]
    public required string Heading { get; init; }

    /// <summary>What is said in front of the table.</summary>
    [Field("表前的话", "逾期未完成的责任共2件次，见表3。")]
    public required string Lead { get; init; }

    /// <summary>Number and name of the table.</summary>
    [Field("表号和表名", "表3　逾期事项")]
    public required string Table { get; init; }

    /// <summary>The rows; empty where nothing is late.</summary>
    [Field("逾期的责任")]
    public required IReadOnlyList<LateLine> Rows { get; init; }

    internal static LatePart Of(ProgressText text, ProgressNumbers numbers)
    {
        var any = text.Overdue.Count > 0;
        var table = any ? numbers.Table("逾期事项") : "";
        return new LatePart
        {
            Heading = any ? numbers.Heading("逾期事项") : "",
            Lead = any ? string.Create(CultureInfo.InvariantCulture, $"逾期未完成的责任共{text.Overdue.Count}件次，见{ProgressNumbers.Cite(table, [])}。") : "",
            Table = table,
            Rows = [.. text.Overdue.Select((entry, i) => Line(entry, i + 1, text.AsOf))],
        };
    }

    private static LateLine Line(OverdueEntry entry, int number, DateOnly asOf) => new()
    {
        Number = number,
        Task = entry.Task,
        Title = entry.Title,
        Body = entry.Body,
        Due = entry.Due is { } due ? Wording.Date(due) : "",
        DaysLate = (entry.DaysLate ?? (entry.Due is { } last ? asOf.DayNumber - last.DayNumber : null))?.ToString(CultureInfo.InvariantCulture) ?? "",
    };
}

/// <summary>A duty that is late.</summary>
public sealed record LateLine
{
    /// <summary>序号, from 1.</summary>
    [Field("序号", "1")]
    public required int Number { get; init; }

    /// <summary>Id of the task.</summary>
    [Field("任务编号", "14.3")]
    public required string Task { get; init; }

    /// <summary>What is to be done.</summary>
    [Field("任务", "强化矿山安全风险防控")]
    public required string Title { get; init; }

    /// <summary>Whose duty it is.</summary>
    [Field("责任单位", "县应急局")]
    public required string Body { get; init; }

    /// <summary>Its last day; may be empty.</summary>
    [Field("应完成日期", "2021年5月31日")]
    public required string Due { get; init; }

    /// <summary>Days since then; may be empty.</summary>
    [Field("逾期天数", "30")]
    public required string DaysLate { get; init; }
}

/// <summary>What was sent in the period.</summary>
public sealed record LetterPart
{
    /// <summary>Heading with its number.</summary>
    [Field("一级标题，带序号", "五、督办情况")]
    public required string Heading { get; init; }

    /// <summary>What is said in front of the table.</summary>
    [Field("表前的话", "本期共发出提醒函2件、督办函1件，办理情况见表4。")]
    public required string Lead { get; init; }

    /// <summary>Number and name of the table.</summary>
    [Field("表号和表名", "表4　提醒和督办情况")]
    public required string Table { get; init; }

    /// <summary>The rows; empty where nothing was sent.</summary>
    [Field("发出的函和通知")]
    public required IReadOnlyList<LetterLine> Rows { get; init; }

    internal static LetterPart Of(IReadOnlyList<SentLetter> letters, ProgressNumbers numbers)
    {
        var any = letters.Count > 0;
        var table = any ? numbers.Table("提醒和督办情况") : "";
        var kinds = letters.GroupBy(letter => letter.Kind, StringComparer.Ordinal).Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Key}{kind.Count()}件"));
        return new LetterPart
        {
            Heading = any ? numbers.Heading("督办情况") : "",
            Lead = any ? $"本期共发出{Wording.Join(kinds)}，办理情况见{ProgressNumbers.Cite(table, [])}。" : "",
            Table = table,
            Rows = [.. letters.Select((letter, i) => new LetterLine
            {
                Number = i + 1,
                IssueNumber = letter.Number,
                Date = letter.Date is { } date ? Wording.Date(date) : "",
                Kind = letter.Kind,
                Body = letter.Body,
                State = letter.State,
            })],
        };
    }
}

/// <summary>A letter or notice that was sent.</summary>
public sealed record LetterLine
{
    /// <summary>序号, from 1.</summary>
    [Field("序号", "1")]
    public required int Number { get; init; }

    /// <summary>发文字号.</summary>
    [Field("发文字号", "源安委办函〔2021〕12号")]
    public required string IssueNumber { get; init; }

    /// <summary>成文日期; may be empty.</summary>
    [Field("成文日期", "2021年7月2日")]
    public required string Date { get; init; }

    /// <summary>文种.</summary>
    [Field("文种", "督办函")]
    public required string Kind { get; init; }

    /// <summary>To whom it went.</summary>
    [Field("主送单位", "县应急局")]
    public required string Body { get; init; }

    /// <summary>What came of it.</summary>
    [Field("办理情况", "已反馈")]
    public required string State { get; init; }
}
