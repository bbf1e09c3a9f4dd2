using System.Globalization;
using NPOI.SS.Util;

namespace YiyuanSafety.Drafting.Collecting;

/// <summary>What a returned workbook says.</summary>
/// <param name="Answers">
/// The rows that were filled in, in the order of the workbook. Rows that tell the same task are one; whether a key, a number and a text tell
/// the same, only the ledger knows.
/// </param>
/// <param name="Unplaced">What was filled in and could not be understood or placed: nothing of it is in <paramref name="Answers"/>.</param>
public sealed record ReplyFile(IReadOnlyList<ReplyAnswer> Answers, IReadOnlyList<Unplaced> Unplaced)
{
    /// <summary>How many rows have a task and no answer.</summary>
    public int Blank { get; init; }

    /// <summary>The day on which the sheets were made, as the file says; null where it does not.</summary>
    public DateOnly? MadeOn { get; init; }
}

/// <summary>A row that was filled in.</summary>
/// <param name="Key">Which row it is; null where the key was lost or damaged, so that number, body and text have to tell.</param>
/// <param name="Number">Number of the task as it stands in the row; may be empty.</param>
/// <param name="Body">The body, from the row, the head of the sheet or the file; may be empty.</param>
/// <param name="Text">The text of the task as it stands in the row; may be empty.</param>
/// <param name="State">How far it has come; null where nothing is said.</param>
/// <param name="Percent">How far, from 0 to 100; null where nothing or nothing understandable is said.</param>
/// <param name="Progress">What was done; may be empty.</param>
/// <param name="Evidence">Names of files that show it; may be empty.</param>
/// <param name="Reporter">Who filled it in; may be empty.</param>
/// <param name="On">When; null where nothing or nothing understandable is said.</param>
/// <param name="Place">Its first answer.</param>
public sealed record ReplyAnswer(
    RowKey? Key,
    string Number,
    string Body,
    string Text,
    ReplyState? State,
    int? Percent,
    string Progress,
    string Evidence,
    string Reporter,
    DateOnly? On,
    CellPlace Place)
{
    private const int PlacesTold = 5;
    private static readonly CellPlace Anywhere = new("", 0, 0);

    /// <summary>What is said, without the row that says it: two rows of a task with the same of it do not contradict each other.</summary>
    public ReplyAnswer Said => this with { Key = null, Number = "", Body = "", Text = "", Place = Anywhere };

    /// <summary>What to tell of rows of one task that contradict each other.</summary>
    /// <param name="number">Number of the task.</param>
    /// <param name="rows">The rows.</param>
    public static string Contradiction(string number, IReadOnlyCollection<ReplyAnswer> rows) =>
        $"编号“{number}”的任务在文件里有 {rows.Count} 行，内容不一致（{string.Join('、', rows.Select(row => row.Place).Take(PlacesTold))}），都没有读入。请确认以哪一行为准。";
}

/// <summary>Something that a person must look at.</summary>
/// <param name="Code">Stable code, one of <see cref="ReplyCodes"/>.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Text">What stands there.</param>
/// <param name="Message">A Chinese sentence: what is wrong, where, what to do.</param>
/// <param name="Row">The row as far as it was understood, where the whole row was left out for it; null where it is only this cell.</param>
public sealed record Unplaced(string Code, CellPlace Place, string Text, string Message, ReplyAnswer? Row = null);

/// <summary>A cell.</summary>
/// <param name="Sheet">Name of the sheet.</param>
/// <param name="Row">Row, from 1.</param>
/// <param name="Column">Column, from 1.</param>
public sealed record CellPlace(string Sheet, int Row, int Column)
{
    /// <summary>As Excel names it, such as Sheet1!G7.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Sheet}!{CellReference.ConvertNumToColString(Column - 1)}{Row}");
}

/// <summary>Codes of <see cref="Unplaced"/>.</summary>
public static class ReplyCodes
{
    /// <summary>The workbook has no table to fill in.</summary>
    public const string NoTable = "reply-no-table";

    /// <summary>The word for the state is not known: the row was left out.</summary>
    public const string State = "reply-state";

    /// <summary>The percentage is none.</summary>
    public const string Percent = "reply-percent";

    /// <summary>The date is none.</summary>
    public const string Date = "reply-date";

    /// <summary>A formula that gave an error, or has no stored result.</summary>
    public const string Formula = "reply-formula";

    /// <summary>The row key is damaged; the row is told by its number.</summary>
    public const string Key = "reply-key";

    /// <summary>Answers in a row with neither key nor number: the row was left out.</summary>
    public const string NoNumber = "reply-no-number";

    /// <summary>Two rows of the same task that differ: both were left out.</summary>
    public const string Conflict = "reply-conflict";

    /// <summary>Text between or below the rows of the table.</summary>
    public const string Outside = "reply-outside";

    /// <summary>Text in a column that is none of the table's.</summary>
    public const string OtherColumn = "reply-other-column";

    /// <summary>A sheet with text and without a table to fill in: it was not read.</summary>
    public const string OtherSheet = "reply-other-sheet";
}

/// <summary>What a reader may know besides the file.</summary>
public sealed record ReplyReadOptions
{
    /// <summary>The day the sheets were sent: gives days without a year their year. Null to take it from the file.</summary>
    public DateOnly? MadeOn { get; init; }

    /// <summary>What is too much.</summary>
    public WorkbookLimits Limits { get; init; } = new();
}
