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
}
