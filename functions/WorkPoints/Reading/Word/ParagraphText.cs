using System.Text;
using YiyuanSafety.WorkPoints.Outline;
using YiyuanSafety.WorkPoints.Text;

namespace YiyuanSafety.WorkPoints.Reading.Word;

/// <summary>The text of a paragraph while it is being read, with what stands out in it.</summary>
internal sealed class ParagraphText
{
    private readonly List<(int Start, bool Bold, string? Font)> _runs = [];

    /// <summary>The text so far.</summary>
    public StringBuilder Text { get; } = new();

    /// <summary>Blocks of text boxes anchored in the paragraph.</summary>
    public List<string> Boxes { get; } = [];

    /// <summary>Ids of foot- and endnotes referred to, in order.</summary>
    public List<(bool End, int Id)> Notes { get; } = [];

    /// <summary>Style of the paragraph.</summary>
    public string? Style { get; set; }

    /// <summary>Outline level set at the paragraph, from 0.</summary>
    public int? OutlineLevel { get; set; }

    /// <summary>Numbering set at the paragraph; 0 switches it off.</summary>
    public int? NumberId { get; set; }

    /// <summary>Numbering level set at the paragraph.</summary>
    public int? NumberLevel { get; set; }

    /// <summary>Whether the paragraph's mark was deleted, so that the next paragraph carries on.</summary>
    public bool MarkDeleted { get; set; }

    /// <summary>Begins a run; text appended from here on has this look.</summary>
    public void BeginRun(bool bold, string? font) => _runs.Add((Text.Length, bold, font));

    /// <summary>Forgets the properties of a paragraph that was joined with the next; the text stays.</summary>
    public void CarryOn()
    {
        (Style, OutlineLevel, NumberId, NumberLevel, MarkDeleted) = (null, null, null, null, false);
    }

    /// <summary>
    /// Length of the lead that looks different from the end of the paragraph, white space and number excluded from the judgement;
    /// 0 where nothing stands out.
    /// </summary>
    public int EmphasisedLead()
    {
        var text = Text.ToString();
        if (_runs.Count < 2 || text.Length == 0)
            return 0;
        var start = NumberLabel.TryRead(Fold.Width(text), 0, text.Length, out var label) ? label.End : 0;
        var first = LookAt(start);
        var last = LookAt(text.Length - 1);
        if (first == last)
            return 0;
        var i = start;
        while (i < text.Length && LookAt(i) == first)
            i++;
        return i;
    }

    private (bool Bold, string? Font) LookAt(int position)
    {
        for (var i = _runs.Count - 1; i >= 0; i--)
        {
            if (_runs[i].Start <= position)
                return (_runs[i].Bold, _runs[i].Font);
        }

        return (false, null);
    }
}
