namespace YiyuanSafety.Drafting.Templating.Markup;

/// <summary>The element names of WordprocessingML with the prefix that this part uses.</summary>
internal sealed class Names
{
    private static readonly string[] Namespaces =
    [
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    ];

    private Names(string prefix)
    {
        string N(string local) => prefix.Length == 0 ? local : $"{prefix}:{local}";
        Prefix = prefix;
        (P, R, T, Tab, Br, Cr, NoBreakHyphen) = (N("p"), N("r"), N("t"), N("tab"), N("br"), N("cr"), N("noBreakHyphen"));
        (RPr, PPr, TcPr, SectPr) = (N("rPr"), N("pPr"), N("tcPr"), N("sectPr"));
        (Tbl, Tr, Tc, SdtContent, TxbxContent) = (N("tbl"), N("tr"), N("tc"), N("sdtContent"), N("txbxContent"));
        (Body, Hdr, Ftr, Footnote, Endnote) = (N("body"), N("hdr"), N("ftr"), N("footnote"), N("endnote"));
        (DelText, Ins) = (N("delText"), N("ins"));
        (ProofErr, LastRenderedPageBreak, SoftHyphen) = (N("proofErr"), N("lastRenderedPageBreak"), N("softHyphen"));
        (BookmarkStart, BookmarkEnd, SdtPr, Id, Name) = (N("bookmarkStart"), N("bookmarkEnd"), N("sdtPr"), N("id"), N("name"));
        (FootnoteReference, EndnoteReference, CommentReference) =
            (N("footnoteReference"), N("endnoteReference"), N("commentReference"));
        (CommentRangeStart, CommentRangeEnd, PermStart, PermEnd) =
            (N("commentRangeStart"), N("commentRangeEnd"), N("permStart"), N("permEnd"));
        (Val, ControlTag, ControlAlias) = (N("val"), N("tag"), N("alias"));
    }

    public string Prefix { get; }
    public string P { get; }
    public string R { get; }
    public string T { get; }
    public string Tab { get; }
    public string Br { get; }
    public string Cr { get; }
    public string NoBreakHyphen { get; }
    public string SoftHyphen { get; }
    public string RPr { get; }
    public string PPr { get; }
    public string TcPr { get; }
    public string SectPr { get; }
    public string Tbl { get; }
    public string Tr { get; }
    public string Tc { get; }
    public string SdtPr { get; }
    public string SdtContent { get; }
    public string TxbxContent { get; }
    public string Body { get; }
    public string Hdr { get; }
    public string Ftr { get; }
    public string Footnote { get; }
    public string Endnote { get; }
    public string DelText { get; }
    public string Ins { get; }
    public string ProofErr { get; }
    public string LastRenderedPageBreak { get; }
    public string BookmarkStart { get; }
    public string BookmarkEnd { get; }
    public string FootnoteReference { get; }
    public string EndnoteReference { get; }
    public string CommentReference { get; }
    public string CommentRangeStart { get; }
    public string CommentRangeEnd { get; }
    public string PermStart { get; }
    public string PermEnd { get; }
    public string Id { get; }
    public string Name { get; }
    public string Val { get; }
    public string ControlTag { get; }
    public string ControlAlias { get; }

    /// <summary>Whether the element holds paragraphs and tables.</summary>
    public bool IsBlockContainer(Element element) => element.Name == Body || element.Name == Tc || element.Name == TxbxContent
        || element.Name == SdtContent || element.Name == Hdr || element.Name == Ftr || element.Name == Footnote
        || element.Name == Endnote;

    /// <summary>Whether the element labels a content control: the only elements in whose w:val a tag may stand.</summary>
    public bool IsControlLabel(Element element) => element.Parent?.Name == SdtPr && (element.Name == ControlTag || element.Name == ControlAlias);

    /// <summary>Whether tags inside can't pair with tags outside: a text box, a note.</summary>
    public bool IsStory(Element element) =>
        element.Name == TxbxContent || element.Name == Footnote || element.Name == Endnote;

    /// <summary>Whether the element is one end of a range that may cross others: bookmark, comment, permission.</summary>
    public bool IsRangeMark(Element element) => element.Name == BookmarkStart || element.Name == BookmarkEnd
        || element.Name == CommentRangeStart || element.Name == CommentRangeEnd
        || element.Name == PermStart || element.Name == PermEnd;

    /// <summary>The names for a part, by the prefix that its root binds to WordprocessingML; null when it binds none.</summary>
    public static Names? Of(string text, Element root)
    {
        var head = text.AsSpan(root.Start, root.ContentStart - root.Start);
        foreach (var space in Namespaces)
        {
            foreach (var quote in (ReadOnlySpan<char>)['"', '\''])
            {
                var at = head.IndexOf($"={quote}{space}{quote}");
                if (at < 0)
                    continue;
                var name = head[..at].TrimEnd();
                name = name[(name.LastIndexOfAny(" \t\r\n") + 1)..];
                return new Names(name.StartsWith("xmlns:") ? name[6..].ToString() : "");
            }
        }
        return null;
    }
}
