using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using Micro;
using Perfolizer.Horology;

// Short enough that all of it takes some minutes, long enough that everything is compiled for good before it is measured.
var job = Job.Default.WithIterationTime(TimeInterval.FromMilliseconds(150)).WithWarmupCount(8).WithIterationCount(12);
BenchmarkSwitcher.FromAssembly(typeof(EmitBenchmarks).Assembly).Run(args, DefaultConfig.Instance.AddJob(job.AsDefault()));
