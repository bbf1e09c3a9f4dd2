using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.Drafting.Regions;
using YiyuanSafety.Drafting.Tests.Papers;

namespace YiyuanSafety.Drafting.Tests.Layout;

/// <summary>
/// Places of GB/T 9704-2012 measured on rendered pages of every kind and size. Noto Serif CJK stands in for the standard's fonts: its Chinese
/// characters are as wide, so lines and places count, and the look of the type does not.
/// </summary>
public sealed class EveryKindLayoutTests
{
    private static readonly PaperKind[] RedHeads = [PaperKind.Notice, PaperKind.DeploymentNotice, PaperKind.ListedNotice, PaperKind.Bulletin, PaperKind.ProgressBulletin];
    private static readonly PaperKind[] Letters = [PaperKind.SupervisionLetter, PaperKind.ReminderLetter];

    private static readonly List<(PaperKind Kind, string Size)> Cases =
        [.. PaperKinds.All.SelectMany(row => Orders.Sizes.Where(size => Orders.Of(row.Kind, size) is not null).Select(size => (row.Kind, size)))];

    private static readonly Lazy<Dictionary<(PaperKind, string), PrintedPaper>> Printed = new(() =>
        Cases.Zip(RenderedPages.Of(Cases.ConvertAll(one => Make(one.Kind, one.Size)))).ToDictionary(pair => pair.First, pair => pair.Second));

    public static TheoryData<PaperKind, string> Everything => [.. Cases];

    public static TheoryData<PaperKind, string> WithRedHead => [.. Cases.Where(one => RedHeads.Contains(one.Kind))];

    public static TheoryData<PaperKind, string> WithLetterHead => [.. Cases.Where(one => Letters.Contains(one.Kind))];

    public static TheoryData<PaperKind, string> WithColophon => [.. Cases.Where(one => RedHeads.Contains(one.Kind) || one.Kind == PaperKind.Minutes)];

    public static TheoryData<PaperKind, string> WithTable => [.. Cases.Where(one => one.Kind is PaperKind.Notice or PaperKind.TaskSheet or PaperKind.WideTaskSheet && one.Size == "extreme")];

