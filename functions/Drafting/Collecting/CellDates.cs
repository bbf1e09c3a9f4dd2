using System.Globalization;
using System.Text.RegularExpressions;
using YiyuanSafety.Drafting.Collecting.Grids;

namespace YiyuanSafety.Drafting.Collecting;

/// <summary>
/// Days as people write them: 2021-6-25, 2021/6/25, 2021.6.25, 2021年6月25日, 20210625, a serial number of Excel as number or text, with or
/// without a time; 6月25日 and 6-25 where the year is known. Anything else is no day, and neither is one outside of 2000 to 2099.
/// </summary>
internal static partial class CellDates
{
    private const int FirstYear = 2000;
    private const int LastYear = 2099;

    /// <summary>The day of a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="is1904">Whether its workbook counts days from 1904.</param>
    /// <param name="year">Gives a month and day its year.</param>
    public static DateOnly? Read(GridCell cell, bool is1904, YearRule year)
    {
        if (cell.Kind == GridKind.Number)
            return cell.IsPercent ? null : Compact(cell.Value.ToString("R", CultureInfo.InvariantCulture)) ?? NumberLook.Day(cell.Value, is1904);
        if (cell.Kind != GridKind.Text || cell.Text.Length > 60)
            return null;
        var text = Half.Bare(cell.Text).Replace('。', '.').Replace('号', '日');
        if (Full().Match(text) is { Success: true } full)
            return Day(Int(full, 1), Int(full, 2), Int(full, 3));
        if (MonthAndDay().Match(text) is { Success: true } part)
            return year.Of(Int(part, 1), Int(part, 2));
        return Compact(text)
            ?? (Serial().IsMatch(text) ? NumberLook.Day(double.Parse(text, CultureInfo.InvariantCulture), is1904) : null);
    }

    internal static DateOnly? Day(int year, int month, int day) =>
        year is >= FirstYear and <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static DateOnly? Compact(string text) =>
        Eight().Match(text) is { Success: true } match ? Day(Int(match, 1), Int(match, 2), Int(match, 3)) : null;

    private static int Int(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^([0-9]{4})(?:[-/.]|年)([0-9]{1,2})(?:[-/.]|月)([0-9]{1,2})日?(?:T?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?Z?)?$")]
    private static partial Regex Full();

    [GeneratedRegex("^([0-9]{1,2})(?:[-/.]|月)([0-9]{1,2})日?$")]
    private static partial Regex MonthAndDay();

    [GeneratedRegex("^([0-9]{4})([0-9]{2})([0-9]{2})$")]
    private static partial Regex Eight();

    [GeneratedRegex(@"^[0-9]{5}(?:\.[0-9]{1,12})?$")]
    private static partial Regex Serial();
}

/// <summary>Which year a month and day without one is in.</summary>
/// <param name="MadeOn">When the sheet was made: the day is the first such one not long before it.</param>
/// <param name="Year">Without that, the year that all full dates of the file share; null where they do not.</param>
internal sealed record YearRule(DateOnly? MadeOn, int? Year)
{
    // A sheet may be filled in with a day shortly before it was made, such as that of the last meeting.
    private const int DaysBefore = 60;

    /// <summary>The day; null where there is none or the year is not known.</summary>
    public DateOnly? Of(int month, int day)
    {
        if (MadeOn is not { } made)
            return Year is { } year ? CellDates.Day(year, month, day) : null;
        var first = made.DayNumber - DaysBefore;
        for (var candidate = made.Year - 1; candidate <= made.Year + 1; candidate++)
        {
            if (CellDates.Day(candidate, month, day) is { } found && found.DayNumber >= first)
                return found.DayNumber - first < 366 ? found : null;
        }

        return null;
    }
}
