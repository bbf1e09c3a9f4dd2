using YiyuanSafety.Drafting.Format.Model;

namespace YiyuanSafety.Drafting.Format.Parts;

/// <summary>
/// Tells the parts of any paper by style, words, looks and order: first what ends it (版记, attachments), then the head, then the
/// title, then from the end backwards date, signature and attachment note; what is left is text.
/// </summary>
internal sealed class PartFinder
{
    private const int MostHeadParagraphs = 40;
    private const int LongestTitle = 160;
    private const int LongestPrinted = 80;
    private const int LongestNote = 12;

    private readonly WordDocument _document;
    private readonly Dictionary<Paragraph, Part> _parts = [];
    private readonly List<Paragraph> _visible;
    private readonly HashSet<Paragraph> _labels;

    private PartFinder(WordDocument document)
    {
        _document = document;
        _visible = [.. document.Flow.Where(paragraph => paragraph.Words.Length > 0)];
        _labels = LabelsIn(_visible);
    }

    /// <summary>Finds the parts.</summary>
    public static PaperParts Find(WordDocument document) => new PartFinder(document).Find();

    private PaperParts Find()
    {
        FindColophon();
        var main = _visible.TakeWhile(paragraph => !IsLabel(paragraph)).Where(IsFree).ToList();
        FindHead();
        var shape = Shape();
        var afterHead = main.SkipWhile(paragraph => !IsFree(paragraph) || (shape != PaperShape.Plain && IsBeforeHead(paragraph))).Where(IsFree).ToList();
        var title = TitleOf(afterHead);
        Name(title, Part.Title);
        if (shape is PaperShape.Plain or PaperShape.RedHead && title.Count > 0 && title[^1].Words.EndsWith("纪要", StringComparison.Ordinal) && !_parts.ContainsValue(Part.Addressees))
            shape = PaperShape.Minutes;

        // What stands above a title, such as the line of minutes that says who issued them and when, is no text.
        new MainFinder(_parts, [.. afterHead.SkipWhile(paragraph => title.Count > 0 && paragraph != title[0]).Where(IsFree)], shape, title.Count > 0).Find();
        FindAttachments();
        return new PaperParts(shape, Ordered(), _document.Blocks);
    }

    private bool IsFree(Paragraph paragraph) => !_parts.ContainsKey(paragraph);

    private static HashSet<Paragraph> LabelsIn(List<Paragraph> visible)
    {
        var labels = new HashSet<Paragraph>();
        for (var i = 0; i < visible.Count; i++)
        {
            var words = visible[i].Words;

            // “附件：” alone on a line with names and a date below it is a note whose names begin on the next line.
            var isNote = words[^1] is '：' or ':' && visible[i].Look.PageBreakBefore != true
                && visible.Skip(i + 1).Take(LongestNote).Any(below => Signs.Date.IsMatch(below.Words));
            if (PartNames.OfStyle(visible[i].StyleName) == Part.AttachmentLabel || (Signs.AttachmentLabel.IsMatch(words) && !isNote))
                labels.Add(visible[i]);
        }

        return labels;
    }

    private bool IsLabel(Paragraph paragraph) => _labels.Contains(paragraph);

    // Parts in the order in which they stand in the document.
    private Dictionary<Paragraph, Part> Ordered()
    {
        var ordered = new Dictionary<Paragraph, Part>();
        foreach (var paragraph in _document.Everything)
        {
            if (_parts.TryGetValue(paragraph, out var part))
                ordered[paragraph] = part;
        }

        return ordered;
    }

    private void Name(IEnumerable<Paragraph> paragraphs, Part part)
    {
        foreach (var paragraph in paragraphs)
            _parts[paragraph] = part;
    }

    private void FindColophon()
    {
        foreach (var paragraph in _document.Everything.Where(paragraph => paragraph.Words.Length > 0))
        {
            if (Signs.CopyTo.IsMatch(paragraph.Words))
                _parts[paragraph] = Part.CopyTo;
            else if (Signs.MainTo.IsMatch(paragraph.Words) && paragraph.Element.Ancestors(W.Tbl).Any())
                _parts[paragraph] = Part.MainTo;
            else if (paragraph.Words.Length <= LongestPrinted && Signs.Printed.IsMatch(paragraph.Words))
                _parts[paragraph] = Part.Printed;
        }
    }

    private void FindHead()
    {
        var head = _document.Everything.Where(paragraph => paragraph.Words.Length > 0).Take(MostHeadParagraphs)
            .TakeWhile(paragraph => !IsLabel(paragraph)).Where(IsFree).ToList();
        var number = head.FindIndex(IsIssueNumber);
        var title = head.FindIndex(paragraph => PartNames.OfStyle(paragraph.StyleName) == Part.Title);
        var end = number >= 0 ? number : title >= 0 ? title : Math.Min(head.Count, 6);
        foreach (var paragraph in head.Take(end))
        {
            if (HeadPart(paragraph, number >= 0) is var part and not Part.Other)
                _parts[paragraph] = part;
        }

        if (number < 0)
            return;
        _parts[head[number]] = Part.IssueNumber;

        // In letters, number of copies, secrecy and urgency stand between the line and the title.
        foreach (var paragraph in head.Skip(number + 1).Take(4))
        {
            if (SmallPart(paragraph) is var part and not Part.Other)
                _parts[paragraph] = part;
        }
    }

    private static bool IsIssueNumber(Paragraph paragraph) =>
        PartNames.OfStyle(paragraph.StyleName) == Part.IssueNumber
        || (paragraph.Words.Length <= 60 && Signs.IssueNumber.IsMatch(Signs.BesideNumber.Replace(paragraph.Words, "")) && !paragraph.Words.Contains('。', StringComparison.Ordinal));

