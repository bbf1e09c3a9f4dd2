using System.Globalization;
using System.Text.RegularExpressions;
using NPOI.SS.UserModel;
using NPOI.SS.Util;
using NPOI.XSSF.UserModel;
using YiyuanSafety.Drafting.Sheets;

namespace YiyuanSafety.Drafting.Collecting;

/// <summary>任务进展填报表: a workbook that a body fills in and sends back.</summary>
public static partial class ReplyWorkbook
{
    internal const string TitleEnd = "任务进展填报表";
    internal const string BodyLabel = "填报单位：";
    internal const string GuideLabel = "填写说明：";

    private const int HeadRow = 3;
    private const int LeastLines = 2;
    private const int MostLines = 28;
    private const float LineHeight = 14;
    private const int MostGuideCharactersInLine = 100;

    // Excel's serial numbers of 2000-01-01 and 2099-12-31.
    private const string FirstDay = "36526";
    private const string LastDay = "73050";

    // As ECMA-376 numbers paper; the library's own name for A4 stands for A3.
    private const short A4 = 9;

    private static readonly string[] Allowed = ["formatCells", "formatColumns", "formatRows", "insertRows", "sort", "autoFilter"];

    // The key stands between two columns that people see: whoever copies or sorts the table takes it along.
    private static readonly Column[] Columns =
    [
        new("编号", 7, Answers.None, row => row.Number, Centred: true),
        new("行标识", 10, Answers.None, row => row.Key.ToString(), Hidden: true),
        new("条目标题", 13, Answers.None, row => row.Item),
        new("任务内容", 35, Answers.None, row => row.Text),
        new("本单位职责", 10, Answers.None, row => row.Part, Centred: true),
        new("完成时限", 14, Answers.None, row => row.Due, Centred: true),
        new("上次填报情况", 20, Answers.None, Last),
        new("完成状态", 10, Answers.State, _ => ""),
        new("进度%", 7, Answers.Percent, _ => ""),
        new("进展情况", 33, Answers.Text, _ => ""),
        new("佐证材料\n（文件名称）", 15, Answers.Text, _ => ""),
        new("填报人", 9, Answers.Text, _ => ""),
        new("填报日期", 12, Answers.Date, _ => ""),
    ];

    private enum Answers
    {
        None,
        State,
        Percent,
        Text,
        Date,
    }

    /// <summary>Writes the workbook as .xlsx. Equal sheets give equal bytes.</summary>
    /// <param name="sheet">What the body is asked.</param>
    /// <param name="output">Where the file goes; left open.</param>
    public static void Write(ReplySheet sheet, Stream output)
    {
        var workbook = new XSSFWorkbook();
        var styles = new ReplyStyles(workbook);
        var names = new SheetNames();
        var page = (XSSFSheet)workbook.CreateSheet(names.Take(sheet.Body));
        Preface(page, styles, sheet);
        Table(page, styles, sheet.Rows);
        Validate(page, Math.Max(1, sheet.Rows.Count));
        page.CreateFreezePane(3, HeadRow + 1);
        page.SetAutoFilter(new CellRangeAddress(HeadRow, HeadRow + sheet.Rows.Count, 0, Columns.Length - 1));
        page.RepeatingRows = new CellRangeAddress(HeadRow, HeadRow, -1, -1);
        page.EnableLocking();
        Print(page);
        ReplyMeta.Write(workbook, names, sheet);
        workbook.SetActiveSheet(0);
        WorkbookFile.Write(workbook, TitleOf(sheet.Plan), output, Repair);
    }

    private static string TitleOf(string plan) => plan.Trim() switch
    {
        "" => TitleEnd,
        ['《', ..] quoted => quoted + TitleEnd,
        var plain => $"《{plain}》{TitleEnd}",
    };

