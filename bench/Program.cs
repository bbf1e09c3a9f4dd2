using BenchmarkDotNet.Running;

BenchmarkSwitcher.FromAssembly(typeof(YiyuanSafety.Bench.ReadingBenchmark).Assembly).Run(args);
