using System.Text.RegularExpressions;
using YiyuanSafety.Drafting.Format.Fixes;
using YiyuanSafety.Drafting.Format.Model;
using YiyuanSafety.Drafting.Format.Parts;

namespace YiyuanSafety.Drafting.Format.Checks;

/// <summary>Page numbers (7.5, 8, 10.1).</summary>
internal static partial class FooterChecks
{
    private const int Tolerance = 57;

    [GeneratedRegex(@"^[—―] ?\d* ?[—―]$", RegexOptions.None, 500)]
    private static partial Regex Dashes { get; }

    /// <summary>Odd and even pages have their own footer with a page number.</summary>
    public static IEnumerable<Fault> Present(CheckedPaper paper)
    {
        var even = paper.Document.Settings.Switch("evenAndOddHeaders") == true;
        if (!even)
            yield return new Fault(CheckedPaper.Whole, "页码不分单双页", "单页码居右空 1 字，双页码居左空 1 字（页眉页脚设为奇偶页不同）", Repair.Of(new SettingEdit("evenAndOddHeaders", true)));
        foreach (var section in paper.Document.Sections)
        {
            foreach (var isEven in new[] { false, true })
            {
                if (isEven && !even && section.Footers.ContainsKey("even") || section.Footers.GetValueOrDefault(isEven ? "even" : "default") is { PageNumber: not null })
                    continue;
                var has = section.Footers.ContainsKey(isEven ? "even" : "default");
                yield return new Fault(
                    paper.PlaceOf(section),
                    $"{(isEven ? "双" : "单")}页页脚{(has ? "里没有页码" : "没有设置")}",
                    "4 号半角宋体阿拉伯数字，左右各放一条一字线",
                    has || section.IsLandscape ? null : Repair.Of(new FooterEdit(section.Element, isEven)));
            }
        }
    }

    /// <summary>— 1 — in 4号 宋体.</summary>
    public static IEnumerable<Fault> Form(CheckedPaper paper)
    {
        foreach (var (_, number) in Numbers(paper))
        {
            var words = number.Words;
            if (!Dashes.IsMatch(words))
                yield return new Fault(paper.PlaceOf(number), $"“{words}”", "“— 1 —”（数字左右各一条一字线）");
            var odd = number.Runs.Where(run => run.Text.AsSpan().Trim(Paragraph.Blank).Length > 0
                && (run.Look.Size != TypeFigures.Size4 || run.Look.Latin.IsTheme || !Families.Has(Family.Song, run.Look.Latin.Name, paper.Options.Fonts))).ToList();
            if (odd.Count > 0)
                yield return new Fault(paper.PlaceOf(number), $"{odd[0].Look.Latin.Name} {Measure.Size(odd[0].Look.Size)}", "宋体 4号", Repair.Of(Font(paper, number.Element)));
        }
    }

    /// <summary>One character in from the outer edge, right on odd pages and left on even ones.</summary>
    public static IEnumerable<Fault> Place(CheckedPaper paper)
    {
        foreach (var (isEven, number) in Numbers(paper))
        {
            var look = number.Look;
            var side = look.Alignment is "right" or "end" ? "right" : look.Alignment ?? "left";
            var indent = isEven ? Indent(look.LeftChars, look.Left, number) + Indent(look.FirstChars, look.First, number) : Indent(look.RightChars, look.Right, number);
            var isRight = isEven ? side is "left" or "both" or "start" : side == "right";
            if (isRight && Math.Abs(indent - TypeFigures.Character4) <= Tolerance && number.Look.Frame is null)
                continue;
            yield return new Fault(
                paper.PlaceOf(number) with { Text = isEven ? "双页页脚" : "单页页脚" },
                isRight ? $"空 {Measure.Characters(indent / (double)TypeFigures.Character4)}" : side == "center" ? "居中" : side == "right" ? "居右" : "居左",
                isEven ? "居左空 1 字" : "居右空 1 字",
                number.Look.Frame is not null ? null : Repair.Of(
                    isEven ? Repairs.Indent(number, TypeFigures.Character4, 0, 0) : Repairs.Indent(number, 0, TypeFigures.Character4, 0),
                    Repairs.Align(number, isEven ? "left" : "right")));
        }
    }

