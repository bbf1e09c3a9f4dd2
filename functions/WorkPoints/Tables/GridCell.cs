using YiyuanSafety.WorkPoints.Reading;

namespace YiyuanSafety.WorkPoints.Tables;

/// <summary>A cell of a table, or of a table flattened to lines of text.</summary>
/// <param name="Row">First row, from 0.</param>
/// <param name="Column">First column, from 0.</param>
/// <param name="RowSpan">Rows covered.</param>
/// <param name="ColumnSpan">Columns covered.</param>
/// <param name="Text">What the cell says; line ends as <c>\n</c>.</param>
/// <param name="Pieces">The runs of the source that the cell is made of.</param>
/// <param name="Place">Where its first run stands.</param>
internal sealed record GridCell(int Row, int Column, int RowSpan, int ColumnSpan, string Text, IReadOnlyList<CellPiece> Pieces, SourcePlace Place)
{
    /// <summary>The cell of a real table.</summary>
    public static GridCell Of(SourceBlock block, TableCell cell) =>
        new(cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan, block.Text, [new CellPiece(block.Index, 0, block.Text.Length)], block.Place);
}

/// <summary>A run of the source.</summary>
/// <param name="Block">Index of the block.</param>
/// <param name="Start">First character.</param>
/// <param name="Length">Number of characters.</param>
internal readonly record struct CellPiece(int Block, int Start, int Length);
