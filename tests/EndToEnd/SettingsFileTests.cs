using NJsonSchema;

namespace YiyuanSafety.EndToEnd;

/// <summary>The shipped settings fit the schemas beside them.</summary>
public sealed class SettingsFileTests
{
    [Theory]
    [InlineData("directory")]
    [InlineData("profile")]
    public async Task A_shipped_settings_file_fits_its_schema(string name)
    {
        var folder = Path.Combine(Executable.Root, "templates");
        var schema = await JsonSchema.FromFileAsync(Path.Combine(folder, name + ".schema.json"), TestContext.Current.CancellationToken);
        Assert.Empty(schema.Validate(await File.ReadAllTextAsync(Path.Combine(folder, name + ".json"), TestContext.Current.CancellationToken)));
        Assert.NotEmpty(schema.Validate("{\"bodies\": 3, \"region\": 4}"));
    }

    [Fact]
    public async Task Every_sample_order_fits_the_schema_and_makes_its_paper()
    {
        using var scratch = new Scratch();
        var schema = await JsonSchema.FromFileAsync(Path.Combine(Executable.Root, "templates", "order.schema.json"), TestContext.Current.CancellationToken);
        var samples = Directory.GetFiles(Path.Combine(Executable.Root, "templates", "samples"), "*.json");
        Assert.NotEmpty(samples);
        foreach (var sample in samples)
        {
            Assert.Empty(schema.Validate(await File.ReadAllTextAsync(sample, TestContext.Current.CancellationToken)));
            var kind = Path.GetFileNameWithoutExtension(sample);
            var paper = scratch.Path(kind + ".docx");

            var outcome = Executable.Run("paper", kind, "--data", sample, "--from", Executable.Sample("yiyuan-2021.txt"), "--out", paper);

            Assert.Equal((0, ""), (outcome.Code, outcome.Errors));
            Assert.True(File.Exists(paper), outcome.Output);
        }
    }

    [Theory]
    [InlineData("公告", "没有“公告”这个文种。可用的有：通知、")]
    [InlineData("通知", "通知的内容来自工作要点。请用 --from")]
    [InlineData("会议纪要", "本程序不生成涉密公文")]
    public void A_paper_that_cannot_be_made_is_refused_in_a_sentence(string kind, string said)
    {
        using var scratch = new Scratch();
        var order = scratch.Write("o.json", "{ \"elements\": { \"classification\": \"机密\" } }"u8.ToArray());

        var outcome = Executable.Run("paper", kind, "--data", order, "--out", scratch.Path("o.docx"));

        Assert.Equal(2, outcome.Code);
        Assert.Contains(said, outcome.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(scratch.Path("o.docx")));
    }
}