    private static void Preface(XSSFSheet page, ReplyStyles styles, ReplySheet sheet)
    {
        var last = Columns.Length - 1;
        Merge(page, 0, 0, last, TitleOf(sheet.Plan), styles.Title, 30);
        Merge(page, 1, 0, 6, BodyLabel + sheet.Body, styles.Line, 20);
        Merge(page, 1, 7, last, "制表日期：" + Day(sheet.MadeOn), styles.LineRight, 20);
        var guide = Guide(sheet);
        Merge(page, 2, 0, last, string.Join('\n', guide), styles.Line, 15 * guide.Sum(line => 1 + line.Length / MostGuideCharactersInLine) + 4);
    }

    private static List<string> Guide(ReplySheet sheet) =>
    [
        GuideLabel + "1. 只填浅黄色的各列，每项任务填一行；其余各列是任务原文和上次填报情况，已锁定，不用改动。",
        "2. “完成状态”从下拉列表中选；“进度%”填 0 至 100 的整数；“填报日期”填成 2021-6-25 这样；“佐证材料”写文件名称，文件随本表一并报送。",
        "3. 本表可以筛选、调整行高列宽，也可以复制到别的工作簿；请保留表头一行。与本单位无关的任务，“完成状态”选“不涉及”。",
        $"4. 请{(sheet.ReplyBy is { } day ? $"于{Day(day)}前" : "")}填好本表，将电子表格（不用打印、扫描）报送{(sheet.ReturnTo.Length > 0 ? sheet.ReturnTo : "发来本表的单位")}。",
    ];

    private static void Table(XSSFSheet page, ReplyStyles styles, IReadOnlyList<ReplyRow> rows)
    {
        var head = page.CreateRow(HeadRow);
        head.HeightInPoints = 32;
        for (var i = 0; i < Columns.Length; i++)
        {
            page.SetColumnWidth(i, Columns[i].Width * 256);
            page.SetColumnHidden(i, Columns[i].Hidden);
            Put(head, i, Columns[i].Name, Columns[i].Answer == Answers.None ? styles.Head : styles.AnswerHead);
        }

        for (var i = 0; i < rows.Count; i++)
        {
            var row = page.CreateRow(HeadRow + 1 + i);
            row.HeightInPoints = Math.Clamp(Columns.Where(of => !of.Hidden).Max(of => Lines(of.Value(rows[i]), of.Width)), LeastLines, MostLines) * LineHeight;
            for (var column = 0; column < Columns.Length; column++)
            {
                var of = Columns[column];
                if (of.Answer == Answers.None)
                    Put(row, column, CellText.Safe(of.Value(rows[i])), of.Centred ? styles.Centred : styles.Text);
                else
                    row.CreateCell(column, CellType.Blank).CellStyle = Style(of.Answer, styles);
            }
        }
    }

    // A Chinese character takes the room of two others.
    private static int Lines(string text, int width) =>
        text.Split('\n').Sum(line => 1 + (line.Sum(c => c < 0x2000 ? 1 : 2) - 1) / (width - 1));

    private static ICellStyle Style(Answers answer, ReplyStyles styles) => answer switch
    {
        Answers.State => styles.AnswerWord,
        Answers.Percent => styles.AnswerWhole,
        Answers.Date => styles.AnswerDate,
        _ => styles.AnswerText,
    };

    private static string Last(ReplyRow row)
    {
        var state = row.LastState is { } known ? ReplyStates.Word(known) : "";
        var on = row.LastOn is { } day ? $"（{Day(day)}）" : "";
        return string.Join('\n', new[] { state + on, row.LastProgress }.Where(line => line.Length > 0));
    }

    private static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");

