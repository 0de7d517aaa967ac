using System.Buffers;

namespace TypedSockets.Transports;

/// <summary>Where a frame is received into. It holds no memory between frames, so that an idle connection costs none.</summary>
internal sealed class FrameBuffer
{
    private const int InitialBytes = 4096;

    private byte[] _bytes = [];
    private long _total;

    public int Length { get; private set; }

    /// <summary>The memory it holds, in bytes.</summary>
    public int Capacity => _bytes.Length;

    public ReadOnlySpan<byte> Frame => _bytes.AsSpan(0, Length);

    public Memory<byte> Free
    {
        get
        {
            EnsureRoom(1);
            return _bytes.AsMemory(Length);
        }
    }

    /// <summary>The bytes received since the socket opened; read by the heartbeat from another thread.</summary>
    public long Total => Volatile.Read(ref _total);

    /// <summary>Where to put that many more bytes, which must have come already: what is only announced must not cost memory.</summary>
    public Span<byte> Reserve(int bytes)
    {
        EnsureRoom(bytes);
        return _bytes.AsSpan(Length);
    }

    public void Advance(int count)
    {
        Length += count;
        Volatile.Write(ref _total, _total + count);
    }

    public void Reset() => Length = 0;

    public void GiveBack()
    {
        Length = 0;
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = [];
        }
    }

    private void EnsureRoom(int bytes)
    {
        if (bytes > _bytes.Length - Length)
        {
            Grow(Length + bytes);
        }
    }

    private void Grow(int bytes)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(Math.Max(InitialBytes, bytes), _bytes.Length * 2));
        Frame.CopyTo(larger);
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
        }

        _bytes = larger;
    }
}
