using BenchmarkDotNet.Attributes;
using YiyuanSafety.WorkPoints;

namespace YiyuanSafety.Bench;

/// <summary>Ten times the items, against a tenth. Target: at most 15.</summary>
[InProcess]
[MemoryDiagnoser]
public class ScalingBenchmark
{
    private readonly byte[] _thousand = Samples.Items(1_000);
    private readonly byte[] _tenThousand = Samples.Items(10_000);

    /// <summary>1,000 items.</summary>
    [Benchmark(Baseline = true)]
    public WorkPointsDocument Thousand() => Samples.Parse(_thousand, "a.txt", null);

    /// <summary>10,000 items.</summary>
    [Benchmark]
    public WorkPointsDocument TenThousand() => Samples.Parse(_tenThousand, "a.txt", null);
}
