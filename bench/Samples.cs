using System.Runtime.CompilerServices;
using System.Text;
using YiyuanSafety.WorkPoints;
using YiyuanSafety.WorkPoints.Directory;
using YiyuanSafety.WorkPoints.Reading;

namespace YiyuanSafety.Bench;

/// <summary>What the benchmarks work on.</summary>
internal static class Samples
{
    public static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here) ?? "", ".."));

    public static byte[] File(string name) => System.IO.File.ReadAllBytes(Path.Combine(Root(), "tests", "samples", name));

    public static string Template(string name) => Path.Combine(Root(), "templates", name);

    public static BodyDirectory Directory()
    {
        using var stream = System.IO.File.OpenRead(Path.Combine(Root(), "templates", "directory.json"));
        return BodyDirectory.Load(stream);
    }

    /// <summary>A document of so many items, each with a sentence and a clause of its own.</summary>
    public static byte[] Items(int count)
    {
        var text = new StringBuilder("某县2024年安全生产工作要点\n一、工作重点\n");
        for (var i = 1; i <= count; i++)
            text.Append(i).Append(".开展第").Append(i).Append("项检查。对重点企业逐一检查，6月底前完成，整改率达到100%。（县应急局牵头，县公安局、县第").Append(i % 50).Append("监管局等按职责分工负责）\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    public static WorkPointsDocument Parse(byte[] bytes, string name, BodyDirectory? directory) =>
        WorkPointsParser.Parse(SourceReader.Read(new MemoryStream(bytes), name), directory);
}
