using System.Text;

namespace YiyuanSafety.WorkPoints.Reading.Word;

/// <summary>A paragraph being read.</summary>
internal sealed class ParagraphDraft
{
    private readonly List<LookSpan> _looks = [];

    public StringBuilder Text { get; } = new();

    /// <summary>Text that the file holds but Word does not print.</summary>
    public StringBuilder Hidden { get; } = new();

    /// <summary>Notes and text boxes that stand after the paragraph.</summary>
    public List<DraftBlock> Attached { get; } = [];

    public string? StyleId { get; set; }

    public string? NumId { get; set; }

    public int? Level { get; set; }

    public int? Outline { get; set; }

    /// <summary>True where the paragraph's mark is deleted, so that the next paragraph continues this one.</summary>
    public bool JoinsNext { get; set; }

    /// <summary>Gives the characters written since the last call a look.</summary>
    public void Mark(RunLook look)
    {
        var end = Text.Length;
        if (_looks.Count > 0 && _looks[^1].Look == look)
            _looks[^1] = new LookSpan(end, look);
        else if (end > (_looks.Count > 0 ? _looks[^1].End : 0))
            _looks.Add(new LookSpan(end, look));
    }

    /// <summary>The looks with the automatic number in front counted in; the number takes the look of what follows.</summary>
    public IReadOnlyList<LookSpan> Looks(int numberLength) => _looks.Count < 2
        ? []
        : [.. _looks.Select(look => look with { End = look.End + numberLength })];

    /// <summary>All looks as they are.</summary>
    public IReadOnlyList<LookSpan> OwnLooks => _looks;

    /// <summary>Makes this an empty paragraph that begins with the text of one whose mark was deleted.</summary>
    public void Continue(ParagraphDraft before)
    {
        Text.Append(before.Text);
        Hidden.Append(before.Hidden);
        _looks.AddRange(before._looks);
        Attached.AddRange(before.Attached);
    }
}
