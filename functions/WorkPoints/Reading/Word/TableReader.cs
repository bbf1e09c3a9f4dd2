using System.Xml;

namespace YiyuanSafety.WorkPoints.Reading.Word;

/// <summary>Reads the rows and cells of one table and works out what merged cells cover.</summary>
internal sealed class TableReader(int ordinal)
{
    private readonly List<(TableCell Cell, string Text)> _cells = [];
    private readonly Dictionary<int, int> _open = [];

    /// <summary>The cells, each once, row by row.</summary>
    public IReadOnlyList<(TableCell Cell, string Text)> Cells => _cells;

    /// <summary>Reads a table; the reader stands on its start tag.</summary>
    public void Read(XmlReader xml, Func<XmlReader, string> readCell, ReadingLimits limits, string name)
    {
        if (xml.IsEmptyElement)
            return;
        var depth = xml.Depth;
        var row = -1;
        var column = 0;
        var before = 0;
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.Depth > limits.Depth || _cells.Count > limits.Blocks)
                throw WordPackage.Damaged(name, null);
            switch (xml.LocalName)
            {
                case "tr":
                    row++;
                    before = _cells.Count;
                    column = 0;
                    break;
                case "gridBefore":
                    column = Math.Clamp(xml.WordNumber("val") ?? 0, 0, 64);
                    break;
                case "del" when row >= 0:
                    // The row was deleted: its cells, which follow, do not count.
                    SkipRow(xml, depth);
                    _cells.RemoveRange(before, _cells.Count - before);
                    row--;
                    break;
                case "tc" when !xml.IsEmptyElement:
                    column += ReadCell(xml, row, column, readCell);
                    break;
                case "tblPr" or "tblGrid" or "tblPrEx" or "sdtPr" or "Fallback" or "moveFrom":
                    BodyReader.Skip(xml);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Reads a cell and returns the grid columns it covers.</summary>
    private int ReadCell(XmlReader xml, int row, int column, Func<XmlReader, string> readCell)
    {
        var (span, merge, horizontal) = (1, "", "");
        var depth = xml.Depth;
        var text = "";
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "tcPr")
            {
                (span, merge, horizontal) = Properties(xml);
                continue;
            }

            // The rest of the cell, from here to its end tag.
            text = ReadContent(xml, readCell, text);
        }

        if (horizontal == "continue" && _cells.Count > 0 && _cells[^1].Cell.Row == row)
        {
            var (left, leftText) = _cells[^1];
            _cells[^1] = (left with { ColumnSpan = left.ColumnSpan + span }, Join(leftText, text));
            return span;
        }

        if (merge == "continue" && _open.TryGetValue(column, out var top))
        {
            var (above, aboveText) = _cells[top];
            _cells[top] = (above with { RowSpan = row - above.Row + 1 }, Join(aboveText, text));
            return span;
        }

        for (var covered = column; covered < column + span; covered++)
            _open.Remove(covered);
        if (merge == "restart")
            _open[column] = _cells.Count;
        _cells.Add((new TableCell(ordinal, row, column, 1, span), text));
        return span;
    }

    private static string ReadContent(XmlReader xml, Func<XmlReader, string> readCell, string before)
    {
        // readCell reads the children of the element the reader is on; a lone paragraph is wrapped by its subtree.
        using var subtree = xml.ReadSubtree();
        var text = readCell(subtree);
        return Join(before, text);
    }

    private static string Join(string above, string below) =>
        above.Length == 0 ? below : below.Length == 0 ? above : above + "\n" + below;

    private static (int Span, string Vertical, string Horizontal) Properties(XmlReader xml)
    {
        var (span, vertical, horizontal) = (1, "", "");
        if (xml.IsEmptyElement)
            return (span, vertical, horizontal);
        var depth = xml.Depth;
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "gridSpan")
                span = Math.Clamp(xml.WordNumber("val") ?? 1, 1, 64);
            else if (xml.LocalName == "vMerge")
                vertical = xml.WordAttribute("val") == "restart" ? "restart" : "continue";
            else if (xml.LocalName == "hMerge")
                horizontal = xml.WordAttribute("val") == "restart" ? "restart" : "continue";
        }

        return (span, vertical, horizontal);
    }

    private static void SkipRow(XmlReader xml, int tableDepth)
    {
        while (!(xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "tr" && xml.Depth > tableDepth) && xml.Read())
        {
        }
    }
}
