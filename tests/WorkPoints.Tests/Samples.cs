using System.Runtime.CompilerServices;
using System.Text;
using YiyuanSafety.WorkPoints.Directory;
using YiyuanSafety.WorkPoints.Reading;

namespace YiyuanSafety.WorkPoints.Tests;

/// <summary>The repository's sample files, and documents written in a test.</summary>
internal static class Samples
{
    public static string Path(string name) => System.IO.Path.Combine(Root(), "tests", "samples", name);

    public static FileStream Template(string name) => File.OpenRead(System.IO.Path.Combine(Root(), "templates", name));

    public static BodyDirectory Yiyuan()
    {
        using var stream = Template("directory.json");
        return BodyDirectory.Load(stream);
    }

    public static SourceDocument Read(string name)
    {
        using var stream = File.OpenRead(Path(name));
        return SourceReader.Read(stream, name);
    }

    public static SourceDocument Text(string text, string name = "t.txt") => SourceReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), name);

    public static WorkPointsDocument Parse(string text, BodyDirectory? directory = null) => WorkPointsParser.Parse(Text(text), directory);

    /// <summary>Parties as <c>role:mention</c> in printed order.</summary>
    public static string Parties(WorkTask task) =>
        string.Join(" ", task.Parties.Select(party => WorkPointsJson.Word(party.Role) + ":" + party.Mention));

    private static string Root([CallerFilePath] string here = "") =>
        System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here) ?? "", "..", ".."));
}
