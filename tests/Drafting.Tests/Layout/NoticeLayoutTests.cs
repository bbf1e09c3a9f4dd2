using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.Drafting.Tests.Papers;

namespace YiyuanSafety.Drafting.Tests.Layout;

/// <summary>Places of GB/T 9704-2012 measured on the rendered notice.</summary>
public class NoticeLayoutTests
{
    private static readonly Lazy<IReadOnlyList<PrintedLine>> Lines = new(() => RenderedPages.Of(PaperSet.Of(SmallDocument.Request, PaperText.Templates).First()));

    [Fact]
    public void The_page_number_stands_below_the_type_area_at_the_outer_side()
    {
        // 7.5: odd pages at the right, one character of 4号 in; the type area ends at 262 mm.
        var odd = Line(1, "—1—");
        Assert.Equal(179.1, odd.Right, 1.0);
        Assert.InRange((odd.Top + odd.Bottom) / 2, 268, 271);
        var last = Lines.Value.Max(line => line.Page);
        Assert.Equal(4, last);
        Assert.Equal(33.0, Line(4, "—4—").Left, 1.0);
    }

    [Fact]
    public void Number_title_and_addressees_stand_where_the_standard_has_them()
    {
        // 7.2.5: centred on the type area, whose middle is 106 mm from the left edge.
        var number = Line(1, "清安委发〔2022〕号");
        Assert.Equal(106, (number.Left + number.Right) / 2, 2.0);
        foreach (var title in Lines.Value.Where(line => line.Page == 1 && line.Top > number.Bottom).Take(2))
            Assert.Equal(106, (title.Left + title.Right) / 2, 1.5);

        // 7.3.2: at the left edge; 7.3.3: body text begins two characters in.
        Assert.Equal(28.0, Line(1, "县安委会各成员单位：").Left, 0.5);
        Assert.Equal(39.2, Lines.Value.First(line => line.Text.StartsWith("为推动", StringComparison.Ordinal)).Left, 0.5);
    }

    [Fact]
    public void The_date_ends_four_characters_from_the_edge_with_the_issuer_centred_over_it()
    {
        // 7.3.5.1.
        var date = Lines.Value.First(line => line.Text == "2022年3月5日");
        var issuer = Lines.Value.Last(line => line.Text == "清水县安全生产委员会" && line.Top < date.Top && line.Page == date.Page);
        Assert.Equal(161.8, date.Right, 1.0);
        Assert.Equal((date.Left + date.Right) / 2, (issuer.Left + issuer.Right) / 2, 3.0);
    }

    [Fact]
    public void The_attachment_begins_a_landscape_page_with_its_number_turned_at_the_left()
    {
        // 7.3.7 and 8; a landscape page has its type area from 35 mm on.
        var label = Line(3, "附件");
        Assert.Equal(35.0, label.Left, 0.5);
        Assert.InRange(label.Top, 28, 38.2);
        var number = Lines.Value.Single(line => line.Page == 3 && line.Text.Contains('3') && line.Left < 34);
        Assert.True(number.Bottom is > 160 and < 185, number.ToString());
    }

    [Fact]
    public void The_colophon_ends_with_the_type_area_of_the_last_page()
    {
        // 7.4.1: its last rule lies on the lower edge, 262 mm.
        var printed = Lines.Value.Single(line => line.Page == 4 && line.Text.StartsWith("清水县安全生产委员会办公室", StringComparison.Ordinal));
        Assert.Equal(33.0, printed.Left, 0.7);
        Assert.InRange(printed.Bottom, 257, 262);
    }

    [Fact]
    public void A_full_page_has_22_lines_of_28_characters()
    {
        // 5.2.3, on the second page of a letter that quotes 2000 characters.
        var task = SmallDocument.Document.Tasks[0] with { Text = string.Concat(Enumerable.Repeat("治", 2000)) };
        var request = SmallDocument.Request with { Document = SmallDocument.Of([task]), Supervised = ["1.1"] };
        var letter = PaperSet.Of(request, PaperText.Templates).Single(paper => paper.Kind == PaperKind.SupervisionLetter);
        var page = RenderedPages.Of(letter).Where(line => line.Page == 2 && line.Text.All(c => c == '治')).ToList();
        Assert.Equal(22, page.Count);
        Assert.All(page, line => Assert.Equal(28, line.Text.Length));
        Assert.Equal(28.0, page[0].Left, 1.0);
        Assert.Equal(184.0, page[0].Right, 1.0);
        Assert.Equal(10.21, (page[^1].Top - page[0].Top) / 21, 0.03);
    }

    private static PrintedLine Line(int page, string text) =>
        Lines.Value.FirstOrDefault(line => line.Page == page && line.Text.Replace("　", "", StringComparison.Ordinal) == text)
        ?? throw new Xunit.Sdk.XunitException($"page {page} has no line {text}: {string.Join('|', Lines.Value.Where(line => line.Page == page).Select(line => line.Text))}");
}
