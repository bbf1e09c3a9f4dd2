using YiyuanSafety.WorkPoints.Outline;
using YiyuanSafety.WorkPoints.Reading;
using YiyuanSafety.WorkPoints.Responsibility;
using YiyuanSafety.WorkPoints.Text;

namespace YiyuanSafety.WorkPoints.Tables;

/// <summary>
/// Finds allocation tables that were flattened to lines of text: a row a line with cells parted by tabs or spaces,
/// or every cell on a line of its own.
/// </summary>
internal sealed class FlatTables
{
    private readonly IReadOnlyList<SourceBlock> _blocks;
    private readonly Predicate<string> _isKnown;

    private FlatTables(IReadOnlyList<SourceBlock> blocks, Predicate<string> isKnown) => (_blocks, _isKnown) = (blocks, isKnown);

    /// <summary>The tables found, and the indexes of the blocks they take up.</summary>
    public static (IReadOnlyList<TableGrid> Grids, IReadOnlySet<int> Taken) Find(IReadOnlyList<SourceBlock> blocks, Predicate<string> isKnown)
    {
        var reader = new FlatTables(blocks, isKnown);
        var grids = new List<TableGrid>();
        var taken = new HashSet<int>();
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Cell is not null || !blocks[i].Text.Contains("单位", StringComparison.Ordinal) && !blocks[i].Text.Contains("序号", StringComparison.Ordinal))
                continue;
            if (reader.TryHeader(i, out var header, out var next) && reader.TryRows(header, next, out var cells, out var end))
            {
                grids.Add(new TableGrid(cells));
                taken.UnionWith(cells.SelectMany(cell => cell.Pieces).Select(piece => piece.Block));
                i = end - 1;
            }
        }

        return (grids, taken);
    }

    /// <summary>A heading line, or a run of lines each of which is a heading.</summary>
    private bool TryHeader(int start, out List<Chunk> header, out int next)
    {
        header = [.. Chunks(start)];
        next = start + 1;
        if (header.Count == 1)
        {
            while (next < _blocks.Count && header.Count < 12 && (IsBlank(next) || IsHeading(next)))
            {
                if (!IsBlank(next))
                    header.AddRange(Chunks(next));
                next++;
            }
        }

        var words = header.ConvertAll(chunk => TableColumns.Word(chunk.Text));
        var columns = TableColumns.Read(column => words[column], words.Count);
        return header.Count >= 3 && columns.Bodies.Count > 0 && (columns.Title is not null || columns.Text.Count > 0)
            && Recognised(columns) >= header.Count - 1;
    }

    private bool TryRows(List<Chunk> header, int start, out List<GridCell> cells, out int end)
    {
        var words = header.ConvertAll(chunk => TableColumns.Word(chunk.Text));
        var columns = TableColumns.Read(column => words[column], words.Count);
        cells = [.. header.Select((chunk, column) => Cell(0, column, [chunk]))];
        var row = 0;
        var current = new List<Chunk>();
        end = start;
        for (; end < _blocks.Count && _blocks[end].Cell is null; end++)
        {
            if (IsBlank(end) || PageFurniture.IsPageNumber(Fold.Width(_blocks[end].Text)))
                continue;
            var chunks = Chunks(end).ToList();
            if (chunks.TrueForAll(chunk => words.Contains(TableColumns.Word(chunk.Text))))
                continue;
            var starts = columns.Number is not null ? IsOrdinal(chunks[0].Text, row + 1) : chunks.Count == header.Count;
            if (starts)
            {
                Flush(cells);
                row++;
                current.AddRange(chunks);
                continue;
            }

            if (row == 0 || (chunks.Count == 1 && IsOutside(end, current, columns)))
                break;
            current.AddRange(chunks);
        }

        Flush(cells);
        return row > 0;

        void Flush(List<GridCell> target)
        {
            if (row > 0 && current.Count > 0)
                target.AddRange(Assign(row, current, columns, header.Count));
            current = [];
        }
    }

    /// <summary>A numbered heading, or prose after a complete row, ends the table.</summary>
    private bool IsOutside(int index, List<Chunk> row, TableColumns columns)
    {
        var folded = Fold.Width(_blocks[index].Text);
        if (NumberLabel.TryRead(folded, 0, folded.Length, out var label) && label.Rank < NumberLabel.Ranks.Arabic)
            return true;
        var bodies = row.Count(chunk => IsBodies(chunk.Text));
        return bodies >= columns.Bodies.Count && (columns.Deadline is null || IsDeadline(row[^1].Text)) && !IsBodies(_blocks[index].Text);
    }

    /// <summary>Puts the chunks of a row into its columns: one to one where the count fits, else by what they say.</summary>
    private IEnumerable<GridCell> Assign(int row, List<Chunk> chunks, TableColumns columns, int count)
    {
        chunks = Merge(chunks);
        if (chunks.Count == count)
        {
            for (var column = 0; column < count; column++)
                yield return Cell(row, column, [chunks[column]]);
            yield break;
        }

        var places = new List<Chunk>[count];
        var bodies = new Queue<int>(columns.Bodies.Select(body => body.Column));
        var texts = new Queue<int>(new[] { columns.Section, columns.Title }.OfType<int>().Concat(columns.Text));
        var lastText = -1;
        for (var i = 0; i < chunks.Count; i++)
        {
            var chunk = chunks[i];
            int column;
            if (i == 0 && columns.Number is { } number)
                column = number;
            else if (columns.Deadline is { } deadline && IsDeadline(chunk.Text) && i > 1)
                column = deadline;
            else if (IsBodies(chunk.Text) && lastText >= 0 && bodies.Count > 0)
                column = bodies.Dequeue();
            else
                column = lastText = texts.Count > 0 ? texts.Dequeue() : Math.Max(lastText, 0);
            (places[column] ??= []).Add(chunk);
        }

        for (var column = 0; column < count; column++)
        {
            if (places[column] is { } pieces)
                yield return Cell(row, column, pieces);
        }
    }

    // 县交通运输局、 at the end of a line goes on in the next.
    private static List<Chunk> Merge(List<Chunk> chunks)
    {
        var merged = new List<Chunk>();
        foreach (var chunk in chunks)
        {
            if (merged.Count > 1 && merged[^1].Text.TrimEnd() is [.., '、' or '，' or ','])
                merged[^1] = new Chunk(merged[^1].Text + "\n" + chunk.Text, [.. merged[^1].Pieces, .. chunk.Pieces]);
            else
                merged.Add(chunk);
        }

        return merged;
    }

    private bool IsBodies(string text)
    {
        var folded = Fold.Width(text.Replace('\n', '、').Trim());
        return folded.Length is > 1 and < 400
            && ClauseParser.Parse(ClauseText.Of(folded, folded, 0, folded.Length), _isKnown) is { Parties.Count: > 0 } clause
            && clause.Parties.All(party => party.Shaped) && !folded.Contains('。', StringComparison.Ordinal);
    }

    private static bool IsDeadline(string text)
    {
        var folded = Fold.Width(text.Trim());
        return folded.Length <= 24 && (folded is "全年" or "长期" or "长期坚持" or "持续推进" or "常态化" or "立即"
            || Details.Extraction.Deadlines(folded, null).Count > 0 || Details.Extraction.Recurrences(folded).Count > 0
            || (folded.Length <= 12 && folded.Any(char.IsAsciiDigit) && folded.Contains('月', StringComparison.Ordinal)) || folded.EndsWith("年底", StringComparison.Ordinal));
    }

    private static bool IsOrdinal(string text, int expected)
    {
        var digits = Fold.Width(text).Trim().TrimEnd('.', '、');
        return int.TryParse(digits, out var number) && number == expected;
    }

    private bool IsBlank(int index) => string.IsNullOrWhiteSpace(_blocks[index].Text);

    private bool IsHeading(int index)
    {
        var word = TableColumns.Word(_blocks[index].Text);
        return word.Length <= 12 && (Recognised(TableColumns.Read(_ => word, 1)) > 0 || word == "备注");
    }

    private static int Recognised(TableColumns columns) =>
        columns.Bodies.Count + columns.Text.Count + new[] { columns.Number, columns.Section, columns.Title, columns.Deadline }.Count(column => column is not null);

    private GridCell Cell(int row, int column, IReadOnlyList<Chunk> chunks) => new(
        row, column, 1, 1,
        string.Join("\n", chunks.Select(chunk => chunk.Text)),
        [.. chunks.SelectMany(chunk => chunk.Pieces)],
        _blocks[chunks[0].Pieces[0].Block].Place);

    /// <summary>The pieces of a line: parted by tabs or bars, or else by white space.</summary>
    private IEnumerable<Chunk> Chunks(int index)
    {
        var text = _blocks[index].Text;
        var tabbed = text.Trim().Contains('\t', StringComparison.Ordinal);
        var start = 0;
        while (start < text.Length)
        {
            var end = start;
            while (end < text.Length && !IsSeparator(text, end, tabbed))
                end++;
            if (text.AsSpan(start, end - start).Trim().Length > 0)
                yield return new Chunk(text[start..end].Trim(), [new CellPiece(index, start, end - start)]);
            start = end + 1;
        }
    }

    private static bool IsSeparator(string text, int i, bool tabbed) =>
        text[i] is '\t' or '|' or '｜' || (!tabbed && text[i] is ' ' or '\u3000' && !InsideBrackets(text, i));

    private static bool InsideBrackets(string text, int i) =>
        text.AsSpan(0, i).LastIndexOfAny('（', '(') is var open and >= 0 && text.AsSpan(open, i - open).IndexOfAny('）', ')') < 0;

    private sealed record Chunk(string Text, IReadOnlyList<CellPiece> Pieces);
}
