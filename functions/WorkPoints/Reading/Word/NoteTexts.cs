using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace YiyuanSafety.WorkPoints.Reading.Word;

/// <summary>The texts of foot- and endnotes, read when the first of them is referred to.</summary>
internal sealed class NoteTexts(WordPackage package, StyleSheet styles, ReadingLimits limits)
{
    private Dictionary<int, string>? _footnotes;
    private Dictionary<int, string>? _endnotes;

    /// <summary>The text of a note; empty where it is missing.</summary>
    public string Find(bool end, int id)
    {
        var notes = end
            ? _endnotes ??= Read(package.Main.EndnotesPart)
            : _footnotes ??= Read(package.Main.FootnotesPart);
        return notes.GetValueOrDefault(id, "");
    }

    private Dictionary<int, string> Read(OpenXmlPart? part)
    {
        var notes = new Dictionary<int, string>();
        if (part is null)
            return notes;
        using var xml = package.Read(part);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName is not ("footnote" or "endnote") || xml.IsEmptyElement)
                continue;

            // Separators have a type; real notes have none.
            if (xml.WordAttribute("type") is "separator" or "continuationSeparator" or "continuationNotice" || xml.WordNumber("id") is not { } id)
                continue;
            var body = new BodyReader(styles, NumberingSheet.Empty, null, "", limits);
            using var subtree = xml.ReadSubtree();
            body.ReadContainer(subtree);
            notes[id] = string.Join("\n", body.Blocks.Select(block => block.Text)).Trim();
        }

        return notes;
    }
}
