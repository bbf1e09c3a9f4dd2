using System.Text.RegularExpressions;
using YiyuanSafety.Drafting.Format.Fixes;
using YiyuanSafety.Drafting.Format.Model;
using YiyuanSafety.Drafting.Format.Parts;

namespace YiyuanSafety.Drafting.Format.Checks;

/// <summary>附件说明 and attachments (7.3.4, 7.3.7).</summary>
internal static partial class AttachmentChecks
{
    private const double Label = 3;
    private const double ItemNumber = 1;

    [GeneratedRegex(@"^附\s*件\s*[:：]\s*", RegexOptions.None, 500)]
    private static partial Regex NoteLabel { get; }

    [GeneratedRegex(@"^(\d{1,2})\s*[.．、]\s*", RegexOptions.None, 500)]
    private static partial Regex NoteItem { get; }

    [GeneratedRegex(@"\d+|[一二三四五六七八九十]+", RegexOptions.None, 500)]
    private static partial Regex LabelNumber { get; }

    [GeneratedRegex(@"[。；，、;,.：:]$", RegexOptions.None, 500)]
    private static partial Regex FinalMark { get; }

    /// <summary>附件：name, or 附件：1. name and so on; full-width colon, Arabic numbers, no mark after names.</summary>
    public static IEnumerable<Fault> NoteWords(CheckedPaper paper)
    {
        var notes = paper.Parts.Of(Part.AttachmentNote);
        for (var i = 0; i < notes.Count; i++)
        {
            var words = notes[i].Words;
            if (i == 0 && !words.StartsWith("附件：", StringComparison.Ordinal))
                yield return new Fault(paper.PlaceOf(notes[i]), $"“{words[..Math.Min(words.Length, 6)]}”", "“附件”后标全角冒号");
            var item = NoteItem.Match(NoteLabel.Replace(words, ""));
            var number = item.Groups[1].Value;
            if (notes.Count > 1 && number != W.Write(i + 1))
                yield return new Fault(paper.PlaceOf(notes[i]), item.Success ? $"顺序号“{number}”" : "没有顺序号", $"顺序号“{i + 1}.”");
            else if (item.Success && !item.Value.Contains('.', StringComparison.Ordinal))
                yield return new Fault(paper.PlaceOf(notes[i]), $"顺序号“{item.Value.Trim()}”", $"顺序号“{number}.”");
            else if (notes.Count == 1 && item.Success)
                yield return new Fault(paper.PlaceOf(notes[i]), "只有一个附件却标了顺序号", "只有一个附件时不标顺序号");
            if (FinalMark.IsMatch(words) && !words.EndsWith("附件：", StringComparison.Ordinal))
                yield return new Fault(paper.PlaceOf(notes[i]), $"附件名称后有“{words[^1]}”", "附件名称后不加标点符号");
        }
    }

    /// <summary>Two characters in; further items and wrapped lines under the name.</summary>
    public static IEnumerable<Fault> NotePlace(CheckedPaper paper)
    {
        var notes = paper.Parts.Of(Part.AttachmentNote);
        for (var i = 0; i < notes.Count; i++)
        {
            var place = paper.Placed(notes[i]);
            var isNumbered = NoteItem.IsMatch(NoteLabel.Replace(notes[i].Words, ""));
            var start = i == 0 ? 2 : 2 + Label;
            var name = 2 + Label + (isNumbered ? ItemNumber : 0);
            if (PlaceCheck.Near(place.Start, start) && (!place.Wraps(start) || Math.Abs(place.Wrapped - name) <= 0.35))
                continue;
            yield return new Fault(
                paper.PlaceOf(notes[i]),
                PlaceCheck.Describe(notes[i], place),
                $"左空 {Measure.Characters(start)}{(place.Wraps(start) ? $"，回行与名称首字对齐（左空 {Measure.Characters(name)}）" : "")}",
                PlaceCheck.StartsBlank(notes[i]) ? null : Repair.Of(
                    Repairs.Indent(notes[i], (int)(name * TypeFigures.Character), 0, (int)((start - name) * TypeFigures.Character)),
                    Repairs.Align(notes[i], "left")));
        }
    }

