using YiyuanSafety.WorkPoints.Reading;
using YiyuanSafety.WorkPoints.Responsibility;
using YiyuanSafety.WorkPoints.Text;

namespace YiyuanSafety.WorkPoints.Outline;

/// <summary>Joins the blocks of a source to passages: a paragraph broken at a page or line end becomes whole again.</summary>
internal sealed class PassageJoiner
{
    // A heading line is rarely longer; a longer line without a final stop was cut off.
    private const int LongestHeading = 45;

    // A bracket left open further back than this is a slip of the scanner, not a paragraph cut in two.
    private const int LongestBracket = 400;

    private readonly IReadOnlyList<SourceBlock> _blocks;
    private readonly IReadOnlySet<int> _taken;
    private readonly int _wrapWidth;

    private PassageJoiner(IReadOnlyList<SourceBlock> blocks, IReadOnlySet<int> taken)
    {
        _blocks = blocks;
        _taken = taken;
        _wrapWidth = WrapWidth(blocks);
    }

    /// <summary>Passages in reading order as lists of block indexes, and the blocks set aside as page furniture.</summary>
    /// <param name="blocks">The source; table cells are passed over.</param>
    /// <param name="taken">Blocks that belong to flattened tables.</param>
    public static (List<List<int>> Passages, List<int> Furniture) Join(IReadOnlyList<SourceBlock> blocks, IReadOnlySet<int> taken) =>
        new PassageJoiner(blocks, taken).Join();

    private (List<List<int>> Passages, List<int> Furniture) Join()
    {
        var passages = new List<List<int>>();
        var furniture = new List<int>();
        var tail = new Tail();
        foreach (var block in _blocks)
        {
            if (block.Kind == BlockKind.TableCell || _taken.Contains(block.Index))
            {
                tail = new Tail();
                continue;
            }

            if (string.IsNullOrWhiteSpace(block.Text))
            {
                if (block.Text.Length > 0)
                    passages.Add([block.Index]);
                continue;
            }

            var folded = Fold.Width(block.Text);
            if (PageFurniture.IsPageNumber(folded))
            {
                furniture.Add(block.Index);
                continue;
            }

            if (block.Kind is BlockKind.Footnote or BlockKind.TextBox)
            {
                passages.Add([block.Index]);
                continue;
            }

            if (tail.Passage is not null && Continues(tail, block, folded))
            {
                tail.Passage.Add(block.Index);
                tail.Append(folded, block);
                continue;
            }

            var passage = new List<int> { block.Index };
            passages.Add(passage);
            tail = new Tail { Passage = passage };
            tail.Append(folded, block);
        }

        return (passages, furniture);
    }

    /// <summary>Whether the block carries on the passage before it.</summary>
    private bool Continues(Tail tail, SourceBlock block, string folded)
    {
        if (block.HeadingLevel is not null || tail.IsHeading || NumberLabel.TryRead(folded, 0, folded.Length, out _))
            return false;
        var start = folded.Length - folded.AsSpan().TrimStart().Length;
        if (RoleLabel.TryRead(folded, start, folded.Length, out _))
            return false;
        if (tail.OpenBracket)
            return true;
        if (tail.Last is '，' or '、' or '《' or '“')
            return true;
        if (tail.Last is '。' or '！' or '？' or '：' or '；' or '）' or '…' or '】')
            return false;
        if (_wrapWidth > 0 && block.Kind == BlockKind.Line)
            return tail.LastBlockLength >= _wrapWidth - 2;
        if (tail.Last is '”' or '》' && !tail.HasComma)
            return false;

        // What is left is prose cut off in mid-sentence, or a heading, title or signature, which has no final stop either.
        return tail.HasStop || (tail.HasComma && tail.Length > LongestHeading);
    }

    /// <summary>
    /// The width at which a text file's lines are wrapped, or 0 where a line is a paragraph:
    /// many lines of nearly the same, largest length that end in mid-sentence.
    /// </summary>
    private static int WrapWidth(IReadOnlyList<SourceBlock> blocks)
    {
        var lengths = blocks
            .Where(block => block.Kind == BlockKind.Line)
            .Select(block => block.Text.AsSpan().TrimEnd().Length)
            .Where(length => length > 0)
            .Order()
            .ToArray();
        if (lengths.Length < 12)
            return 0;
        var width = lengths[lengths.Length * 19 / 20];
        var full = lengths.Count(length => length >= width - 2 && length <= width + 2);
        return width is >= 16 and <= 90 && full * 10 >= lengths.Length * 3 ? width - 2 : 0;
    }

    /// <summary>What is known of the passage being built.</summary>
    private sealed class Tail
    {
        private readonly Stack<int> _brackets = [];
        private int _length;

        public List<int>? Passage { get; init; }

        public bool IsHeading { get; private set; }

        public bool HasStop { get; private set; }

        public bool HasComma { get; private set; }

        public char Last { get; private set; }

        public int LastBlockLength { get; private set; }

        public int Length => _length;

        public bool OpenBracket => _brackets.Count > 0 && _length - _brackets.Peek() < LongestBracket;

        public void Append(string folded, SourceBlock block)
        {
            IsHeading = block.HeadingLevel is not null && !folded.Contains('。', StringComparison.Ordinal);
            foreach (var c in folded)
            {
                _length++;
                if (c is '（' or '《' or '【')
                    _brackets.Push(_length);
                else if (c is '）' or '》' or '】' && _brackets.Count > 0)
                    _brackets.Pop();
                else if (c is '。' or '；')
                    HasStop = true;
                else if (c == '，')
                    HasComma = true;
            }

            var end = folded.AsSpan().TrimEnd();
            Last = end.Length > 0 ? end[^1] : ' ';
            LastBlockLength = end.Length;
        }
    }
}
