using System.Globalization;
using CsCheck;
using YiyuanSafety.Ledger.Records;
using YiyuanSafety.Ledger.Supervision;
using YiyuanSafety.WorkPoints;
using YiyuanSafety.WorkPoints.Calendar;

namespace YiyuanSafety.Ledger.Tests.Supervision;

public sealed class StandingTests
{
    private static readonly Guid Task = Guid.Parse("00000000-0000-0000-0000-000000000001");

    [Theory]
    [InlineData("6-30", "", "3-1", "NotStarted - 6-30 0")]
    [InlineData("6-30", "", "6-30", "NotStarted - 6-30 0")]
    [InlineData("6-30", "", "7-1", "Overdue - 6-30 1")]
    [InlineData("6-30", "3-5 InProgress 40", "6-1", "InProgress 40 6-30 0")]
    [InlineData("6-30", "3-5 InProgress 40", "7-10", "Overdue 40 6-30 10")]
    [InlineData("6-30", "3-5 NotStarted", "6-1", "NotStarted - 6-30 0")]
    [InlineData("6-30", "3-5 Done", "12-31", "Done 100 - 0")]
    [InlineData("6-30", "7-20 Done", "8-1", "Done 100 - 0")]
    [InlineData("6-30", "3-5 Done; 3-9 InProgress 90", "6-1", "InProgress 90 6-30 0")]
    [InlineData("6-30", "7-5 Done; 7-9 InProgress 90", "7-10", "Overdue 90 6-30 10")]
    [InlineData("6-30", "3-5 NotApplicable", "12-31", "NotApplicable - - 0")]
    [InlineData("6-30", "3-5 NotApplicable; 4-1 InProgress 10", "7-1", "Overdue 10 6-30 1")]
    [InlineData("1-31 2-28 3-31", "2-3 Done", "2-20", "InProgress - 3-31 0")]
    [InlineData("1-31 2-28 3-31", "2-3 Done", "4-1", "Overdue - 3-31 1")]
    [InlineData("1-31 2-28 3-31", "1-31 Done; 2-10 InProgress 20", "3-1", "Overdue 20 2-28 1")]
    [InlineData("1-31 2-28 3-31", "3-31 Done", "12-31", "Done 100 - 0")]
    [InlineData("1-31 2-28 3-31", "3-2 Done; 2-3 InProgress 50", "3-3", "Done 100 - 0")]
    public void A_part_stands_where_reports_and_days_put_it(string dues, string reports, string today, string standing)
    {
        var part = Standings.Of(Dues(dues), Reports(reports), Day(today));
        Assert.Equal(standing, $"{part.State} {Or(part.Percent)} {(part.Open is { } open ? $"{open.Day.Month}-{open.Day.Day}" : "-")} {part.DaysLate}");
    }

    [Fact]
    public void What_was_taken_back_does_not_count()
    {
        var reports = Reports("3-5 InProgress 40; 3-9 Done");
        reports[1].RetractedAt = DateTimeOffset.UnixEpoch;
        Assert.Equal((Standing.InProgress, 40), (Standings.Of(Dues("6-30"), reports, Day("6-1")).State, Standings.Of(Dues("6-30"), reports, Day("6-1")).Percent));
    }

    [Theory]
    [InlineData("Lead Done, Cooperating NotStarted", Standing.Done)]
    [InlineData("Lead Done, Lead InProgress", Standing.InProgress)]
    [InlineData("Lead Done, Lead Overdue", Standing.Overdue)]
    [InlineData("Lead Done, Lead NotStarted", Standing.InProgress)]
    [InlineData("Lead NotStarted, Lead NotStarted, Cooperating Done", Standing.NotStarted)]
    [InlineData("Lead NotApplicable, Lead Done", Standing.Done)]
    [InlineData("Lead NotApplicable, Responsible Overdue", Standing.NotApplicable)]
    [InlineData("Responsible Done, Cooperating Overdue", Standing.Done)]
    [InlineData("Cooperating Overdue, Guiding Done", Standing.Overdue)]
    [InlineData("", Standing.NotStarted)]
    public void A_task_stands_where_its_lead_bodies_do(string parts, Standing standing) => Assert.Equal(standing, Standings.OfTask([.. parts.Split(", ", StringSplitOptions.RemoveEmptyEntries)
        .Select(part => part.Split(' ')).Select(part => (Enum.Parse<PartyRole>(part[0]), Enum.Parse<Standing>(part[1])))]));

    [Fact]
    public void The_order_in_which_reports_come_in_does_not_matter()
    {
        var report = Gen.Select(Gen.Int[1, 365], Gen.Enum<ReportState>(), Gen.Int[0, 100], Gen.Long[0, 3]);
        Gen.Select(report.List[0, 8], Gen.Int[1, 365].HashSet[1, 6], Gen.Int[1, 365], Gen.Int).Sample((reports, days, today, seed) =>
        {
            var dues = days.Order().Select(day => new DueDay(new DateOnly(2021, 1, 1).AddDays(day - 1), "", DueBasis.Printed)).ToList();
            var rows = reports.ConvertAll(one => Report(new DateOnly(2021, 1, 1).AddDays(one.Item1 - 1), one.Item2, one.Item2 == ReportState.InProgress ? one.Item3 : null, one.Item4));
            var shuffled = rows.ToArray();
            new Random(seed).Shuffle(shuffled);
            var day = new DateOnly(2021, 1, 1).AddDays(today - 1);
            var (one, other) = (Standings.Of(dues, rows, day), Standings.Of(dues, shuffled, day));
            Assert.Equal(one with { Last = null }, other with { Last = null });
            Assert.Equal(one.Last?.Print, other.Last?.Print);

            // Late is exactly what has an open day in the past.
            Assert.Equal(one.State == Standing.Overdue, one.Open is { } open && open.Day < day);
            Assert.Equal(one.State is Standing.Done or Standing.NotApplicable, one.Open is null);
        });
    }

    internal static TaskReport Report(DateOnly on, ReportState state, int? percent, long moment = 0)
    {
        var entry = new ReportEntry(Task, "县应急局", state, on) { Percent = percent, Moment = moment, Progress = "x" };
        return new TaskReport
        {
            Id = Guid.NewGuid(),
            PlanId = Guid.Empty,
            TaskId = Task,
            Body = entry.Body,
            State = state,
            Percent = percent,
            Progress = entry.Progress,
            EvidenceName = "",
            EvidenceHash = "",
            EvidenceLength = 0,
            Reporter = "",
            On = on,
            Moment = moment,
            Print = entry.Print(),
            Source = "",
            At = DateTimeOffset.UnixEpoch,
            By = "",
        };
    }

    internal static DateOnly Day(string text) => DateOnly.ParseExact("2021-" + text, "yyyy-M-d", CultureInfo.InvariantCulture);

    private static List<DueDay> Dues(string days) => [.. days.Split(' ').Select(day => new DueDay(Day(day), "", DueBasis.Printed))];

    private static List<TaskReport> Reports(string reports) => [.. reports.Split("; ", StringSplitOptions.RemoveEmptyEntries).Select(report => report.Split(' '))
        .Select(report => Report(Day(report[0]), Enum.Parse<ReportState>(report[1]), report.Length > 2 ? int.Parse(report[2], CultureInfo.InvariantCulture) : null))];

    private static string Or(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "-";
}
