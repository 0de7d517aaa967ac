using BenchmarkDotNet.Running;
using Micro;

BenchmarkSwitcher.FromAssembly(typeof(EmitBenchmarks).Assembly).Run(args);
