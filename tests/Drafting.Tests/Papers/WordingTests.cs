using YiyuanSafety.Drafting.Papers;

namespace YiyuanSafety.Drafting.Tests.Papers;

public class WordingTests
{
    [Fact]
    public void Dates_have_no_leading_zeros() => Assert.Equal("2021年3月5日", Wording.Date(new DateOnly(2021, 3, 5)));

    [Fact]
    public void A_missing_date_is_room_to_write() => Assert.Equal("　　年　月　日", Wording.Date(null));

    [Fact]
    public void An_issue_number_is_left_open() => Assert.Equal("源安办函〔2021〕　号", Wording.IssueNumber("源安办函", 2021));

    [Fact]
    public void An_issue_number_without_code_and_year_is_room_to_write() => Assert.Equal("　　　　〔　　〕　号", Wording.IssueNumber("", null));

    [Theory]
    [InlineData("要点", "《要点》")]
    [InlineData("《要点》", "《要点》")]
    [InlineData("实施《细则》方案", "《实施〈细则〉方案》")]
    [InlineData("《甲》和《乙》", "《〈甲〉和〈乙〉》")]
    public void Marks_inside_a_cited_name_become_single(string name, string cited) => Assert.Equal(cited, Wording.Cite(name));

    [Fact]
    public void Quotation_marks_inside_a_quotation_become_single() =>
        Assert.Equal("“制定‘十四五’规划”", Wording.Quote("制定“十四五”规划"));

    [Theory]
    [InlineData(1, "一")]
    [InlineData(10, "十")]
    [InlineData(11, "11")]
    public void Headings_are_counted_in_words(int number, string word) => Assert.Equal(word, Wording.Ordinal(number));
}
