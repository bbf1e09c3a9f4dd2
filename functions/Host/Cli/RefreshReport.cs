using System.Text.Encodings.Web;
using System.Text.Json;
using YiyuanSafety.Drafting.Regions;

namespace YiyuanSafety.Host.Cli;

/// <summary>What refreshing came to, for people and for programs.</summary>
internal static class RefreshReport
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Whether the region is out of date and only a person can mend it.</summary>
    public static bool NeedsAPerson(RegionReport region) =>
        !region.Replaced && region.State is RegionState.Conflict or RegionState.Missing or RegionState.Bound;

    /// <summary>A few lines for each paper.</summary>
    public static void Print(IReadOnlyList<RefreshedPaper> papers, bool isDry)
    {
        foreach (var (file, revision, result, kept) in papers)
        {
            Console.WriteLine(result.Record.Revision == revision ? $"“{file.Name}”（第{revision}版）" : $"“{file.Name}”：第{revision}版 → 第{result.Record.Revision}版{(isDry ? "（只查看，未写入）" : "")}");
            foreach (var region in result.Regions)
                Console.WriteLine($"  {region.Title}：{Sentence(region)}");
            if (result.OutsideChanged)
                Console.WriteLine("  其他文字：按现在的任务和设置会有不同，程序不改这些文字，请自行核对。");
            if (kept is not null)
                Console.WriteLine($"  原件保存为“{Path.GetFileName(kept)}”。");
        }
    }

    /// <summary>Everything, with the words of each region.</summary>
    public static void WriteJson(IReadOnlyList<RefreshedPaper> papers)
    {
        using var output = Console.OpenStandardOutput();
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartArray();
            foreach (var (file, revision, result, kept) in papers)
            {
                json.WriteStartObject();
                json.WriteString("file", file.FullName);
                json.WriteString("kept", kept);
                json.WriteNumber("revisionBefore", revision);
                json.WriteNumber("revision", result.Record.Revision);
                json.WriteBoolean("outsideChanged", result.OutsideChanged);
                json.WriteStartArray("regions");
                foreach (var region in result.Regions)
                    Write(json, region);
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        output.WriteByte((byte)'\n');
    }

    private static void Write(Utf8JsonWriter json, RegionReport region)
    {
        json.WriteStartObject();
        json.WriteString("name", region.Name);
        json.WriteString("title", region.Title);
        json.WriteString("state", JsonNamingPolicy.CamelCase.ConvertName(region.State.ToString()));
        json.WriteBoolean("replaced", region.Replaced);
        json.WriteNumber("copies", region.Copies);
        json.WriteString("written", region.Written);
        json.WriteString("found", region.Found);
        json.WriteString("fresh", region.Fresh);
        json.WriteEndObject();
    }

    private static string Sentence(RegionReport region) => region switch
    {
        { Replaced: true, State: RegionState.Outdated } => "已更新。",
        { Replaced: true } => "有人改过，已按要求换成新内容。",
        { State: RegionState.Current } => "已是最新。",
        { State: RegionState.Edited } => "有人改过，任务没有变化，保留不动。",
        { State: RegionState.Conflict } => "有人改过，任务也有变化，保留不动。请核对；要换成新内容，加 --take 和这一部分的名称。",
        { State: RegionState.Missing } => "在公文里找不到了（可能已被删去或改写），没有更新。请核对。",
        { State: RegionState.Bound } => "任务有变化，但新内容里有图片、链接或自动编号，不能自动换入。请用 draft 重新生成。",
        _ => "未更新。",
    } + (region.Copies > 1 ? $"（公文里有{region.Copies}处）" : "");
}