    private static void Validate(XSSFSheet page, int rows)
    {
        var helper = new XSSFDataValidationHelper(page);
        for (var i = 0; i < Columns.Length; i++)
        {
            var cells = new CellRangeAddressList(HeadRow + 1, HeadRow + rows, i, i);
            if (Columns[i].Answer == Answers.State)
            {
                Add(helper.CreateExplicitListConstraint([.. ReplyStates.Answers.Select(ReplyStates.Word)]), cells, ERRORSTYLE.STOP, "请从下拉列表中选：未开展、推进中、已完成、不涉及。");
            }
            else if (Columns[i].Answer == Answers.Percent)
            {
                Add(helper.CreateintConstraint(OperatorType.BETWEEN, "0", "100"), cells, ERRORSTYLE.STOP, "请填 0 至 100 的整数，不用写百分号。");
            }
            else if (Columns[i].Answer == Answers.Date)
            {
                // A warning only: a date typed in another way is still read.
                Add(helper.CreateDateConstraint(OperatorType.BETWEEN, FirstDay, LastDay, "yyyy-mm-dd"), cells, ERRORSTYLE.WARNING, "请把日期填成 2021-6-25 这样。");
            }
        }

        void Add(IDataValidationConstraint constraint, CellRangeAddressList cells, int style, string message)
        {
            var validation = helper.CreateValidation(constraint, cells);
            validation.EmptyCellAllowed = true;
            validation.ErrorStyle = style;
            validation.ShowErrorBox = true;
            validation.CreateErrorBox("填写有误", message);
            validation.ShowPromptBox = true;
            validation.CreatePromptBox("填写提示", message);

            // The library has it the wrong way round: true is what shows the arrow.
            validation.SuppressDropDownArrow = true;
            page.AddValidationData(validation);
        }
    }

    // A row's height is an estimate that programs may better as people type; the library would fix it for good.
    private static string Repair(string xml) => FixedHeight().Replace(Allow(xml), match =>
        int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) > HeadRow + 1 ? match.Value.Replace(" customHeight=\"1\"", "", StringComparison.Ordinal) : match.Value);

    // Protected without a password: it keeps from slips, not from people. The library only knows how to forbid more, not less: where an
    // attribute says 1, the thing is forbidden.
    private static string Allow(string xml) => Protection().Replace(xml, match => Allowed.Aggregate(
        match.Value, (protection, name) => protection.Replace($" {name}=\"1\"", $" {name}=\"0\"", StringComparison.Ordinal)));

    private static void Print(XSSFSheet page)
    {
        page.FitToPage = true;
        page.PrintSetup.PaperSize = A4;
        page.PrintSetup.Landscape = true;
        page.PrintSetup.FitWidth = 1;
        page.PrintSetup.FitHeight = 0;
        page.SetMargin(MarginType.LeftMargin, 0.4);
        page.SetMargin(MarginType.RightMargin, 0.4);
        page.SetMargin(MarginType.TopMargin, 0.6);
        page.SetMargin(MarginType.BottomMargin, 0.6);
        page.HorizontallyCenter = true;
        page.Footer.Center = "第 &P 页，共 &N 页";
    }

    private static void Merge(XSSFSheet page, int at, int first, int last, string text, ICellStyle style, float height)
    {
        var row = page.GetRow(at) ?? page.CreateRow(at);
        row.HeightInPoints = height;
        for (var column = first; column <= last; column++)
            Put(row, column, column == first ? CellText.Safe(text) : "", style);
        page.AddMergedRegion(new CellRangeAddress(at, at, first, last));
    }

    // Always a string cell: text that begins with = + - @ is text, never a formula.
    private static void Put(IRow row, int column, string text, ICellStyle style)
    {
        var cell = row.CreateCell(column, text.Length == 0 ? CellType.Blank : CellType.String);
        if (text.Length > 0)
            cell.SetCellValue(text);
        cell.CellStyle = style;
    }

    [GeneratedRegex("<row r=\"([0-9]+)\" [^>]*>")]
    private static partial Regex FixedHeight();

    [GeneratedRegex("<sheetProtection [^>]*>")]
    private static partial Regex Protection();

    private sealed record Column(string Name, int Width, Answers Answer, Func<ReplyRow, string> Value, bool Centred = false, bool Hidden = false);
}
