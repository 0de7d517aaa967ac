using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using Micro;
using Perfolizer.Horology;

// Short enough that all of it takes some minutes, long enough that everything is compiled for good before it is measured.
var job = Job.Default.WithIterationTime(TimeInterval.FromMilliseconds(150)).WithWarmupCount(8).WithIterationCount(20).AsDefault();

// On a machine that is not quiet the minimum says most: what disturbs only adds.
var config = DefaultConfig.Instance.AddJob(job).AddColumn(StatisticColumn.Min, StatisticColumn.Median).HideColumns("Error", "RatioSD", "Alloc Ratio");
BenchmarkSwitcher.FromAssembly(typeof(EmitBenchmarks).Assembly).Run(args, config);
