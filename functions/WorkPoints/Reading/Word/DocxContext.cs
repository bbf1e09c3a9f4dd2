namespace YiyuanSafety.WorkPoints.Reading.Word;

/// <summary>What the stories of one document share: parts, styles, counters, findings and how much was taken in.</summary>
internal sealed class DocxContext(DocxParts parts, ReadingLimits limits)
{
    private const int LongestQuote = 200;

    private readonly Dictionary<RunLook, long> _looks = [];
    private StyleSheet? _styles;
    private Numbering? _numbering;
    private Notes? _footnotes;
    private Notes? _endnotes;
    private long _characters;
    private int _blocks;

    public List<Finding> Findings { get; } = [];

    /// <summary>Tables met so far.</summary>
    public int Tables { get; set; }

    public StyleSheet Styles
    {
        get
        {
            if (_styles is null && parts.Styles is { } part)
                parts.Walk(part, cursor => _styles = StyleSheet.Read(cursor));
            return _styles ??= new StyleSheet();
        }
    }

    /// <summary>The look most characters of the document have.</summary>
    public RunLook UsualLook => _looks.Count == 0 ? default : _looks.MaxBy(look => look.Value).Key;

    /// <summary>The printed number of the next paragraph of a list.</summary>
    public string NextNumber(string numId, int? level, string? style)
    {
        if (_numbering is null && parts.Numbering is { } part)
            parts.Walk(part, cursor => _numbering = NumberingPart.Read(cursor, Styles));
        _numbering ??= new Numbering([], [], Styles);
        return _numbering.Next(numId, level, style);
    }

    /// <summary>The paragraphs of a footnote or endnote; each note is given out once.</summary>
    public IReadOnlyList<DraftBlock> Note(bool endnote, string id, SourcePlace place)
    {
        var notes = endnote
            ? _endnotes ??= Notes.Read(parts, parts.Endnotes, this)
            : _footnotes ??= Notes.Read(parts, parts.Footnotes, this);
        if (notes.Take(id) is { } blocks)
        {
            foreach (var block in blocks)
                block.Place = place;
            return blocks;
        }

        Findings.Add(new Finding(
            ReadingCodes.MissingNote,
            Severity.Warning,
            $"{place}引用了一条{(endnote ? "尾注" : "脚注")}，但文件里没有它的内容。请打开原文核对。",
            place.ToString()));
        return [];
    }

    /// <summary>Counts characters and blocks before they are kept.</summary>
    public void Count(IReadOnlyList<LookSpan> looks, int characters)
    {
        var start = 0;
        foreach (var (end, look) in looks)
        {
            _looks[look] = _looks.GetValueOrDefault(look) + end - start;
            start = end;
        }

        _characters += characters;
        if (_characters > limits.Characters)
            throw Unreadable.TooMuchText(parts.File, limits.Characters);
        if (++_blocks > limits.Blocks)
            throw Unreadable.TooManyBlocks(parts.File, limits.Blocks);
    }

    /// <summary>Reports text that is in the file but not in print.</summary>
    public void ReportHidden(string text, SourcePlace place)
    {
        if (string.IsNullOrWhiteSpace(text))
            return;
        var quote = text.Length <= LongestQuote ? text : text[..LongestQuote] + "……";
        Findings.Add(new Finding(
            FindingCodes.HiddenText,
            Severity.Warning,
            $"{place}有不打印的文字（隐藏文字、被合并遮住的单元格或域代码），没有采用：“{quote}”。如果需要，请在 Word 中取消隐藏后重新导入。",
            place.ToString())
        {
            Source = text,
        });
    }

    /// <summary>Reports an embedded file.</summary>
    public void ReportEmbedded(SourcePlace place) => Findings.Add(new Finding(
        FindingCodes.EmbeddedFile,
        Severity.Warning,
        $"{place}之后嵌入了另一个文件，它的内容没有读取。请用 Word 打开原文并另存为 .docx，再重新导入。",
        place.ToString()));
}
