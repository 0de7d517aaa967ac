using System.Diagnostics;
using TypedSockets.Fuzz.Inputs;

namespace TypedSockets.Fuzz;

/// <summary>Gives a target inputs: some of them right but for a few places, some of the right form and no sense, some noise.</summary>
internal sealed class FuzzRun(FuzzTarget target, int seed)
{
    private const int MaxNoise = 200;

    private readonly Random _random = new(seed);
    private long _started;
    private byte[] _input = [];

    /// <summary>How long the input that is being read has taken; null between inputs.</summary>
    public TimeSpan? Running => Volatile.Read(ref _started) is var started and not 0 ? Stopwatch.GetElapsedTime(started) : null;

    /// <summary>Reads the inputs.</summary>
    /// <exception cref="FuzzFailure">One of them did what no input may.</exception>
    public FuzzResult Play(long inputs)
    {
        var damage = new Damage(_random);
        var wellFormed = new MessagePackBytes(_random);
        long refused = 0, most = 0;
        var slowest = TimeSpan.Zero;
        for (long round = 0; round < inputs; round++)
        {
            target.Prepare(round);
            _input = Make(round, damage, wellFormed);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var started = Stopwatch.GetTimestamp();
            Volatile.Write(ref _started, started);
            refused += Read(round) ? 0 : 1;
            Volatile.Write(ref _started, 0);
            var took = Stopwatch.GetElapsedTime(started);
            var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            slowest = took > slowest ? took : slowest;
            most = Math.Max(most, bytes);
            if (bytes > FuzzTarget.FreeBytes + (FuzzTarget.BytesPerByte * _input.Length))
            {
                throw Failure(round, $"{_input.Length} bytes of input allocated {bytes} bytes");
            }
        }

        return new FuzzResult(target.Name, inputs, refused, most, slowest);
    }

    /// <summary>The failure of an input that never ends.</summary>
    public FuzzFailure Hang() => Failure(-1, $"it has been read for {Running}");

    private bool Read(long round)
    {
        try
        {
            return target.Read(_input);
        }
        catch (Exception error)
        {
            throw Failure(round, $"{error.GetType().Name}: {error.Message}", error);
        }
    }

    private byte[] Make(long round, Damage damage, MessagePackBytes wellFormed) => (round % 8) switch
    {
        0 => damage.Noise(MaxNoise),
        1 or 2 => wellFormed.Next(),
        _ => damage.Apply(Example(), Example()),
    };

    private byte[] Example() => target.Examples[_random.Next(target.Examples.Count)];

    private FuzzFailure Failure(long round, string what, Exception? inner = null) => new(target.Name, seed, round, _input, what, inner);
}
