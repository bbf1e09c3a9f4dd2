namespace YiyuanSafety.WorkPoints.Reading.Word;

/// <summary>A run of paragraphs and tables: the body, a cell, a note or a text box.</summary>
internal sealed class Story(BlockKind kind)
{
    /// <summary>What its paragraphs become.</summary>
    public BlockKind Kind { get; } = kind;

    /// <summary>Blocks in reading order.</summary>
    public List<DraftBlock> Blocks { get; } = [];

    /// <summary>Where every paragraph stands, or null where paragraphs are counted.</summary>
    public SourcePlace? Place { get; init; }

    /// <summary>True where tables become lines of text instead of cells.</summary>
    public bool FlattensTables { get; init; }

    /// <summary>True inside a note, where a reference to a note is an error of the file.</summary>
    public bool InNote { get; init; }

    /// <summary>Paragraph whose mark was deleted and which the next one continues.</summary>
    public ParagraphDraft? Carried { get; set; }
}
