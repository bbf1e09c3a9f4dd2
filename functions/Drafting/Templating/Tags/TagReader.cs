using YiyuanSafety.Drafting.Templating.Markup;

namespace YiyuanSafety.Drafting.Templating.Tags;

/// <summary>Reads all tags of a part and says what each does.</summary>
internal static class TagReader
{
    private static readonly string[] Openers = ["if", "for", "while", "case"];
    private static readonly string[] Refused =
        ["func", "capture", "wrap", "with", "import", "include", "include_join", "readonly", "tablerow", "ret"];

    /// <summary>The tags in the order of the document.</summary>
    public static List<Tag> Read(string xml, Element root, Names names, ProblemList problems)
    {
        var tags = new List<Tag>();
        var number = 0;
        foreach (var element in root.All())
        {
            if (InOtherText(xml, element, names))
                problems.Add(TemplateCodes.Misplaced, number, "", "", "域代码、公式里不能写标签，请把标签写在正文文字里。");
            if (names.IsControlLabel(element))
                ReadLabel(xml, element, names, number, tags, problems);
            if (InAttribute(xml, element, names))
                problems.Add(TemplateCodes.Misplaced, number, "", "", "图片说明等属性里不能写标签，请把标签写在正文文字里。");
            if (element.Name != names.P)
                continue;
            number++;
            if (!ParagraphText.MayHoldTags(xml, element))
                continue;
            Scan(ParagraphText.Read(xml, element, number, names), tags, problems);
        }
        return tags;
    }

    // The label of a control around blocks stands before its first paragraph; that of a control around text, inside its paragraph.
    private static void ReadLabel(string xml, Element label, Names names, int number, List<Tag> tags, ProblemList problems)
    {
        if (ParagraphText.ReadLabel(xml, label, label.Around(names.P, names.SdtContent)?.Name == names.P ? number : number + 1, names) is { } text)
            Scan(text, tags, problems);
    }

    private static void Scan(Paragraph paragraph, List<Tag> tags, ProblemList problems)
    {
        var (found, faults) = TagScanner.Find(paragraph.Text);
        foreach (var (typed, message) in faults)
            problems.Add(TemplateCodes.OpenTag, paragraph.Number, paragraph.Text, typed, message);
        foreach (var one in found)
            Add(tags, new Tag(paragraph, one, Kind(one.Code, out var keyword), keyword), problems);
    }

    private static void Add(List<Tag> tags, Tag tag, ProblemList problems)
    {
        if (tag.Code.Length == 0)
            problems.Add(TemplateCodes.Syntax, tag, "标签是空的，请写上字段名或删去。");
        else if (Refused.Contains(tag.Keyword))
            problems.Add(TemplateCodes.Forbidden, tag, $"模板里不能使用 {tag.Keyword}，请删去。");
        else if (tag.Paragraph.Label is not null && (tag.Kind != TagKind.Value || tag.Keyword.Length > 0))
            problems.Add(TemplateCodes.Misplaced, tag, "内容控件的标记里只能写字段的值，不能写 if、for、end 或赋值。请改写成 {{ 字段名 }}。");
        else
            tags.Add(tag);
    }

    // Deleted text is no longer part of the document; a tag there was deleted as well.
    private static bool InOtherText(string xml, Element element, Names names) =>
        element.Children.Count == 0 && element.Name != names.T && element.Name != names.DelText
        && xml.IndexOf("{{", element.ContentStart, element.ContentEnd - element.ContentStart, StringComparison.Ordinal) >= 0;

    private static bool InAttribute(string xml, Element element, Names names)
    {
        var at = xml.IndexOf("{{", element.Start, element.ContentStart - element.Start, StringComparison.Ordinal);
        return at >= 0 && !(names.IsControlLabel(element) && Attributes.Find(xml, element, names.Val) is var (start, end) && start <= at && at < end);
    }

    private static TagKind Kind(string code, out string keyword)
    {
        var length = 0;
        while (length < code.Length && (char.IsAsciiLetterOrDigit(code[length]) || code[length] == '_'))
            length++;
        keyword = code[..length];
        var rest = code.AsSpan(length).TrimStart();
        if (code is ['#', ..])
            return TagKind.Silent;
        // A field may be named like a word of the language only when something hangs on it, as in for.index.
        if (rest is ['.', ..])
        {
            keyword = "";
            return TagKind.Value;
        }
        if (Openers.Contains(keyword))
            return EndsWithin(code) ? TagKind.Value : TagKind.Open;
        if (keyword is "else" or "when")
            return TagKind.Middle;
        if (keyword == "end")
            return TagKind.Close;
        if (keyword is "break" or "continue" || (rest is ['=', not '=', ..] && length > 0))
            return TagKind.Silent;
        if (!Refused.Contains(keyword))
            keyword = "";
        return TagKind.Value;
    }

    // {{ if a; "x"; end }}: a block that is whole in itself.
    private static bool EndsWithin(string code) =>
        code.EndsWith("end", StringComparison.Ordinal) && code.AsSpan(0, code.Length - 3).TrimEnd(' ') is [.., ';' or '\n'];
}
