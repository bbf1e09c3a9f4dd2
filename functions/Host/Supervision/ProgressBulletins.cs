using System.Globalization;
using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.Host.Work;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.Ledger.Supervision;

namespace YiyuanSafety.Host.Supervision;

/// <summary>What a person chooses about a 进展情况通报.</summary>
/// <param name="On">成文日期; null leaves room to write it.</param>
/// <param name="IsRanked">Whether bodies are ranked by their rate.</param>
/// <param name="Requirements">What is to be done next, a paragraph each.</param>
internal sealed record BulletinChoice(DateOnly? On, bool IsRanked, IReadOnlyList<string> Requirements);

/// <summary>
/// Makes a 进展情况通报 from a plan's progress as it is today. It counts the parts that letters press for, and those alone: whoever only guides,
/// or cooperates in what the lead answers for, is named neither as late nor in a rate.
/// </summary>
internal static class ProgressBulletins
{
    /// <summary>The paper to be made, with its place below a folder of papers.</summary>
    public static (PaperOrder Order, string Path) Of(PlanProgress progress, BulletinChoice choice)
    {
        var order = new PaperOrder(PaperKind.ProgressBulletin) { Date = choice.On, Progress = TextOf(progress, choice) };
        var name = PaperKindWords.NameOf(PaperKindWords.Of(order.Kind));
        return (order, $"{name}/{FileNames.Safe($"{name} {progress.Today:yyyyMMdd}")}.docx");
    }

    private static ProgressText TextOf(PlanProgress progress, BulletinChoice choice)
    {
        var counted = Counted(progress);
        var figures = ProgressFigures.Of(counted);
        return new ProgressText
        {
            AsOf = progress.Today,
            Tasks = progress.Tasks.Count,
            Overall = CountsOf(figures.Parts),
            Summary = counted.Parts.Count() < progress.Parts.Count() ? [WhoCounts(progress)] : [],
            Sections = [.. counted.Parts.GroupBy(one => one.Task.Task.Section, StringComparer.Ordinal).Where(same => same.Key.Length > 0)
                .Select(same => new ProgressRow { Name = same.Key, Counts = CountsOf(StateCounts.Of(same.Select(one => one.Part.Standing.State))) })],
            Bodies = [.. figures.Bodies.Where(body => body.Counts.Total > 0).Select(body => new ProgressRow { Name = body.Name, Counts = CountsOf(body.Counts) })],
            Ranked = choice.IsRanked,
            Overdue = [.. counted.Parts.Where(one => one.Part.Standing.State == Standing.Overdue)
                .OrderByDescending(one => one.Part.Standing.DaysLate).Select(one => new OverdueEntry
                {
                    Task = one.Task.Task.Id,
                    Title = one.Task.Task.Title.Length > 0 ? one.Task.Task.Title : one.Task.Task.Text,
                    Body = one.Part.Body,
                    Due = one.Part.Standing.Open?.Day,
                    DaysLate = one.Part.Standing.DaysLate,
                })],
            Letters = [.. progress.Letters.Where(letter => letter.Letter.IssuedOn is not null && letter.State != PaperState.Withdrawn).Select(letter => new SentLetter
            {
                Number = letter.Number,
                Date = letter.Letter.IssuedOn,
                Kind = StandingWords.Of(letter.Letter.Step),
                Body = letter.Letter.Body,
                State = StandingWords.Of(letter.State),
            })],
            Trend = [.. figures.Trend.Select(point => new Drafting.Papers.TrendPoint
            {
                Month = string.Create(CultureInfo.InvariantCulture, $"{point.Day.Month}月"),
                Done = point.Counts.Done,
                Overdue = point.Counts.Overdue,
            })],
            Requirements = choice.Requirements,
        };
    }

    private static PlanProgress Counted(PlanProgress progress) => progress with
    {
        Tasks = [.. progress.Tasks.Select(task => task with { Parts = [.. task.Parts.Where(part => IsCounted(progress, task, part))] })],
    };

    // In a task that is done, what cooperating bodies have not reported is asked of nobody any more.
    private static bool IsCounted(PlanProgress progress, TaskProgress task, PartProgress part) =>
        LetterOrders.IsPressed(task, part, progress.Request.Profile.Supervision.PressesCooperating)
        && (task.State != Standing.Done || part.Standing.State is Standing.Done or Standing.NotApplicable);

    private static string WhoCounts(PlanProgress progress) => progress.Request.Profile.Supervision.PressesCooperating
        ? "以上按牵头、责任和配合单位统计，指导单位不计入。"
        : "以上按牵头单位统计，没有牵头单位的任务按责任单位统计，配合、指导单位不计入。";

    private static ProgressCounts CountsOf(StateCounts counts) => new()
    {
        Done = counts.Done,
        Going = counts.InProgress,
        NotStarted = counts.NotStarted,
        Overdue = counts.Overdue,
        NotInvolved = counts.NotApplicable,
    };
}
