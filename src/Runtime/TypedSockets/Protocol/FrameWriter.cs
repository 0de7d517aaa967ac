using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics;
using System.Text;

namespace TypedSockets.Protocol;

/// <summary>Gathers messages into one frame. Reused for every frame of a connection; its buffer goes back to the pool between bursts.</summary>
internal sealed class FrameWriter : IDisposable
{
    // Flags, sequence and ack: written last, right before the first message.
    private const int HeaderRoom = 1 + sizeof(ushort) + sizeof(ushort);

    private byte[] _buffer = [];
    private int _end = HeaderRoom;
    private ushort _sequence;
    private bool _hasSequence;

    /// <summary>The number of messages so far.</summary>
    public int Count { get; private set; }

    /// <summary>The frame's size so far, in bytes.</summary>
    public int Length => _end;

    public void Reset()
    {
        _end = HeaderRoom;
        _hasSequence = false;
        Count = 0;
    }

    public void Dispose()
    {
        Reset();
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
        }
    }

    /// <summary>Completes the frame.</summary>
    /// <param name="received">The number of the last message received, to be acknowledged; its low 16 bits go out.</param>
    /// <returns>The frame, valid until the next <see cref="Reset"/>.</returns>
    public ReadOnlyMemory<byte> Complete(long? received)
    {
        var flags = FrameFlags.Version1;
        var start = HeaderRoom;
        if (received is { } number)
        {
            start -= sizeof(ushort);
            BinaryPrimitives.WriteUInt16LittleEndian(_buffer.AsSpan(start), (ushort)number);
            flags |= FrameFlags.HasAck;
        }

        if (_hasSequence)
        {
            start -= sizeof(ushort);
            BinaryPrimitives.WriteUInt16LittleEndian(_buffer.AsSpan(start), _sequence);
            flags |= FrameFlags.HasSequence;
        }

        _buffer[--start] = flags;
        return _buffer.AsMemory(start, _end - start);
    }

    /// <summary>Appends a message whose body is a few varints and then bytes.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="number">Its number, or 0 if it is not numbered.</param>
    /// <param name="fields">The varints.</param>
    /// <param name="bytes">What follows them.</param>
    public void Append(MessageKind kind, long number, ReadOnlySpan<uint> fields, ReadOnlySpan<byte> bytes)
    {
        var length = bytes.Length;
        foreach (var field in fields)
        {
            length += Varint.Size(field);
        }

        var span = Begin(kind, number, length);
        foreach (var field in fields)
        {
            span = span[Varint.Write(span, field)..];
        }

        bytes.CopyTo(span);
    }

    /// <summary>Appends an emit; most have numbers of one byte, and there may be thousands in a millisecond.</summary>
    /// <param name="number">Its number, or 0 if it is not numbered.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="method">The event.</param>
    /// <param name="arguments">The encoded arguments.</param>
    public void AppendEmit(long number, uint channel, uint method, ReadOnlySpan<byte> arguments)
    {
        if ((channel | method) >= 0x80)
        {
            Append(MessageKind.Emit, number, [channel, method], arguments);
            return;
        }

        var body = Begin(MessageKind.Emit, number, 2 + arguments.Length);
        body[1] = (byte)method;
        body[0] = (byte)channel;
        arguments.CopyTo(body[2..]);
    }

    /// <summary>Appends an error: <c>id code message?</c>.</summary>
    public void AppendError(long number, uint id, SocketErrorCode code, string? text)
    {
        var bytes = text is null ? 0 : Encoding.UTF8.GetByteCount(text);
        var length = Varint.Size(id) + Varint.Size((uint)code) + (text is null ? 0 : Varint.Size((uint)bytes) + bytes);
        var span = Begin(MessageKind.Error, number, length);
        span = span[Varint.Write(span, id)..];
        span = span[Varint.Write(span, (uint)code)..];
        if (text is not null)
        {
            span = span[Varint.Write(span, (uint)bytes)..];
            Encoding.UTF8.GetBytes(text, span);
        }
    }

    private Span<byte> Begin(MessageKind kind, long number, int length)
    {
        var head = (byte)kind;
        if (number == 0)
        {
            head |= FrameFlags.MessageUnnumbered;
        }
        else if (!_hasSequence)
        {
            _hasSequence = true;
            _sequence = (ushort)number;
        }

        EnsureRoom(1 + Varint.MaxSize + length);
        _buffer[_end++] = head;
        _end += Varint.Write(_buffer.AsSpan(_end), (uint)length);
        var body = _buffer.AsSpan(_end, length);
        _end += length;
        Count++;
        return body;
    }

    private void EnsureRoom(int count)
    {
        Debug.Assert(count >= 0);
        if (_end + count <= _buffer.Length)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_end + count, 4096));
        _buffer.AsSpan(0, Math.Min(_end, _buffer.Length)).CopyTo(larger);
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
        }

        _buffer = larger;
    }
}
