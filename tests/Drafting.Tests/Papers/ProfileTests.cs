using System.Text;
using YiyuanSafety.Drafting.Papers;

namespace YiyuanSafety.Drafting.Tests.Papers;

public class ProfileTests
{
    [Fact]
    public void The_shipped_profile_loads()
    {
        using var json = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "templates", "profile.json"));
        var profile = Profile.Load(json);
        Assert.Equal("沂源县安全生产委员会办公室", profile.Office.Name);
        Assert.Equal("源安办函", profile.Office.LetterCode);
        Assert.Equal("", profile.Contact.Phone);
    }

    [Fact]
    public void An_empty_object_is_a_profile_of_blanks() => Assert.Equal("", Load("{}").Committee.Name);

    [Theory]
    [InlineData("", "第 1 行")]
    [InlineData("{\n \"seal\": \"是\" }", "第 2 行（$.seal）")]
    [InlineData("{ \"regoin\": \"沂源县\" }", "不认识的项")]
    [InlineData("null", "应是一个对象")]
    [InlineData("{ \"office\": null }", "“office”是 null")]
    [InlineData("{ \"copyTo\": [null] }", "“copyTo”是 null")]
    public void A_bad_profile_says_where_and_what(string json, string part)
    {
        var error = Assert.Throws<ProfileException>(() => Load(json));
        Assert.Equal("profile-invalid", error.Code);
        Assert.Contains(part, error.Message, StringComparison.Ordinal);
    }

    private static Profile Load(string json) => Profile.Load(new MemoryStream(Encoding.UTF8.GetBytes(json)));
}
