using BenchmarkDotNet.Attributes;
using TypedSockets.Protocol;

namespace Micro.Protocol;

/// <summary>Frames of emits of 32 bytes, written and read; the times are a frame's.</summary>
[MemoryDiagnoser]
public class FrameBenchmarks
{
    private readonly FrameWriter _writer = new();
    private readonly byte[] _arguments = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    private byte[] _frame = [];

    /// <summary>How many emits a frame carries.</summary>
    [Params(1, 32)]
    public int Emits { get; set; }

    /// <summary>Writes what is read.</summary>
    [GlobalSetup]
    public void Setup() => _frame = Fill().ToArray();

    /// <summary>Gives the writer's buffer back.</summary>
    [GlobalCleanup]
    public void Cleanup() => _writer.Dispose();

    /// <summary>Writes a frame.</summary>
    [Benchmark]
    public int Write() => Fill().Length;

    /// <summary>Reads a frame as the router does, up to each emit's arguments, which are not copied.</summary>
    [Benchmark]
    public uint Read()
    {
        var frame = new FrameReader(_frame);
        uint sum = frame.Sequence;
        while (frame.MoveNext(out var message))
        {
            var rest = message.Body;
            sum += Varint.Read(ref rest) + Varint.Read(ref rest) + (uint)rest.Length;
        }

        return sum;
    }

    private ReadOnlyMemory<byte> Fill()
    {
        _writer.Reset();
        for (var i = 1; i <= Emits; i++)
        {
            _writer.AppendEmit(number: i, channel: 0, method: 1, _arguments);
        }

        return _writer.Complete(received: 1);
    }
}
