using System.Buffers;

namespace TypedSockets.Tests.Codecs;

/// <summary>An output that never gives a byte more than was asked for, so that a writer has to ask for every value.</summary>
internal sealed class TightOutput : IBufferWriter<byte>
{
    private readonly List<byte> _bytes = [];
    private byte[] _given = [];

    public byte[] ToArray() => [.. _bytes];

    public void Advance(int count) => _bytes.AddRange(_given.AsSpan(0, count));

    public Memory<byte> GetMemory(int sizeHint = 0) => _given = new byte[Math.Max(sizeHint, 1)];

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;
}
