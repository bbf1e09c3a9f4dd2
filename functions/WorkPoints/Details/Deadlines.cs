using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using YiyuanSafety.WorkPoints.Text;

namespace YiyuanSafety.WorkPoints.Details;

/// <summary>Finds the dates by which a duty is due. Everything found is quoted exactly.</summary>
internal static partial class Deadlines
{
    // No deadline of running text does without one of these.
    private static readonly SearchValues<char> Signs = SearchValues.Create("前内底末坚推月季年迟晚./-QＱ");

    /// <summary>Dates by which something is due. Dates that only tell when something was said, issued or counted are none.</summary>
    /// <param name="text">Text of the task and of its clause.</param>
    /// <param name="year">The year the document is for; null where it is not known.</param>
    /// <param name="label">Value of a 完成时限 label or column, which is a deadline whatever it says; empty where there is none.</param>
    public static IReadOnlyList<Deadline> Of(string text, int? year, string label = "")
    {
        var deadlines = InText(text, year);
        foreach (var labelled in InLabel(label, year))
        {
            // The label is often part of the clause, and then was found there without the words around it.
            if (!deadlines.Exists(deadline => deadline.Due == labelled.Due && labelled.Text.Contains(deadline.Text, StringComparison.Ordinal) && !(deadline.Due is null && deadline.Text.StartsWith('每'))))
                deadlines.Add(labelled);
        }

        return [.. deadlines.DistinctBy(deadline => deadline.Text).Where(deadline => !deadlines.Exists(other => SaysMore(other, deadline)))];
    }

    private static List<Deadline> InText(string text, int? year)
    {
        if (text.AsSpan().IndexOfAny(Signs) < 0)
            return [];
        var folded = Fold.Width(text);
        var spans = DeadlineWords.Deadline().Matches(folded)
            .Where(match => !Extraction.InsideTitle(folded, match.Index) && !LooksBack(match, folded, year))
            .Select(match => (match.Index, match.Length))
            .Concat(DeadlineWords.SeveralDates().Matches(folded).SelectMany(match => match.Groups["date"].Captures).Select(date => (date.Index, date.Length)))
            .OrderBy(span => span.Index).ThenByDescending(span => span.Length);
        var found = new List<Deadline>();
        var end = 0;
        foreach (var (start, length) in spans)
        {
            // 于3月31日 is part of 3月31日前.
            if (start < end)
                continue;
            end = start + length;
            found.Add(new Deadline(text.Substring(start, length), DueDate.Of(folded.Substring(start, length), year)));
        }

        return found;
    }

    /// <summary>
    /// Whether a date of a year before the document's tells of what has been (2025年底，全县…; 2000年底前建成的房屋), or one with 截至 and a
    /// comma is a count's. A past date that a duty is to be done by stays: it is a slip of the document that people should see.
    /// </summary>
    private static bool LooksBack(Match match, string text, int? year)
    {
        var by = match.Value.EndsWith('前');
        if (!by && Counted().IsMatch(text, match.Index + match.Length))
            return true;
        if (year is not { } known)
            return false;

        // A key day has no day here: of 2025年汛期前建成的水库 the year alone tells.
        return DueDate.Of(match.Value, year) is { } due
            ? due.Year < known && (!by || Modifier().IsMatch(text, match.Index + match.Length))
            : PastYear().Match(match.Value) is { Success: true } past && int.Parse(past.ValueSpan, CultureInfo.InvariantCulture) < known;
    }

    /// <summary>The deadlines of a label: one where it gives one date or none, else one for each of its dates.</summary>
    private static IEnumerable<Deadline> InLabel(string label, int? year)
    {
        label = label.Trim().TrimEnd('。', '；');
        if (label.Length == 0)
            return [];
        var folded = Fold.Width(label);
        var cuts = new List<int> { 0 };
        if (!folded.Contains('每', StringComparison.Ordinal))
        {
            foreach (Match mark in Separator().Matches(folded))
            {
                if (DueDate.Of(folded[cuts[^1]..mark.Index], year ?? 2000) is not null && DueDate.Of(folded[(mark.Index + 1)..], year ?? 2000) is not null)
                    cuts.Add(mark.Index + 1);
            }
        }

        cuts.Add(label.Length + 1);
        var parts = cuts.Zip(cuts.Skip(1), (start, end) => label[start..(end - 1)].Trim()).Where(part => part.Length > 0);
        var named = year;
        return [.. parts.Select(part =>
        {
            var due = DueDate.Of(Fold.Width(part), named);

            // 2027年3月、6月: a year holds for the dates behind it.
            if (NamesYear().IsMatch(Fold.Width(part)))
                named = due?.Year ?? named;
            return new Deadline(part, due);
        })];
    }

    private static bool SaysMore(Deadline other, Deadline deadline) =>
        other.Text.Length > deadline.Text.Length && other.Due == deadline.Due && other.Text.Contains(deadline.Text, StringComparison.Ordinal)
        && (deadline.Due is not null || deadline.Text.StartsWith('每'));

    [GeneratedRegex("[、，；。和及\n]")]
    private static partial Regex Separator();

    [GeneratedRegex("^20[0-9]{2}(?=[ ]?年)")]
    private static partial Regex PastYear();

    [GeneratedRegex("20[0-9]{2}[ ]?年|明年|次年|来年|二[〇○零]")]
    private static partial Regex NamesYear();

    [GeneratedRegex(@"\G(?<=截[至止][到至]?.{1,16})，")]
    private static partial Regex Counted();

    [GeneratedRegex(@"\G[^，。；、]{0,10}的")]
    private static partial Regex Modifier();
}
