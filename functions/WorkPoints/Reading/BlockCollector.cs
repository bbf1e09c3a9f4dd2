namespace YiyuanSafety.WorkPoints.Reading;

/// <summary>Collects blocks in reading order and refuses more than the limits allow.</summary>
internal sealed class BlockCollector(string file, ReadingLimits limits)
{
    private readonly List<SourceBlock> _blocks = [];
    private long _characters;

    public IReadOnlyList<SourceBlock> Blocks => _blocks;

    /// <summary>Adds a block; its index is set here.</summary>
    public void Add(SourceBlock block)
    {
        _characters += block.Text.Length;
        if (_characters > limits.Characters)
            throw Unreadable.TooMuchText(file, limits.Characters);
        if (_blocks.Count >= limits.Blocks)
            throw Unreadable.TooManyBlocks(file, limits.Blocks);
        _blocks.Add(block.Index == _blocks.Count ? block : block with { Index = _blocks.Count });
    }

    /// <summary>Index of the next block.</summary>
    public int Next => _blocks.Count;

    /// <summary>True where no block holds anything but white space.</summary>
    public bool IsBlank => _blocks.TrueForAll(block => string.IsNullOrWhiteSpace(block.Text));
}
