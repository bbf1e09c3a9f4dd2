using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using YiyuanSafety.Drafting.Templating;

namespace YiyuanSafety.Bench.Letters;

/// <summary>Measures this engine and the floor, and writes what the peers need. CPU time, not the clock: other people use the machine.</summary>
internal static class LetterRun
{
    private static readonly JsonSerializerOptions Names = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Writes templates and data for the peers into a folder.</summary>
    public static void Prepare(string folder)
    {
        foreach (var syntax in TagSyntax.All)
        {
            File.WriteAllBytes(Path.Combine(folder, syntax.Name + ".docx"), LetterTemplate.Docx(syntax));
            File.WriteAllBytes(Path.Combine(folder, syntax.Name + "-8.docx"), LetterTemplate.Docx(syntax, 8));
        }

        File.WriteAllText(Path.Combine(folder, "20.json"), JsonSerializer.Serialize(Letter.Of(20), Names));
        File.WriteAllText(Path.Combine(folder, "5000.json"), JsonSerializer.Serialize(Letter.Of(5000), Names));
    }

    /// <summary>Prints one line a measurement: name and CPU milliseconds.</summary>
    public static void Measure()
    {
        var letter = Compile(5);
        var draft = Letter.Of(20);
        var parts = Parts(Render(letter, draft));
        Print("letter-xml-kB", parts["word/document.xml"].Length / 1000.0);
        // In turns, so that both see the same machine.
        var (own, floor) = InTurns(() => Render(letter, draft).Length, () => Zip(parts).Length, rounds: 9, times: 400);
        Print("letter-own", own);
        Print("letter-floor", floor);

        var table = Compile(8);
        var large = Letter.Of(5000);
        var largeParts = Parts(Render(table, large));
        Print("table-xml-kB", largeParts["word/document.xml"].Length / 1000.0);
        var (ownTable, floorTable) = InTurns(() => Render(table, large).Length, () => Zip(largeParts).Length, rounds: 5, times: 3);
        Print("table-own", ownTable);
        Print("table-floor", floorTable);
        Print("table-allocated-5000-MB", Allocated(table, large));
        Print("table-allocated-10000-MB", Allocated(table, Letter.Of(10_000)));

        var sample = new DraftingBenchmark();
        sample.Prepare();
        Print("sample-all", InTurns(sample.DraftAll, () => 0, rounds: 9, times: 20).First);
    }

    private static WordTemplate Compile(int columns) =>
        WordTemplate.Compile(new MemoryStream(LetterTemplate.Docx(TagSyntax.Own, columns)), "letter.docx", typeof(Letter));

    private static byte[] Render(WordTemplate template, Letter letter)
    {
        using var output = new MemoryStream();
        template.Render(letter, output);
        return output.ToArray();
    }

    private static Dictionary<string, byte[]> Parts(byte[] docx)
    {
        using var zip = new ZipArchive(new MemoryStream(docx));
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var content = new MemoryStream();
            using var stream = entry.Open();
            stream.CopyTo(content);
            return content.ToArray();
        });
    }

    private static byte[] Zip(Dictionary<string, byte[]> parts)
    {
        using var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                entry.Write(content);
            }
        }

        return output.ToArray();
    }

    // The median of the rounds, milliseconds each time.
    private static (double First, double Second) InTurns(Func<long> first, Func<long> second, int rounds, int times)
    {
        var (firsts, seconds) = (new List<double>(), new List<double>());
        Cpu(first, times);
        Cpu(second, times);
        for (var i = 0; i < rounds; i++)
        {
            firsts.Add(Cpu(first, times));
            seconds.Add(Cpu(second, times));
        }

        return (firsts.Order().ElementAt(rounds / 2), seconds.Order().ElementAt(rounds / 2));
    }

    private static double Cpu(Func<long> work, int times)
    {
        var written = 0L;
        var before = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < times; i++)
            written += work();
        GC.KeepAlive(written);
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / times;
    }

    private static double Allocated(WordTemplate template, Letter letter)
    {
        template.Render(letter, Stream.Null);
        var before = GC.GetAllocatedBytesForCurrentThread();
        template.Render(letter, Stream.Null);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / 1e6;
    }

    private static void Print(string name, double value) => Console.WriteLine($"{name} {value.ToString("0.0000", CultureInfo.InvariantCulture)}");
}
