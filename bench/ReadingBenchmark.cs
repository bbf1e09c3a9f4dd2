using System.IO.Compression;
using System.Xml;
using BenchmarkDotNet.Attributes;
using YiyuanSafety.WorkPoints;
using YiyuanSafety.WorkPoints.Directory;

namespace YiyuanSafety.Bench;

/// <summary>Reading and understanding the sample's .docx against unzipping it and reading its XML once. Target: at most 3.</summary>
[InProcess]
[MemoryDiagnoser]
public class ReadingBenchmark
{
    private readonly byte[] _docx = Samples.File("yiyuan-2021-typed.docx");
    private readonly BodyDirectory _directory = Samples.Directory();

    /// <summary>The floor.</summary>
    [Benchmark(Baseline = true)]
    public int UnzipAndReadXml()
    {
        using var zip = new ZipArchive(new MemoryStream(_docx), ZipArchiveMode.Read);
        var nodes = 0;
        foreach (var entry in zip.Entries)
        {
            using var stream = entry.Open();
            using var xml = XmlReader.Create(stream);
            while (xml.Read())
                nodes++;
        }

        return nodes;
    }

    /// <summary>What <c>extract</c> does.</summary>
    [Benchmark]
    public WorkPointsDocument ReadAndUnderstand() => Samples.Parse(_docx, "a.docx", _directory);
}
