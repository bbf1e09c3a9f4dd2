using System.Xml.Linq;
using static YiyuanSafety.Templates.Ooxml;

namespace YiyuanSafety.Templates;

/// <summary>Managed regions: what comes from the tasks and can be brought up to date in a finished paper.</summary>
internal static class Regions
{
    /// <summary>
    /// A content control around blocks. Word sees rich text. LibreOffice 7.4, which doubles the words of a rich-text block when it
    /// saves, does not know w15 and sees a document part, which it leaves alone.
    /// </summary>
    /// <param name="name">Name of the region.</param>
    /// <param name="title">What people see at the control.</param>
    /// <param name="blocks">Paragraphs and tables; no section may end among them.</param>
    public static XElement Region(string name, string title, params IEnumerable<XElement> blocks) => E(
        "sdt",
        E(
            "sdtPr",
            Val("alias", title),
            Val("tag", $"ys:1:*:{name}"),
            Val("id", 100000 + name.Sum(letter => (int)letter)),
            new XElement(
                Mc + "AlternateContent",
                new XElement(Mc + "Choice", new XAttribute("Requires", "w15"), E("richText")),
                new XElement(Mc + "Fallback", E("docPartObj", Val("docPartGallery", "ys"), E("docPartUnique"))))),
        E("sdtContent", blocks));
}
