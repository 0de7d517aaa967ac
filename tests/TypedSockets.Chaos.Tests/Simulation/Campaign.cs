using System.Diagnostics;

namespace TypedSockets.Chaos.Tests.Simulation;

/// <summary>Many runs, each with a seed of its own, on a few threads. It ends at the first failure.</summary>
internal sealed class Campaign(long seeds, int threads, long first = 1, Mutation mutation = Mutation.None)
{
    private readonly long[] _counts = new long[Enum.GetValues<Happening>().Length];
    private readonly long[] _runsWith = new long[Enum.GetValues<Happening>().Length];
    private readonly Lock _gate = new();
    private long _next = first - 1;
    private long _done;
    private TimeSpan _elapsed;

    public RunResult? Failure { get; private set; }

    public long CountOf(Happening what) => _counts[(int)what];

    public void Run()
    {
        var watch = Stopwatch.StartNew();
        var workers = Enumerable.Range(0, threads).Select(_ => new Thread(Work)).ToList();
        workers.ForEach(worker => worker.Start());
        workers.ForEach(worker => worker.Join());
        _elapsed = watch.Elapsed;
    }

    public string Describe() =>
        $"{_done} seeds in {_elapsed.TotalSeconds:0.0} s, {_done / _elapsed.TotalSeconds:0} a second\n"
        + string.Join('\n', Enum.GetValues<Happening>().Select(what => $"  {what,-26} {_counts[(int)what],12} in {_runsWith[(int)what],8} runs"));

    private void Work()
    {
        var counts = new long[_counts.Length];
        var runsWith = new long[_counts.Length];
        long done = 0;
        while (Failure is null && Interlocked.Increment(ref _next) is var seed && seed < first + seeds)
        {
            var result = RunResult.Of(seed, mutation);
            done++;
            for (var i = 0; i < counts.Length; i++)
            {
                counts[i] += result.Counts[i];
                runsWith[i] += result.Counts[i] > 0 ? 1 : 0;
            }

            if (result.Violation is not null)
            {
                lock (_gate)
                {
                    Failure = Failure is null || Failure.Seed > seed ? result : Failure;
                }
            }
        }

        lock (_gate)
        {
            _done += done;
            for (var i = 0; i < counts.Length; i++)
            {
                _counts[i] += counts[i];
                _runsWith[i] += runsWith[i];
            }
        }
    }
}
