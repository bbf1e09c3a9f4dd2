using System.Net.Http.Headers;

namespace YiyuanSafety.EndToEnd;

/// <summary><c>serve</c> as it starts, refuses to start, and logs.</summary>
public sealed class ServeTests
{
    [Theory]
    [InlineData(2, "listen-unsafe", "--urls", "http://0.0.0.0:0")]
    [InlineData(2, "listen-unsafe", "--urls", "http://127.0.0.1:0;http://+:0")]
    [InlineData(4, "ledger-unreachable", "--urls", "http://127.0.0.1:0", "--postgres", "Host=127.0.0.1;Port=1;Username=a;Password=SECRET;Timeout=2")]
    [InlineData(2, "directory-invalid", "--urls", "http://127.0.0.1:0", "--directory", "没有.json")]
    public void A_start_that_fails_is_told_in_one_sentence(int exit, string code, params string[] arguments)
    {
        using var scratch = new Scratch();
        var outcome = Executable.Run(["serve", "--data", scratch.Path("data"), .. arguments]);
        Assert.Equal(exit, outcome.Code);
        Assert.Contains($"[{code}]", outcome.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", outcome.Errors + outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Errors + outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_and_an_address_have_one_service()
    {
        using var scratch = new Scratch();
        await using var service = await Serving.StartAsync(scratch.Path("data"));
        Assert.Contains("[data-in-use]", Executable.Run("serve", "--data", scratch.Path("data"), "--urls", "http://127.0.0.1:0").Errors, StringComparison.Ordinal);
        var taken = Executable.Run("serve", "--data", scratch.Path("other"), "--urls", service.Address.GetLeftPart(UriPartial.Authority));
        Assert.Equal(2, taken.Code);
        Assert.Contains("[listen-impossible]", taken.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", taken.Errors + taken.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_that_are_no_JSON_are_told_and_good_ones_are_taken()
    {
        using var scratch = new Scratch();
        var data = Directory.CreateDirectory(scratch.Path("data")).FullName;
        await File.WriteAllTextAsync(Path.Combine(data, "settings.json"), "{", TestContext.Current.CancellationToken);
        Assert.Contains("[settings-unreadable]", Executable.Run("serve", "--data", data).Errors, StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(data, "settings.json"), """{"MaxUploadBytes": 12345, "Access": {"Mode": "key"}}""", TestContext.Current.CancellationToken);
        await using var service = await Serving.StartAsync(data);
        var info = await service.GetAsync("info");
        Assert.Equal(("12345", "key"), ($"{info["maxUploadBytes"]}", $"{info["signIn"]}"));
    }

    [Fact]
    public async Task The_log_has_a_line_of_JSON_for_each_request_and_no_secret()
    {
        using var scratch = new Scratch();
        var data = scratch.Path("data");
        var key = Executable.Run("key", "add", "张三", "--role", "drafter", "--data", data).Output.Trim();
        using var process = Serving.Spawn(start => start.Environment["YIYUAN__ACCESS__MODE"] = "key", "--data", data);
        try
        {
            using var client = new HttpClient();
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
            var all = "";
            while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            {
                all += line + "\n";
                if (line.IndexOf("http://", StringComparison.Ordinal) is >= 0 and var at)
                    (await client.GetAsync(new Uri(line[at..].Trim() + "/api/v1/me?code=SECRET-CODE"), TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
                if (!line.Contains("/api/v1/me", StringComparison.Ordinal))
                    continue;
                Assert.Contains("\"Status\":200", line, StringComparison.Ordinal);
                break;
            }

            Assert.DoesNotContain("SECRET-CODE", all, StringComparison.Ordinal);
            Assert.DoesNotContain(key, all, StringComparison.Ordinal);
        }
        finally
        {
            process.Kill();
        }
    }
}
