using System.IO.Compression;
using System.Xml;
using BenchmarkDotNet.Attributes;
using YiyuanSafety.WorkPoints;
using YiyuanSafety.WorkPoints.Directory;
using YiyuanSafety.WorkPoints.Reading;

namespace YiyuanSafety.Bench;

/// <summary>Reading and understanding the sample's .docx against unzipping it and reading its XML once. Target: at most 3.</summary>
[InProcess]
[MemoryDiagnoser]
public class ReadingBenchmark
{
    private byte[] _docx = [];
    private readonly BodyDirectory _directory = Samples.Directory();

    /// <summary>The sample: its plainest form, and one with automatic numbering and runs cut as Word cuts them.</summary>
    [Params("yiyuan-2021-typed.docx", "yiyuan-2021-numbered.docx")]
    public string Sample { get; set; } = "";

    /// <summary>Loads the sample.</summary>
    [GlobalSetup]
    public void Load() => _docx = Samples.File(Sample);

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

    /// <summary>Reading alone.</summary>
    [Benchmark]
    public SourceDocument Read() => SourceReader.Read(new MemoryStream(_docx), "a.docx");

    /// <summary>What <c>extract</c> does.</summary>
    [Benchmark]
    public WorkPointsDocument ReadAndUnderstand() => Samples.Parse(_docx, "a.docx", _directory);
}
