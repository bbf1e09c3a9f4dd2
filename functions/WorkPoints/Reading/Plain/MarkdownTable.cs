using System.Text;

namespace YiyuanSafety.WorkPoints.Reading.Plain;

/// <summary>
/// Pipe tables of Markdown: a header line, a rule such as <c>|---|:-:|</c>, rows. Pipes, the rule and the blanks
/// around a cell's text are marks of the notation and not part of the text.
/// </summary>
internal static class MarkdownTable
{
    /// <summary>Number of lines of the table that starts at a line, the rule included; 0 where none starts.</summary>
    public static int RowsAt(IReadOnlyList<string> lines, int at)
    {
        if (at + 1 >= lines.Count || !lines[at].Contains('|', StringComparison.Ordinal) || !IsRule(lines[at + 1])
            || Cells(lines[at]).Count != Cells(lines[at + 1]).Count)
            return 0;

        var end = at + 2;
        while (end < lines.Count && lines[end].Contains('|', StringComparison.Ordinal))
            end++;
        return end - at;
    }

    /// <summary>Adds the cells of a table, row after row.</summary>
    public static void Add(IReadOnlyList<string> lines, int at, int rows, int table, BlockCollector blocks)
    {
        var row = 0;
        for (var line = at; line < at + rows; line++)
        {
            if (line == at + 1)
                continue;

            var column = 0;
            foreach (var text in Cells(lines[line]))
            {
                var place = new SourcePlace(Line: line + 1, Table: table + 1, Row: row + 1, Column: column + 1);
                blocks.Add(new SourceBlock(blocks.Next, text, place)
                {
                    Kind = BlockKind.TableCell,
                    Cell = new TableCell(table, row, column, 1, 1),
                });
                column++;
            }

            row++;
        }
    }

    private static bool IsRule(string line) =>
        line.Contains('|', StringComparison.Ordinal)
        && Cells(line).TrueForAll(cell => cell.Contains('-', StringComparison.Ordinal)
            && cell.AsSpan().Trim(':').IndexOfAnyExcept('-') < 0);

    private static List<string> Cells(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var text = line.AsSpan().Trim();
        if (text.StartsWith("|"))
            text = text[1..];
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\\' && at + 1 < text.Length && text[at + 1] == '|')
                cell.Append(text[++at]);
            else if (text[at] == '|')
                Close();
            else
                cell.Append(text[at]);
        }

        if (cell.Length > 0)
            Close();
        return cells;

        void Close()
        {
            cells.Add(cell.ToString().Trim().Replace("<br>", "\n", StringComparison.OrdinalIgnoreCase));
            cell.Clear();
        }
    }
}
