using YiyuanSafety.WorkPoints.Responsibility;
using YiyuanSafety.WorkPoints.Text;

namespace YiyuanSafety.WorkPoints.Tables;

/// <summary>What the columns of an allocation table hold.</summary>
internal sealed record TableColumns
{
    private static readonly string[] NumberWords = ["序号", "编号", "号"];
    private static readonly string[] SectionWords = ["类别", "分类", "部分", "领域", "板块", "项目类别", "工作类别"];
    private static readonly string[] TitleWords = ["工作任务", "重点任务", "主要任务", "任务名称", "工作事项", "任务", "事项", "重点工作", "工作项目", "项目", "主要工作任务", "任务分解", "重点工作任务", "目标任务"];
    private static readonly string[] TextWords = ["具体措施", "工作措施", "主要内容", "工作内容", "具体内容", "工作要求", "具体任务", "任务内容", "措施", "重点工作和要求", "具体工作措施", "任务要求", "工作举措", "工作目标", "内容", "具体要求", "主要举措"];
    private static readonly string[] DeadlineWords = ["完成时限", "完成时间", "时限", "时间节点", "时限要求", "完成期限", "时间要求", "进度安排", "时间安排"];

    /// <summary>Column of the ordinal.</summary>
    public int? Number { get; private init; }

    /// <summary>Column of the section.</summary>
    public int? Section { get; private init; }

    /// <summary>Column of the title, or of the whole duty where there is no text column.</summary>
    public int? Title { get; private init; }

    /// <summary>Columns of the duty's text.</summary>
    public IReadOnlyList<int> Text { get; private init; } = [];

    /// <summary>Columns that name bodies, with the role of each.</summary>
    public IReadOnlyList<(int Column, PartyRole Role)> Bodies { get; private init; } = [];

    /// <summary>Column of the deadline.</summary>
    public int? Deadline { get; private init; }

    /// <summary>Finds the heading row: the first that names a column of bodies and one of duties.</summary>
    public static bool TryFind(TableGrid grid, out int headerRow, out TableColumns columns)
    {
        for (headerRow = 0; headerRow < Math.Min(grid.Rows, 6); headerRow++)
        {
            var row = headerRow;
            columns = Read(column => Heading(grid, row, column), grid.Columns);
            if (columns.Bodies.Count > 0 && (columns.Title is not null || columns.Text.Count > 0))
            {
                // A heading of two rows: 责任单位 over 牵头 | 配合.
                while (headerRow + 1 < grid.Rows && IsSubHeading(grid, headerRow + 1, columns))
                    headerRow++;
                var last = headerRow;
                columns = Read(column => Heading(grid, last, column), grid.Columns) is { Bodies.Count: > 0 } refined && (refined.Title ?? columns.Title) is not null
                    ? refined
                    : columns;
                return true;
            }
        }

        columns = new TableColumns();
        return false;
    }

    /// <summary>Reads the headings of columns.</summary>
    /// <param name="heading">Width-folded heading of a column without white space.</param>
    /// <param name="count">Number of columns.</param>
    public static TableColumns Read(Func<int, string> heading, int count)
    {
        int? number = null, section = null, title = null, deadline = null;
        var text = new List<int>();
        var bodies = new List<(int, PartyRole)>();
        for (var column = 0; column < count; column++)
        {
            var word = heading(column);
            if (word.Length is 0 or > 20)
                continue;
            if (RoleLabel.TryReadHeading(word, out var label) && label.Kind == LabelKind.Bodies)
                bodies.Add((column, label.Role));
            else if (word is "牵头" or "责任" or "配合")
                bodies.Add((column, word switch { "牵头" => PartyRole.Lead, "配合" => PartyRole.Cooperating, _ => PartyRole.Responsible }));
            else if (Is(word, DeadlineWords))
                deadline ??= column;
            else if (Is(word, NumberWords))
                number ??= column;
            else if (Is(word, TextWords))
                text.Add(column);
            else if (Is(word, TitleWords))
                title ??= column;
            else if (Is(word, SectionWords))
                section ??= column;
        }

        return new TableColumns { Number = number, Section = section, Title = title, Text = text, Bodies = bodies, Deadline = deadline };
    }

    /// <summary>Whether a cell repeats a heading, as at the top of every page.</summary>
    public static bool IsRepeatedHeading(GridCell cell, IReadOnlyList<GridCell> headings) =>
        headings.Any(heading => Word(heading.Text) == Word(cell.Text));

    private static bool IsSubHeading(TableGrid grid, int row, TableColumns columns)
    {
        var cells = grid.Row(row).Distinct().ToList();
        return cells.Count > 0 && cells.TrueForAll(cell => cell.Row < row || (Word(cell.Text) is { Length: > 0 and <= 8 } word
            && (RoleLabel.TryReadHeading(word, out _) || word is "牵头" or "责任" or "配合"))) && cells.Exists(cell => cell.Row == row) && columns.Bodies.Count > 0;
    }

    private static string Heading(TableGrid grid, int headerRow, int column) => grid.At(headerRow, column) is { } cell ? Word(cell.Text) : "";

    /// <summary>A heading without white space, widths folded.</summary>
    public static string Word(string text) => new([.. Fold.Width(text).Where(c => !char.IsWhiteSpace(c))]);

    private static bool Is(string word, string[] words) => words.Any(known => word == known || (known.Length >= 2 && word.StartsWith(known, StringComparison.Ordinal) && word.Length <= known.Length + 6));
}