    [Theory]
    [MemberData(nameof(Everything))]
    public void Nothing_stands_outside_the_type_area_but_the_page_number(PaperKind kind, string size)
    {
        var paper = Printed.Value[(kind, size)];
        foreach (var line in paper.Lines.Where(line => !IsNumber(line)))
        {
            // 5.2.1, and turned with the page by 8; the head of a letter reaches above (10.1).
            var landscape = paper.Pages[line.Page - 1].IsLandscape;
            var (left, top, right, bottom) = landscape ? (35.0, 28.0, 260.0, 184.0) : (28.0, Letters.Contains(kind) && line.Page == 1 ? 29.0 : 37.0, 184.0, 262.0);

            // LibreOffice lets a mark of punctuation hang over the edge whatever the paragraph says (w:overflowPunct); Word does not.
            var hangs = "，。；：、！？）》”".Contains(line.Text[^1], StringComparison.Ordinal) ? 6 : 0;
            Assert.True(line.Left > left - 1 && line.Right < right + 1 + hangs && line.Top > top - 1.5 && line.Bottom < bottom + 2.5, $"第{line.Page}面：{line}");
        }
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void Pages_are_numbered_on_and_on_at_their_outer_sides(PaperKind kind, string size)
    {
        var paper = Printed.Value[(kind, size)];
        for (var page = Letters.Contains(kind) ? 2 : 1; page <= paper.Pages.Count; page++)
        {
            var number = paper.Lines.SingleOrDefault(line => line.Page == page && IsNumber(line));
            Assert.True(number is not null && number.Text.Trim('—', '—') == $"{page}", $"第{page}面没有页码：{number}");
            if (paper.Pages[page - 1].IsLandscape)
            {
                // 8: where it stands on the other pages when the sheet is bound.
                Assert.InRange((number.Left + number.Right) / 2, 25, 35);
                Assert.True(page % 2 == 1 ? number.Bottom > 150 : number.Top < 60, number.ToString());
            }
            else
            {
                // 7.5: one character of 4号 in; the dash 7 mm below the type area.
                Assert.Equal(page % 2 == 1 ? 179.1 : 33.0, page % 2 == 1 ? number.Right : number.Left, 1.0);
                Assert.InRange((number.Top + number.Bottom) / 2, 268, 271);
            }
        }
    }

    [Theory]
    [MemberData(nameof(WithRedHead))]
    public void The_mark_and_the_red_line_stand_where_the_standard_has_them(PaperKind kind, string size)
    {
        var ink = Printed.Value[(kind, size)].First;

        // 7.2.4: 35 mm below the top of the type area, 72 mm from the page's edge.
        Assert.Equal(72.0, ink.Red()[0].Top, 1.5);

        // 7.2.7: as wide as the type area, 4 mm below the number.
        var line = Assert.Single(ink.RedRules(150));
        Assert.Equal(156.0, line.Length, 1.0);
        var number = ink.LowestBlack(line.Top - 12, line.Top - 0.3);
        Assert.NotNull(number);
        Assert.Equal(4.0, line.Top - number.Value, 1.0);
    }

    [Theory]
    [MemberData(nameof(WithLetterHead))]
    public void The_mark_and_the_double_lines_of_a_letter_stand_where_the_standard_has_them(PaperKind kind, string size)
    {
        var ink = Printed.Value[(kind, size)].First;

        // 10.1: the mark 30 mm from the page's edge, the lines 170 mm long, the lower one 20 mm from the foot.
        Assert.Equal(30.0, ink.Red()[0].Top, 1.5);
        var rules = ink.RedRules(160);
        Assert.Equal(4, rules.Count);
        Assert.All(rules, rule => Assert.Equal(170.0, rule.Length, 1.5));
        Assert.True(rules[0].Bottom - rules[0].Top > rules[1].Bottom - rules[1].Top, "上线应上粗下细");
        Assert.True(rules[3].Bottom - rules[3].Top > rules[2].Bottom - rules[2].Top, "下线应上细下粗");
        Assert.Equal(277.0, rules[2].Top, 1.5);

        // 4 mm below the mark.
        var mark = ink.Red().Last(stretch => stretch.Bottom < rules[0].Top - 1);
        Assert.Equal(4.0, rules[0].Top - mark.Bottom, 1.5);
    }

    [Theory]
    [MemberData(nameof(WithColophon))]
    public void The_colophon_ends_with_the_type_area_of_the_last_page(PaperKind kind, string size)
    {
        // 7.4.1: first and last rule thick, the last on the lower edge of the type area.
        var rules = Printed.Value[(kind, size)].Last.BlackRules(150).Where(rule => rule.Top > 180).ToList();
        Assert.True(rules.Count >= 2, $"版记只有 {rules.Count} 条线");
        Assert.Equal(262.0, rules[^1].Bottom, 1.0);
        Assert.All(rules, rule => Assert.Equal(156.0, rule.Length, 1.0));
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void The_page_that_is_signed_has_a_line_of_text(PaperKind kind, string size)
    {
        // 7.3.5.5.
        if (!RedHeads.Contains(kind) && !Letters.Contains(kind))
            return;
        var paper = Printed.Value[(kind, size)];
        var date = paper.Lines.First(line => line.Text == "2022年3月5日" && line.Left > 90);
        var above = paper.Lines.Where(line => line.Page == date.Page && line.Bottom < date.Top && !IsNumber(line) && line.Left < 60);
        Assert.True(above.Any(), $"第{date.Page}面只有署名和日期");
    }

    [Theory]
    [MemberData(nameof(WithTable))]
    public void The_head_of_a_table_stands_on_each_of_its_pages(PaperKind kind, string size)
    {
        var paper = Printed.Value[(kind, size)];
        var pages = paper.Lines.Where(line => line.Text.StartsWith("全面排查、逐项整治", StringComparison.Ordinal)).Select(line => line.Page).Distinct().ToList();
        Assert.True(pages.Count > 5, $"{pages.Count}");
        Assert.All(pages, page => Assert.Contains(paper.Lines, line => line.Page == page && line.Text.Contains("具体措施", StringComparison.Ordinal)));
    }

    private static bool IsNumber(PrintedLine line) => line.Text.Length > 2 && line.Text[0] == '—' && line.Text[^1] == '—' && line.Text[1..^1].All(char.IsAsciiDigit);

    private static byte[] Make(PaperKind kind, string size)
    {
        var request = Orders.Request(size);
        var order = Orders.Of(kind, size) ?? throw new InvalidOperationException("no such order");
        using var output = new MemoryStream();
        PaperSeal.Write(PaperText.Templates[kind], new PaperDrafts(request).Of(order), order, request, output);
        return output.ToArray();
    }
}
