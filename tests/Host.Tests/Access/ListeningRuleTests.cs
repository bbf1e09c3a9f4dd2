using YiyuanSafety.Host.Access;

namespace YiyuanSafety.Host.Tests.Access;

public sealed class ListeningRuleTests
{
    [Theory]
    [InlineData("", true)]
    [InlineData("http://localhost:5080", true)]
    [InlineData("http://LocalHost:5080", true)]
    [InlineData("http://127.0.0.1:0", true)]
    [InlineData("http://127.8.9.10:5080", true)]
    [InlineData("https://[::1]:5443", true)]
    [InlineData("http://localhost", true)]
    [InlineData("http://localhost:5080;https://localhost:5443;", true)]
    [InlineData("http://*:5080", false)]
    [InlineData("http://+:5080", false)]
    [InlineData("http://0.0.0.0:5080", false)]
    [InlineData("http://0:5080", false)]
    [InlineData("http://[::]:5080", false)]
    [InlineData("http://192.168.1.5:5080", false)]
    [InlineData("http://[fe80::1]:5080", false)]
    [InlineData("http://[::ffff:10.0.0.1]:5080", false)]
    [InlineData("http://office-pc:5080", false)]
    [InlineData("http://localhost.example.com:5080", false)]
    [InlineData("http://127.0.0.1.nip.io:5080", false)]
    [InlineData("http://localhost:5080;http://*:80", false)]
    [InlineData("http://unix:/run/yiyuan.sock", false)]
    [InlineData("http://pipe:/yiyuan", false)]
    [InlineData("localhost:5080", false)]
    [InlineData("nonsense", false)]
    public void Without_sign_in_only_this_machine_may_reach_the_service(string urls, bool isAllowed)
    {
        var refusal = ListeningRule.Check([urls], new AccessSettings());
        Assert.Equal(isAllowed, refusal is null);
        if (refusal is not null)
        {
            Assert.Equal("listen-unsafe", refusal.Code);
            Assert.EndsWith("。", refusal.Message, StringComparison.Ordinal);
            Assert.Contains("Access:Mode", refusal.Message, StringComparison.Ordinal);
        }

        foreach (var mode in new[] { SignIn.Key, SignIn.Oidc, SignIn.Key | SignIn.Oidc })
            Assert.Null(ListeningRule.Check([urls], new AccessSettings { Mode = mode }));
    }

    [Fact]
    public void One_open_address_among_many_is_enough() =>
        Assert.Contains("“http://*:80”", ListeningRule.Check(["http://localhost:1", "http://*:80"], new AccessSettings())?.Message, StringComparison.Ordinal);

    [Fact]
    public void Under_Azure_Functions_callers_come_from_outside_whatever_is_listened_to()
    {
        Assert.Null(ListeningRule.Check(["http://127.0.0.1:40001"], new AccessSettings { UnderFunctions = true }));
        Assert.Null(ListeningRule.Check(["http://127.0.0.1:40001"], new AccessSettings { UnderFunctions = true, Mode = SignIn.Oidc }));
    }
}
