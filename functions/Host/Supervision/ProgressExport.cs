using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using YiyuanSafety.Drafting.Sheets;
using YiyuanSafety.Ledger.Supervision;
using YiyuanSafety.WorkPoints.Calendar;

namespace YiyuanSafety.Host.Supervision;

/// <summary>All of a plan's progress as a workbook and as JSON: states, every report, every letter, figures.</summary>
internal static class ProgressExport
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    /// <summary>Writes the workbook.</summary>
    public static void WriteWorkbook(PlanProgress progress, Stream output) =>
        TableWorkbook.Write($"{progress.Plan.Title} 进展", [Parts(progress), Reports(progress), Letters(progress), Figures(progress)], output);

    /// <summary>Writes the JSON.</summary>
    public static void WriteJson(PlanProgress progress, Stream output) => JsonSerializer.Serialize(
        output,
        new
        {
            plan = new { progress.Plan.Id, progress.Plan.Title, progress.Plan.DocumentNumber, progress.Plan.Year, progress.Plan.County },
            asOf = progress.Today,
            tasks = progress.Tasks.Select(task => new
            {
                task.Id,
                number = task.Task.Id,
                task.Task.Section,
                task.Task.Title,
                task.Task.Text,
                task.Task.Responsibility,
                task.State,
                dues = task.Dues,
                parts = task.Parts.Select(part => new
                {
                    part.Body,
                    part.Role,
                    part.Group,
                    part.Standing.State,
                    part.Standing.Percent,
                    due = part.Standing.Open?.Day,
                    part.Standing.DaysLate,
                    reports = progress.Reports.Where(report => report.TaskId == task.Id && report.Body == part.Body).Order(ReportOrder.Instance).Select(report => new
                    {
                        report.State,
                        report.Percent,
                        report.Progress,
                        report.On,
                        report.Reporter,
                        evidence = report.EvidenceName,
                        report.Source,
                        report.At,
                        report.By,
                        report.RetractedAt,
                        report.RetractedBecause,
                    }),
                }),
            }),
            letters = progress.Letters.Select(letter => new
            {
                letter.Letter.Step,
                letter.Letter.Body,
                letter.Letter.Round,
                letter.State,
                letter.Number,
                letter.Letter.IssuedOn,
                letter.Letter.ReplyBy,
                letter.Letter.RepliedOn,
                letter.Letter.Reply,
                letter.Letter.ClosedOn,
                matters = letter.Letter.Matters.Select(matter => new { number = progress.Find(matter.TaskId)?.Task.Id, matter.TaskId, matter.Due }),
            }),
            figures = ProgressFigures.Of(progress),
        },
        Json);

    private static SheetTable Parts(PlanProgress progress) => new(
        "任务进展",
        [
            new("编号", 8, true), new("部分", 20), new("条目标题", 22), new("任务内容", 50), new("单位", 18), new("职责", 10, true), new("完成状态", 10, true), new("进度", 8, true),
            new("下一个期限", 26), new("逾期天数", 10, true), new("最近的进展", 40), new("填报日期", 12, true), new("任务整体状态", 12, true),
        ],
        progress.Parts.Select(one => (IReadOnlyList<string>)
        [
            one.Task.Task.Id, one.Task.Task.Section, one.Task.Task.Title, one.Task.Task.Text, one.Part.Body,
            StandingWords.Of(one.Part.Role) + (one.Part.Group.Length > 0 ? $"（{one.Part.Group}）" : ""), StandingWords.Of(one.Part.Standing.State),
            one.Part.Standing.Percent is { } percent ? $"{percent}%" : "", one.Part.Standing.Open is { } due ? StandingWords.Of(due) : "",
            one.Part.Standing.DaysLate > 0 ? one.Part.Standing.DaysLate.ToString(CultureInfo.InvariantCulture) : "", one.Part.Standing.Last?.Progress ?? "",
            Day(one.Part.Standing.Last?.On), StandingWords.Of(one.Task.State),
        ]));

    private static SheetTable Reports(PlanProgress progress) => new(
        "填报记录",
        [
            new("编号", 8, true), new("单位", 18), new("填报日期", 12, true), new("完成状态", 10, true), new("进度", 8, true), new("进展情况", 50), new("佐证材料", 24), new("填报人", 10, true),
            new("来源", 30), new("登记时间", 18, true), new("登记人", 14), new("撤销原因", 24),
        ],
        progress.Reports.Order(ReportOrder.Instance).Select(report => (IReadOnlyList<string>)
        [
            progress.Find(report.TaskId)?.Task.Id ?? "已取消", report.Body, Day(report.On), StandingWords.Of(report.State), report.Percent is { } percent ? $"{percent}%" : "",
            report.Progress, report.EvidenceName, report.Reporter, report.Source, ChinaTime.Of(report.At).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), report.By, report.RetractedBecause,
        ]));

    private static SheetTable Letters(PlanProgress progress) => new(
        "督办",
        [
            new("文种", 14, true), new("单位", 18), new("发文字号", 22, true), new("状态", 10, true), new("成文日期", 12, true), new("反馈期限", 12, true), new("反馈日期", 12, true),
            new("反馈内容", 40), new("办结日期", 12, true), new("所涉任务", 30),
        ],
        progress.Letters.Select(letter => (IReadOnlyList<string>)
        [
            StandingWords.Of(letter.Letter.Step), letter.Letter.Body, letter.Number, StandingWords.Of(letter.State), Day(letter.Letter.IssuedOn), Day(letter.Letter.ReplyBy),
            Day(letter.Letter.RepliedOn), letter.Letter.Reply, Day(letter.Letter.ClosedOn),
            string.Join("、", letter.Letter.Matters.OrderBy(matter => matter.Ordinal).Select(matter => $"{progress.Find(matter.TaskId)?.Task.Id ?? "已取消"}（{Day(matter.Due)}）")),
        ]));

    private static SheetTable Figures(PlanProgress progress)
    {
        var figures = ProgressFigures.Of(progress);
        return new SheetTable(
            "统计",
            [new("范围", 30), new("合计", 8, true), new("已完成", 8, true), new("推进中", 8, true), new("未开展", 8, true), new("已逾期", 8, true), new("不涉及", 8, true), new("完成率", 8, true)],
            [
                Row("全部任务", figures.Tasks), Row("全部责任件次", figures.Parts),
                .. figures.Sections.Select(section => Row(section.Name, section.Counts)), .. figures.Bodies.Select(body => Row(body.Name, body.Counts)),
            ]);
    }

    private static IReadOnlyList<string> Row(string name, StateCounts counts) =>
    [
        name, .. new[] { counts.Total, counts.Done, counts.InProgress, counts.NotStarted, counts.Overdue, counts.NotApplicable }.Select(count => count.ToString(CultureInfo.InvariantCulture)),
        counts.Rate is { } rate ? $"{rate}%" : "—",
    ];

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
