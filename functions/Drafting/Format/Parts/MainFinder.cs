using YiyuanSafety.Drafting.Format.Model;

namespace YiyuanSafety.Drafting.Format.Parts;

/// <summary>Tells the parts between title and attachments.</summary>
/// <param name="parts">Where findings go.</param>
/// <param name="main">Visible paragraphs after the title that nothing is known of.</param>
/// <param name="shape">Layout of the paper.</param>
/// <param name="hasTitle">Whether a title was found; without one, there is no addressee to look for.</param>
internal sealed class MainFinder(Dictionary<Paragraph, Part> parts, List<Paragraph> main, PaperShape shape, bool hasTitle)
{
    private const int LastParagraphs = 12;
    private const int LongestIssuer = 60;

    public void Find()
    {
        var start = FindAddressees();
        var end = FindSignature(start);
        end = FindAttachmentNote(start, end);
        for (var i = start; i < end; i++)
        {
            if (!main[i].IsFramed)
                parts[main[i]] = TextPart(main[i]);
        }
    }

    private int FindAddressees()
    {
        var start = 0;

        // Lines under a title, such as a date in brackets, stand centred.
        while (hasTitle && start < Math.Min(3, main.Count) && main[start].Look.Alignment == "center" && PartNames.OfStyle(main[start].StyleName) == Part.Other)
            parts[main[start++]] = Part.Other;
        if (!hasTitle || start >= main.Count || shape == PaperShape.Minutes || !IsAddressees(main[start], start + 1 < main.Count ? main[start + 1] : null))
            return start;
        parts[main[start]] = Part.Addressees;
        return start + 1;
    }

    private bool IsAddressees(Paragraph paragraph, Paragraph? next)
    {
        var words = paragraph.Words;
        if (PartNames.OfStyle(paragraph.StyleName) == Part.Addressees)
            return true;
        if (words.Length > 400 || words.IndexOfAny(['。', '；', '！', '？']) >= 0 || words.Contains("如下", StringComparison.Ordinal) || TextPart(paragraph) != Part.Body)
            return false;
        return words[^1] is '：' or ':'
            || (shape != PaperShape.Plain && words.Length <= 80 && Signs.BodyName.IsMatch(words) && next is not null && next.Words.Length > words.Length);
    }

    private int FindSignature(int start)
    {
        var last = Math.Max(start, main.Count - LastParagraphs);
        for (var i = main.Count - 1; i >= last; i--)
        {
            if (PartNames.OfStyle(main[i].StyleName) != Part.Date && !Signs.Date.IsMatch(main[i].Words))
                continue;
            parts[main[i]] = Part.Date;
            if (i + 1 < main.Count && (main[i + 1].Words[0] is '（' or '(' || PartNames.OfStyle(main[i + 1].StyleName) == Part.Annotation))
                parts[main[i + 1]] = Part.Annotation;
            if (i > start && IsIssuer(main[i - 1], main[i]))
            {
                parts[main[i - 1]] = Part.Issuer;
                return i - 1;
            }

            return i;
        }

        return main.Count;
    }

    private static bool IsIssuer(Paragraph paragraph, Paragraph date) =>
        PartNames.OfStyle(paragraph.StyleName) == Part.Issuer
        || (paragraph.Words.Length <= LongestIssuer
            && paragraph.Words.IndexOfAny(['。', '：', '；', ':', ';', '，']) < 0
            && !Signs.AttachmentNote.IsMatch(paragraph.Words) && !Signs.Item.IsMatch(paragraph.Words)
            && date.Ordinal - paragraph.Ordinal <= 4);

    private int FindAttachmentNote(int start, int end)
    {
        for (var i = end - 1; i >= start; i--)
        {
            if (PartNames.OfStyle(main[i].StyleName) == Part.AttachmentNote)
            {
                parts[main[i]] = Part.AttachmentNote;
                end = Math.Min(end, i);
            }
            else if (Signs.AttachmentNote.IsMatch(main[i].Words) && main.Skip(i + 1).Take(end - i - 1).All(below => Signs.Item.IsMatch(below.Words)))
            {
                for (var item = i; item < end; item++)
                    parts[main[item]] = Part.AttachmentNote;
                return i;
            }
            else if (!Signs.Item.IsMatch(main[i].Words))
            {
                return end;
            }
        }

        return end;
    }

    private Part TextPart(Paragraph paragraph)
    {
        var words = paragraph.Words;
        return shape == PaperShape.Minutes && Signs.Attendance.IsMatch(words) ? Part.Attendance
            : Signs.Heading1.IsMatch(words) ? Part.Heading1
            : Signs.Heading2.IsMatch(words) ? Part.Heading2
            : Signs.Heading3.IsMatch(words) ? Part.Heading3
            : Signs.Heading4.IsMatch(words) ? Part.Heading4

            // The standard has no rule for the names of tables and figures: centred, they are no text.
            : paragraph.Look.Alignment == "center" && Signs.Caption.IsMatch(words) ? Part.Other
            : Part.Body;
    }
}
