using System.Buffers;

namespace TypedSockets.Transports;

/// <summary>Where a frame is received into. It holds no memory between frames, so that an idle connection costs none.</summary>
internal sealed class FrameBuffer
{
    private const int InitialBytes = 4096;

    private byte[] _bytes = [];
    private long _total;

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Frame => _bytes.AsSpan(0, Length);

    public Memory<byte> Free
    {
        get
        {
            if (Length == _bytes.Length)
            {
                Grow();
            }

            return _bytes.AsMemory(Length);
        }
    }

    /// <summary>The bytes received since the socket opened; read by the heartbeat from another thread.</summary>
    public long Total => Volatile.Read(ref _total);

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

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(InitialBytes, _bytes.Length * 2));
        Frame.CopyTo(larger);
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
        }

        _bytes = larger;
    }
}
