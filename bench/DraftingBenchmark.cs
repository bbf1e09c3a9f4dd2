using BenchmarkDotNet.Attributes;
using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.WorkPoints;
using YiyuanSafety.WorkPoints.Directory;

namespace YiyuanSafety.Bench;

/// <summary>All papers of the sample, warm, on one core; and the sample read and understood, for the proportion.</summary>
[InProcess]
[MemoryDiagnoser]
public class DraftingBenchmark
{
    private readonly byte[] _docx = Samples.File("yiyuan-2021-typed.docx");
    private readonly BodyDirectory _directory = Samples.Directory();
    private readonly PaperTemplates _templates = new(file => File.OpenRead(Path.Combine(Samples.Root(), "templates", file)));
    private PaperRequest? _request;

    /// <summary>Understands the sample once.</summary>
    [GlobalSetup]
    public void Prepare() => _request = new PaperRequest(Understand(), _directory, Profile.Empty) { Supervised = ["14.3", "19.1"] };

    /// <summary>Reading and understanding.</summary>
    [Benchmark(Baseline = true)]
    public WorkPointsDocument Understand() => Samples.Parse(_docx, "a.docx", _directory);

    /// <summary>Drafting all papers.</summary>
    [Benchmark]
    public long DraftAll()
    {
        var written = 0L;
        foreach (var paper in PaperSet.Of(_request ?? throw new InvalidOperationException("Prepare runs first."), _templates))
        {
            using var output = new MemoryStream();
            paper.Write(output);
            written += output.Length;
        }

        return written;
    }
}
