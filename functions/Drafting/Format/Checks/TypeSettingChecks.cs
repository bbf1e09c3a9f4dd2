using System.Xml.Linq;
using YiyuanSafety.Drafting.Format.Fixes;
using YiyuanSafety.Drafting.Format.Model;
using YiyuanSafety.Drafting.Format.Parts;

namespace YiyuanSafety.Drafting.Format.Checks;

/// <summary>Colour, weight, and the settings by which programs choose fonts and spaces.</summary>
internal static class TypeSettingChecks
{
    private static readonly System.Buffers.SearchValues<char> SharedSigns = System.Buffers.SearchValues.Create("“”‘’—…·");

    /// <summary>Text is black (5.2.4); the mark may be red.</summary>
    public static IEnumerable<Fault> Colour(CheckedPaper paper)
    {
        foreach (var paragraph in paper.Document.Everything.Where(paragraph => paper.Parts.PartOf(paragraph) != Part.Mark))
        {
            var odd = paragraph.Runs.Where(run => run.Text.AsSpan().Trim(Paragraph.Blank).Length > 0 && (!Colours.IsBlack(run.Look.Colour) || run.Look.Highlight != "none")).ToList();
            if (odd.Count == 0)
                continue;
            var marked = odd.Exists(run => run.Look.Highlight != "none");
            yield return new Fault(
                paper.PlaceOf(paragraph),
                marked ? "文字加了突出显示" : $"文字颜色为 {HeadChecks.Colour(odd[0].Look.Colour)}",
                "黑色",
                Repair.Of(odd.SelectMany(Black)));
        }
    }

    /// <summary>Bold, which the standard asks for nowhere.</summary>
    public static Check Bold(Stretch stretch, params Part[] parts) => new EachParagraph(parts, (paper, paragraph) =>
    {
        var bold = Stretches.Of(paragraph, stretch).Where(run => run.Look.Bold).ToList();
        if (bold.Count == 0)
            return null;
        if (Stretches.CutOf(paragraph, stretch) is var (cut, at) && bold.Contains(cut))
            return new Fault(paper.PlaceOf(paragraph), "加粗", "不加粗", Stretches.CanCut(cut) ? Repair.Of(new SplitEdit(cut.Element, at)) : null);
        return new Fault(
            paper.PlaceOf(paragraph), "加粗", "不加粗", Repair.Of(bold.SelectMany(run => new[] { Repairs.Run(run, "b", ("val", "0")), Repairs.Run(run, "bCs", ("val", "0")) })));
    });

    /// <summary>Letters and digits in the text's own font or Times New Roman.</summary>
    public static Fault? Latin(CheckedPaper paper, Paragraph paragraph)
    {
        var odd = paragraph.Runs.Where(run => run.Text.Any(char.IsAsciiLetterOrDigit) && !IsUsual(run)).ToList();
        return odd.Count == 0 ? null : new Fault(
            paper.PlaceOf(paragraph),
            $"字母和数字为{(odd[0].Look.Latin.IsTheme ? "主题字体 " : " ")}{odd[0].Look.Latin.Name}",
            "与汉字相同的字体或 Times New Roman",
            Repair.Of(odd.Select(run => Repairs.Run(run, "rFonts", ("ascii", run.Look.Han.Name), ("hAnsi", run.Look.Han.Name), ("asciiTheme", null), ("hAnsiTheme", null)))));

        static bool IsUsual(TextRun run) => !run.Look.Latin.IsTheme
            && (run.Look.Latin.Name.Equals(run.Look.Han.Name, StringComparison.OrdinalIgnoreCase) || run.Look.Latin.Name == "Times New Roman");
    }

    /// <summary>Quotation marks and dashes, which take the font of letters unless told otherwise.</summary>
    public static Fault? Hint(CheckedPaper paper, Paragraph paragraph)
    {
        var odd = paragraph.Runs.Where(run => !run.Look.HintHan && run.Text.AsSpan().IndexOfAny(SharedSigns) >= 0
            && !run.Look.Latin.Name.Equals(run.Look.Han.Name, StringComparison.OrdinalIgnoreCase)).ToList();
        return odd.Count == 0 ? null : new Fault(
            paper.PlaceOf(paragraph), $"引号、破折号等用了西文字体 {odd[0].Look.Latin.Name}", "引号、破折号等用中文字体", Repair.Of(odd.Select(run => Repairs.Run(run, "rFonts", ("hint", "eastAsia")))));
    }

    /// <summary>No space of Word's own between characters and digits.</summary>
    public static Fault? AutoSpace(CheckedPaper paper, Paragraph paragraph) =>
        paragraph.Look.AutoSpaceDigits == false && paragraph.Look.AutoSpaceLatin == false ? null : new Fault(
            paper.PlaceOf(paragraph),
            "自动调整中文与数字、西文的间距",
            "不自动调整间距",
            Repair.Of(Repairs.Paragraph(paragraph, "autoSpaceDE", ("val", "0")), Repairs.Paragraph(paragraph, "autoSpaceDN", ("val", "0"))));

    /// <summary>Indents made of spaces.</summary>
    public static Fault? Spaces(CheckedPaper paper, Paragraph paragraph) =>
        paragraph.Text.Length == 0 || paragraph.Text[0] is not (' ' or '\u3000' or '\u00A0') ? null : new Fault(
            paper.PlaceOf(paragraph), "用空格缩进", "用首行缩进 2 字符");

    /// <summary>Properties out of the order of the schema, by which programs drop borders silently.</summary>
    public static IEnumerable<Fault> Order(CheckedPaper paper)
    {
        var paragraphs = paper.Document.Everything.Select(paragraph => (Bag: paragraph.Element.Element(W.PPr), Place: paper.PlaceOf(paragraph)));
        foreach (var (bag, place) in paragraphs)
        {
            if (bag is not null && !SchemaOrder.IsKept(bag))
                yield return new Fault(place, "段落属性的顺序不合 Open XML 规范，边框等可能丢失", "按规范的顺序", Repair.Of(new OrderEdit(bag)));
        }

        foreach (var bag in paper.Document.File.Linked("styles")?.Root?.Elements(W.Main + "style").Select(style => style.Element(W.PPr)).OfType<XElement>() ?? [])
        {
            if (!SchemaOrder.IsKept(bag))
                yield return new Fault(new Place($"样式“{bag.Parent.Child("name").Text()}”"), "段落属性的顺序不合 Open XML 规范，边框等可能丢失", "按规范的顺序", Repair.Of(new OrderEdit(bag)));
        }
    }

    private static IEnumerable<Edit> Black(TextRun run)
    {
        if (!Colours.IsBlack(run.Look.Colour))
            yield return Repairs.Run(run, "color", ("val", "auto"), ("themeColor", null), ("themeShade", null), ("themeTint", null));
        if (run.Look.Highlight != "none")
            yield return Repairs.Run(run, "highlight", ("val", "none"));
    }
}
