using System.Buffers;
using System.Diagnostics;

namespace TypedSockets.Protocol;

/// <summary>
/// The encoded arguments or result of one message: a pooled buffer with a reference count. A broadcast body is written once and referenced by
/// every receiving outbox. Written by one thread before it is shared, read by many afterwards.
/// </summary>
public sealed class MessageBody : IBufferWriter<byte>
{
    private byte[] _buffer = [];
    private int _length;
    private int _references;

    internal MessageBody()
    {
    }

    /// <summary>The number of bytes.</summary>
    public int Length => _length;

    /// <summary>The bytes; valid until the last <see cref="Release"/>.</summary>
    public ReadOnlyMemory<byte> Memory => _buffer.AsMemory(0, _length);

    /// <summary>The bytes; valid until the last <see cref="Release"/>.</summary>
    public ReadOnlySpan<byte> Span => _buffer.AsSpan(0, _length);

    /// <summary>Of an emit: it replaces an unsent one of the same member and key. Null if it replaces none.</summary>
    internal string? CoalesceKey { get; set; }

    /// <summary>Whether others refer to it too.</summary>
    internal bool IsShared => Volatile.Read(ref _references) > 1;

    internal int Capacity => _buffer.Length;

    /// <summary>Takes an empty body, with one reference, from the pool.</summary>
    /// <returns>The body.</returns>
    public static MessageBody Rent()
    {
        var body = MessageBodyPool.Take();
        body._length = 0;
        body._references = 1;
        body.CoalesceKey = null;
        return body;
    }

    /// <summary>Copies bytes into a body from the pool.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <returns>The body, with one reference.</returns>
    public static MessageBody Copy(ReadOnlySpan<byte> bytes)
    {
        var body = Rent();
        bytes.CopyTo(body.GetSpan(bytes.Length));
        body.Advance(bytes.Length);
        return body;
    }

    /// <summary>Adds references.</summary>
    /// <param name="count">How many, at least 1.</param>
    public void AddReferences(int count = 1)
    {
        var now = Interlocked.Add(ref _references, count);
        Debug.Assert(now > count, "a released body was referenced again");
    }

    /// <summary>Gives a reference back; the last one returns the buffer to the pool.</summary>
    public void Release()
    {
        var now = Interlocked.Decrement(ref _references);
        Debug.Assert(now >= 0, "a body was released too often");
        if (now == 0)
        {
            MessageBodyPool.Return(this);
        }
    }

    /// <inheritdoc />
    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _buffer.Length - _length);
        _length += count;
    }

    /// <inheritdoc />
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        EnsureRoom(sizeHint);
        return _buffer.AsMemory(_length);
    }

    /// <inheritdoc />
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        EnsureRoom(sizeHint);
        return _buffer.AsSpan(_length);
    }

    internal void DropBuffer()
    {
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
        }
    }

    private void EnsureRoom(int sizeHint)
    {
        var needed = checked(_length + Math.Max(sizeHint, 1));
        if (needed <= _buffer.Length)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, Math.Max(128, (int)Math.Min(_buffer.Length * 2L, Array.MaxLength))));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        DropBuffer();
        _buffer = larger;
    }
}