    private static Part HeadPart(Paragraph paragraph, bool hasNumber)
    {
        if (SmallPart(paragraph) is var small and not Part.Other)
            return small;
        var isLarge = paragraph.Type.Size >= TypeFigures.Size2;
        var isMark = PartNames.OfStyle(paragraph.StyleName) == Part.Mark
            || (isLarge && (Colours.IsRed(paragraph.Type.Colour) || paragraph.Words.EndsWith("文件", StringComparison.Ordinal)))
            || (paragraph.Type.Size > TypeFigures.Size2 && paragraph.Words.EndsWith("纪要", StringComparison.Ordinal))
            || (hasNumber && (paragraph.Type.Size > TypeFigures.Size2 || paragraph.Words.EndsWith("文件", StringComparison.Ordinal)));
        return isMark && paragraph.Words.Length <= 60 ? Part.Mark : Part.Other;
    }

    private static Part SmallPart(Paragraph paragraph) => PartNames.OfStyle(paragraph.StyleName) switch
    {
        var named and (Part.CopyNumber or Part.Secrecy or Part.Urgency or Part.Signer) => named,
        _ when Signs.Secrecy.IsMatch(paragraph.Words) => Part.Secrecy,
        _ when Signs.Urgency.IsMatch(paragraph.Words) => Part.Urgency,
        _ when Signs.CopyNumber.IsMatch(paragraph.Words) => Part.CopyNumber,
        _ when Signs.Signer.IsMatch(paragraph.Words) => Part.Signer,
        _ => Part.Other,
    };

    private bool IsBeforeHead(Paragraph paragraph)
    {
        var last = _document.Everything.Where(one => _parts.TryGetValue(one, out var part) && part is Part.Mark or Part.IssueNumber).LastOrDefault();
        return last is not null && last.Holder == Holder.Body && paragraph.Ordinal <= last.Ordinal;
    }

    private PaperShape Shape()
    {
        var mark = _parts.Where(one => one.Value == Part.Mark).Select(one => one.Key.Words).LastOrDefault();
        if (mark?.EndsWith("纪要", StringComparison.Ordinal) == true)
            return PaperShape.Minutes;
        var hasDouble = _document.Everything.Concat(_document.Sections.SelectMany(section => section.Footers.Values).SelectMany(footer => footer.Paragraphs))
            .Any(paragraph => Borders.IsDouble(paragraph.Look.Top) || Borders.IsDouble(paragraph.Look.Bottom));
        var numberAtRight = _parts.Any(one => one.Value == Part.IssueNumber && (one.Key.Look.Alignment is "right" or "end" || Signs.BesideNumber.IsMatch(one.Key.Words)));
        if (mark is null && !_parts.ContainsValue(Part.IssueNumber))
            return PaperShape.Plain;

        // A number at the right edge is a letter's, even where its lines are drawn or printed on the paper.
        var isFile = mark?.EndsWith("文件", StringComparison.Ordinal) == true;
        return (hasDouble && numberAtRight) || (!isFile && (hasDouble || numberAtRight)) ? PaperShape.Letter : PaperShape.RedHead;
    }

    private static List<Paragraph> TitleOf(List<Paragraph> main)
    {
        var start = main.FindIndex(paragraph => PartNames.OfStyle(paragraph.StyleName) == Part.Title);
        if (start < 0)
            start = main.Take(6).ToList().FindIndex(paragraph => !paragraph.IsFramed && paragraph.Words.Length <= LongestTitle && !Signs.Heading1.IsMatch(paragraph.Words)
                && (paragraph.Look.Alignment == "center" || paragraph.Type.Size >= 36));
        if (start < 0)
            start = main.Take(3).ToList().FindIndex(paragraph => paragraph.Words.Length <= 80
                && ((paragraph.Words.Contains("关于", StringComparison.Ordinal) && Signs.Genre.IsMatch(paragraph.Words)) || (paragraph.Words.Length < 40 && !"。：；:;".Contains(paragraph.Words[^1], StringComparison.Ordinal) && !Signs.Heading1.IsMatch(paragraph.Words) && !Signs.Chapter.IsMatch(paragraph.Words))));
        return start < 0 ? [] : Group(main, start);
    }

    /// <summary>A paragraph and those right below it that look alike.</summary>
    private static List<Paragraph> Group(List<Paragraph> paragraphs, int start)
    {
        var first = paragraphs[start];
        var group = new List<Paragraph> { first };
        for (var i = start + 1; i < paragraphs.Count && group.Count < 8; i++)
        {
            var next = paragraphs[i];
            if (next.Ordinal != group[^1].Ordinal + 1 || next.Look.Alignment != first.Look.Alignment || PartNames.OfStyle(next.StyleName) != PartNames.OfStyle(first.StyleName)
                || first.Look.Alignment != "center" && first.StyleName != "公文标题"
                || Math.Abs(next.Type.Size - first.Type.Size) > 2
                || next.Words.StartsWith('（'))
                break;
            group.Add(next);
        }

        return group;
    }

    private void FindAttachments()
    {
        var rest = _visible.SkipWhile(paragraph => !IsLabel(paragraph)).Where(IsFree).ToList();
        for (var i = 0; i < rest.Count; i++)
        {
            if (IsLabel(rest[i]))
            {
                _parts[rest[i]] = Part.AttachmentLabel;
                if (i + 1 < rest.Count && !IsLabel(rest[i + 1]) && rest[i + 1].Words.Length <= LongestTitle)
                    Name(Group(rest, i + 1), Part.AttachmentTitle);
            }
            else if (IsFree(rest[i]))
            {
                _parts[rest[i]] = Part.AttachmentText;
            }
        }
    }
}
