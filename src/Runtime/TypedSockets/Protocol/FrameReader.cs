using System.Buffers.Binary;

namespace TypedSockets.Protocol;

/// <summary>Walks over the messages of one frame without copying (docs/protocol/frames.md).</summary>
internal ref struct FrameReader
{
    private ReadOnlySpan<byte> _rest;

    /// <summary>Reads the frame's header.</summary>
    /// <exception cref="ProtocolException">The header is cut off, of another version, or has a reserved bit set.</exception>
    public FrameReader(ReadOnlySpan<byte> frame)
    {
        if (frame.IsEmpty)
        {
            throw ProtocolErrors.Truncated("its header");
        }

        var flags = frame[0];
        if ((flags & FrameFlags.VersionMask) != FrameFlags.Version1)
        {
            throw new ProtocolException(SocketCloseCode.Version, "the frame is not of protocol version 1");
        }

        if ((flags & FrameFlags.Reserved) != 0)
        {
            throw ProtocolErrors.Malformed("a reserved bit of the frame's flags is set");
        }

        _rest = frame[1..];
        HasSequence = (flags & FrameFlags.HasSequence) != 0;
        HasAck = (flags & FrameFlags.HasAck) != 0;
        Sequence = HasSequence ? ReadUInt16() : (ushort)0;
        Ack = HasAck ? ReadUInt16() : (ushort)0;
    }

    /// <summary>Whether the frame holds numbered messages.</summary>
    public bool HasSequence { get; }

    /// <summary>The low 16 bits of the first numbered message's number.</summary>
    public ushort Sequence { get; }

    /// <summary>Whether the frame acknowledges.</summary>
    public bool HasAck { get; }

    /// <summary>The low 16 bits of the number of the last message that the sender has received.</summary>
    public ushort Ack { get; }

    /// <summary>Goes to the next message.</summary>
    /// <exception cref="ProtocolException">It is cut off or malformed.</exception>
    public bool MoveNext(out FrameMessage message)
    {
        if (_rest.IsEmpty)
        {
            message = default;
            return false;
        }

        var head = _rest[0];
        _rest = _rest[1..];
        var length = Varint.Read(ref _rest);
        if (length > (uint)_rest.Length)
        {
            throw ProtocolErrors.Truncated("a message");
        }

        message = new FrameMessage(head, _rest[..(int)length]);
        _rest = _rest[(int)length..];
        return true;
    }

    private ushort ReadUInt16()
    {
        if (_rest.Length < sizeof(ushort))
        {
            throw ProtocolErrors.Truncated("its header");
        }

        var value = BinaryPrimitives.ReadUInt16LittleEndian(_rest);
        _rest = _rest[sizeof(ushort)..];
        return value;
    }
}
