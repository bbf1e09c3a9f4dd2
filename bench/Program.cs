using BenchmarkDotNet.Running;
using YiyuanSafety.Bench.Letters;

switch (args)
{
    case ["letters", "prepare", var folder]:
        LetterRun.Prepare(folder);
        break;
    case ["letters"]:
        LetterRun.Measure();
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(YiyuanSafety.Bench.ReadingBenchmark).Assembly).Run(args);
        break;
}