    /// <summary>The dashes 7 mm below the type area: told by the footer's distance where its line is exact.</summary>
    public static Fault? Distance(CheckedPaper paper, SectionLook section)
    {
        if (section.IsLandscape || section.Footers.GetValueOrDefault("default")?.PageNumber is not { } number)
            return null;
        var line = number.Look.LineRule == "exact" ? number.Look.Line ?? 0 : 0;

        // The middle of the last line of the footer lies this far below the type area.
        var below = section.Bottom - section.FooterDistance - (line / 2) + (PageChecks.Profile(paper) == "B" ? PageFigures.Bottom - section.Bottom : 0);
        return line > 0 && Math.Abs(below - 397) <= Tolerance + 20 ? null : new Fault(
            paper.PlaceOf(section),
            line > 0 ? $"距版心下边缘约 {Measure.Millimetres(below)}" : "页码行距不是固定值，位置随字体变化",
            "一字线上距版心下边缘 7 mm（页脚距页边 25.7 mm，页码行距固定值 14 磅）",
            Repair.Of([Repairs.Section(section, "pgMar", ("footer", W.Write(PageFigures.Footer))), .. section.Footers.Where(footer => footer.Key != "first").Select(footer => footer.Value.PageNumber).OfType<Paragraph>().Select(one => Repairs.Line(one, TypeFigures.Character4))]));
    }

    /// <summary>Numbers run on through the paper.</summary>
    public static Fault? RunsOn(CheckedPaper paper, SectionLook section) =>
        section.Ordinal == 1 || section.NumberStart is not { } start ? null : new Fault(
            paper.PlaceOf(section), $"页码从 {start} 重新开始", "页码连续编排", Repair.Of(Repairs.Section(section, "pgNumType", ("start", null))));

    /// <summary>The first page of a letter shows no number (10.1).</summary>
    public static IEnumerable<Fault> LetterFirst(CheckedPaper paper)
    {
        if (paper.Parts.Shape != PaperShape.Letter)
            yield break;
        var section = paper.Document.Sections[0];
        if (!section.HasOwnFirstPage)
            yield return new Fault(paper.PlaceOf(section), "首页显示页码", "首页不显示页码（页眉页脚设为首页不同）", Repair.Of(Repairs.Section(section, "titlePg")));
        else if (section.Footers.GetValueOrDefault("first") is { PageNumber: not null })
            yield return new Fault(paper.PlaceOf(section), "首页页脚里有页码", "首页不显示页码");
    }

    /// <summary>Numbers of landscape sheets stand turned at the sheet's left (8).</summary>
    public static Fault? Turned(CheckedPaper paper, SectionLook section)
    {
        if (!section.IsLandscape || section.Footers.Where(footer => footer.Key != "first").All(footer => footer.Value.Shapes.Any(shape => shape.Turned)))
            return null;
        return section.Footers.Count == 0 ? null : new Fault(paper.PlaceOf(section), "横版页的页码没有转到与竖版页相同的位置", "页码与其他页在同一位置（纸的左侧，随纸转 90 度）");
    }

    private static IEnumerable<(bool IsEven, Paragraph Number)> Numbers(CheckedPaper paper) => paper.Document.Sections
        .Where(section => !section.IsLandscape)
        .SelectMany(section => section.Footers).Where(footer => footer.Key is "default" or "even")
        .Select(footer => (footer.Key == "even", footer.Value))
        .DistinctBy(footer => footer.Value.Part)
        .Where(footer => footer.Value.PageNumber is { Words.Length: > 0 } or { Fields.Count: > 0 })
        .Select(footer => (footer.Item1, footer.Value.PageNumber)).OfType<(bool, Paragraph)>();

    private static int Indent(int? chars, int? twips, Paragraph paragraph) => chars is { } count and not 0 ? count * paragraph.Type.Em / 100 : twips ?? 0;

    // All runs, since the field's marks set the type of the number when Word works it out anew.
    private static IEnumerable<Edit> Font(CheckedPaper paper, System.Xml.Linq.XElement paragraph)
    {
        var font = Families.Name(Family.Song, paper.Options.Fonts);
        foreach (var run in paragraph.Descendants(W.R))
        {
            yield return new PropertyEdit(run, "rPr", "rFonts", [("ascii", font), ("hAnsi", font), ("eastAsia", font), ("cs", font), ("asciiTheme", null), ("hAnsiTheme", null), ("eastAsiaTheme", null), ("cstheme", null)]);
            yield return new PropertyEdit(run, "rPr", "sz", [("val", W.Write(TypeFigures.Size4))]);
            yield return new PropertyEdit(run, "rPr", "szCs", [("val", W.Write(TypeFigures.Size4))]);
        }
    }
}
