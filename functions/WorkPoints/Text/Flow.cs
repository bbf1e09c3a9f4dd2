using System.Text;
using YiyuanSafety.WorkPoints.Reading;

namespace YiyuanSafety.WorkPoints.Text;

/// <summary>
/// The running text of a document: all passages (rejoined paragraphs) one after the other, parted by
/// <see cref="Break"/>, with the way back from every character to the block it came from.
/// </summary>
internal sealed class Flow
{
    /// <summary>Stands between passages. It belongs to no block and occurs in no source text.</summary>
    public const char Break = '\u2029';

    /// <summary>Stands where two blocks were joined to one passage. It belongs to no block either.</summary>
    public const char Join = '\u2028';

    private readonly List<Piece> _pieces;
    private readonly IReadOnlyList<SourceBlock> _blocks;

    private Flow(string text, List<Piece> pieces, IReadOnlyList<SourceBlock> blocks)
    {
        Text = text;
        Folded = Fold.Width(text);
        _pieces = pieces;
        _blocks = blocks;
    }

    /// <summary>The text as printed.</summary>
    public string Text { get; }

    /// <summary>The text with widths folded; same length and positions as <see cref="Text"/>.</summary>
    public string Folded { get; }

    /// <summary>Builds the flow from passages, each a list of block indexes whose texts follow one another.</summary>
    public static Flow Of(IReadOnlyList<SourceBlock> blocks, IEnumerable<IReadOnlyList<int>> passages)
    {
        var text = new StringBuilder();
        var pieces = new List<Piece>();
        foreach (var passage in passages)
        {
            var mark = Break;
            foreach (var index in passage)
            {
                if (text.Length > 0)
                    text.Append(mark);
                mark = Join;

                // A source may hold the marks themselves; they print as nothing but a line end.
                pieces.Add(new Piece(text.Length, index, blocks[index].Text.Length));
                text.Append(blocks[index].Text.Replace(Break, '\n').Replace(Join, '\n'));
            }
        }

        return new Flow(text.ToString(), pieces, blocks);
    }

    /// <summary>The block a position belongs to; for a mark, the block before it.</summary>
    public SourceBlock BlockAt(int position) => _blocks[_pieces[PieceAt(position)].Block];

    /// <summary>Where a position stands in the source, in words.</summary>
    public string PlaceAt(int position) => _pieces.Count == 0 ? "" : BlockAt(position).Place.ToString();

    /// <summary>The offset of a position inside its block.</summary>
    public int OffsetInBlock(int position) => position - _pieces[PieceAt(position)].Start;

    /// <summary>Allots a run of the flow; marks, which belong to no block, are passed over.</summary>
    public IEnumerable<Allotment> Allot(int start, int end, Purpose purpose, string? task)
    {
        if (start >= end)
            yield break;
        for (var i = PieceAt(start); i < _pieces.Count && _pieces[i].Start < end; i++)
        {
            var piece = _pieces[i];
            var from = Math.Max(start, piece.Start);
            var to = Math.Min(end, piece.Start + piece.Length);
            if (from < to)
                yield return new Allotment(piece.Block, from - piece.Start, to - from, purpose, task);
        }
    }

    /// <summary>
    /// A run as a person would quote it: breaks and line ends removed with the white space around them,
    /// white space at both ends trimmed, everything else as printed.
    /// </summary>
    public string Quote(int start, int end) => Quote(Text.AsSpan(start, Math.Max(0, end - start)));

    /// <summary><see cref="Quote(int, int)"/> for a text outside the flow.</summary>
    public static string Quote(ReadOnlySpan<char> span)
    {
        span = span.Trim();
        var quoted = new StringBuilder(span.Length);
        for (var i = 0; i < span.Length; i++)
        {
            if (span[i] is not (Break or Join or '\n' or '\r' or '\f' or '\v'))
            {
                quoted.Append(span[i]);
                continue;
            }

            while (quoted.Length > 0 && char.IsWhiteSpace(quoted[^1]))
                quoted.Length--;
            while (i + 1 < span.Length && char.IsWhiteSpace(span[i + 1]))
                i++;
            if (quoted.Length > 0 && i + 1 < span.Length && char.IsAsciiLetter(quoted[^1]) && char.IsAsciiLetter(span[i + 1]))
                quoted.Append(' ');
        }

        return quoted.ToString();
    }

    private int PieceAt(int position)
    {
        int low = 0, high = _pieces.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_pieces[middle].Start <= position)
                low = middle;
            else
                high = middle - 1;
        }

        return low;
    }

    private readonly record struct Piece(int Start, int Block, int Length);
}