    /// <summary>As many attachments as the note names, with the same titles.</summary>
    public static IEnumerable<Fault> Same(CheckedPaper paper)
    {
        var notes = paper.Parts.Of(Part.AttachmentNote);
        var labels = paper.Parts.Of(Part.AttachmentLabel);
        // Attachments may be files of their own, so that fewer than the note names may be right.
        if (notes.Count > 0 && labels.Count > 0 && notes.Count != labels.Count)
            yield return new Fault(paper.PlaceOf(notes[0]), $"附件说明列 {notes.Count} 个附件，文后有 {labels.Count} 个", "附件说明与附件的数量一致（另成文件的附件除外）")
            {
                Strength = notes.Count > labels.Count ? Strength.Practice : null,
            };
        if (notes.Count == 0 && labels.Count > 0 && paper.Parts.HasHead && paper.Parts.Of(Part.Body).Count > 0)
            yield return new Fault(paper.PlaceOf(labels[0]), "有附件，正文后没有附件说明", "正文下空一行左空二字标注附件说明");
        if (notes.Count != labels.Count)
            yield break;
        for (var i = 0; i < notes.Count; i++)
        {
            var named = Bare(NoteItem.Replace(NoteLabel.Replace(notes[i].Words, ""), ""));
            var title = Bare(string.Concat(TitleOf(paper, labels, i).Select(line => line.Words)));
            if (title.Length > 0 && named != title)
                yield return new Fault(paper.PlaceOf(labels[i]), $"附件标题“{title}”，附件说明中为“{named}”", "附件标题与附件说明中的名称一致");
        }
    }

    /// <summary>“附件” with its number, no colon; one alone has no number.</summary>
    public static IEnumerable<Fault> LabelWords(CheckedPaper paper)
    {
        var labels = paper.Parts.Of(Part.AttachmentLabel);
        for (var i = 0; i < labels.Count; i++)
        {
            var words = labels[i].Words;
            var number = LabelNumber.Match(words).Value;
            if (words.EndsWith('：') || words.EndsWith(':'))
                yield return new Fault(paper.PlaceOf(labels[i]), $"“{words}”", "“附件”和顺序号后不加冒号");
            else if (labels.Count == 1 && number.Length > 0 && paper.Parts.Of(Part.AttachmentNote).Count == 1)
                yield return new Fault(paper.PlaceOf(labels[i]), $"“{words}”", "只有一个附件时不标顺序号");
            else if (labels.Count > 1 && labels.Count >= paper.Parts.Of(Part.AttachmentNote).Count && number != W.Write(i + 1))
                yield return new Fault(paper.PlaceOf(labels[i]), $"“{words}”", $"“附件{i + 1}”");
        }
    }

    /// <summary>Each attachment begins a page.</summary>
    public static IEnumerable<Fault> NewPage(CheckedPaper paper)
    {
        foreach (var label in paper.Parts.Of(Part.AttachmentLabel))
        {
            var at = paper.Parts.PlaceOf(label);
            var above = at > 0 ? paper.Parts.Blocks[at - 1] : null;
            var isNew = above is null || label.Look.PageBreakBefore == true || label.BreakBefore
                || (above.Section != label.Section && paper.Document.SectionOf(label).Begins is not "continuous")
                || Broken(paper, at);
            if (!isNew)
                yield return new Fault(paper.PlaceOf(label), "紧接前文", "附件另面编排", Repair.Of(Repairs.Paragraph(label, "pageBreakBefore", ("val", null))));
        }
    }

    /// <summary>The title centred on the third line, one blank line below the label.</summary>
    public static IEnumerable<Fault> TitlePlace(CheckedPaper paper)
    {
        var labels = paper.Parts.Of(Part.AttachmentLabel);
        for (var i = 0; i < labels.Count; i++)
        {
            if (TitleOf(paper, labels, i) is not [var first, ..] lines)
                continue;
            var count = GapCheck.Count(labels[i], paper.Parts.Above(first).Blanks, first);
            if (Math.Abs(count - 1) > 0.45)
                yield return new Fault(paper.PlaceOf(first), $"与“{labels[i].Words}”之间{Measure.Lines(count)}", "附件标题在第三行（与顺序号之间空 1 行）");
            foreach (var line in lines.Where(line => !PlaceCheck.IsCentred(line, paper.Placed(line))))
                yield return new Fault(paper.PlaceOf(line), PlaceCheck.Describe(line, paper.Placed(line)), "居中", PlaceCheck.StartsBlank(line) ? null : Repair.Of(Repairs.Indent(line, 0, 0, 0), Repairs.Align(line, "center")));
        }
    }

    private static List<Paragraph> TitleOf(CheckedPaper paper, IReadOnlyList<Paragraph> labels, int i) =>
        [.. paper.Parts.Of(Part.AttachmentTitle).Where(line => line.Ordinal > labels[i].Ordinal && (i + 1 >= labels.Count || line.Ordinal < labels[i + 1].Ordinal))];

    private static bool Broken(CheckedPaper paper, int at)
    {
        for (var i = at - 1; i >= 0 && paper.Parts.Blocks[i] is Paragraph above; i--)
        {
            if (above.BreakAfter || (above.BreakBefore && above.Words.Length == 0) || above.Look.PageBreakBefore == true)
                return true;
            if (above.Words.Length > 0)
                return false;
            if (i > 0 && paper.Parts.Blocks[i - 1].Section != above.Section)
                return true;
        }

        return false;
    }

    private static string Bare(string words) => string.Concat(words.Where(sign => !char.IsWhiteSpace(sign)));
}
