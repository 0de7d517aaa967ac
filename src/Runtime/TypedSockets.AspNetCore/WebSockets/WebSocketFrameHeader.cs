using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace TypedSockets.AspNetCore.WebSockets;

/// <summary>The header of one frame (RFC 6455, 5.2).</summary>
/// <param name="Opcode">What the frame is.</param>
/// <param name="IsFinal">Whether its message ends with it.</param>
/// <param name="Mask">The mask, as its four bytes lie in memory.</param>
/// <param name="PayloadLength">The number of bytes that follow the header.</param>
/// <param name="Size">The number of bytes of the header.</param>
internal readonly record struct WebSocketFrameHeader(WebSocketOpcode Opcode, bool IsFinal, uint Mask, long PayloadLength, int Size)
{
    public const int MaxSize = 14;

    /// <summary>The number of bytes of a client's header whose length is written in its second byte.</summary>
    public const int SmallSize = 2 + MaskSize;

    private const int Final = 0x80;
    private const int Reserved = 0x70;
    private const int Masked = 0x80;
    private const int MaskSize = 4;
    private const int Length16 = 126;
    private const int Length64 = 127;
    private const int MaxControlPayload = 125;

    public bool IsControl => Opcode >= WebSocketOpcode.Close;

    /// <summary>Reads the header of a binary message of at most 125 bytes that lies there as a whole.</summary>
    /// <returns>False if it is anything else.</returns>
    public static bool TryReadSmall(ReadOnlySpan<byte> bytes, out uint mask, out int length)
    {
        mask = 0;
        length = 0;
        if (bytes.Length < SmallSize || bytes[0] != (Final | (int)WebSocketOpcode.Binary) || bytes[1] < Masked)
        {
            return false;
        }

        length = bytes[1] & ~Masked;
        mask = MemoryMarshal.Read<uint>(bytes[2..]);
        return length < Length16 && bytes.Length >= SmallSize + length;
    }

    /// <summary>Reads a client's header.</summary>
    /// <returns>False if its end is still missing.</returns>
    /// <exception cref="Protocol.ProtocolException">It is none that a client may send.</exception>
    public static bool TryRead(ReadOnlySequence<byte> bytes, out WebSocketFrameHeader header)
    {
        var first = bytes.FirstSpan;
        if (first.Length >= MaxSize || bytes.IsSingleSegment)
        {
            return TryRead(first, out header);
        }

        Span<byte> copy = stackalloc byte[(int)Math.Min(bytes.Length, MaxSize)];
        bytes.Slice(0, copy.Length).CopyTo(copy);
        return TryRead(copy, out header);
    }

    /// <summary>Writes a server's header, of a message in one frame: without a mask.</summary>
    /// <returns>The number of bytes written.</returns>
    public static int Write(Span<byte> output, WebSocketOpcode opcode, int payloadLength)
    {
        output[0] = (byte)(Final | (int)opcode);
        switch (payloadLength)
        {
            case < Length16:
                output[1] = (byte)payloadLength;
                return 2;
            case <= ushort.MaxValue:
                output[1] = Length16;
                BinaryPrimitives.WriteUInt16BigEndian(output[2..], (ushort)payloadLength);
                return 4;
            default:
                output[1] = Length64;
                BinaryPrimitives.WriteUInt64BigEndian(output[2..], (ulong)payloadLength);
                return 10;
        }
    }

    private static bool TryRead(ReadOnlySpan<byte> bytes, out WebSocketFrameHeader header)
    {
        header = default;
        if (bytes.Length < 2)
        {
            return false;
        }

        // What is wrong already in these two is refused without waiting for the rest.
        var opcode = CheckOpcode(bytes[0]);
        var length = CheckLength(opcode, bytes[0], bytes[1]);
        var size = 2 + (length switch { Length16 => 2, Length64 => 8, _ => 0 }) + MaskSize;
        if (bytes.Length < size)
        {
            return false;
        }

        var mask = MemoryMarshal.Read<uint>(bytes[(size - MaskSize)..]);
        header = new WebSocketFrameHeader(opcode, (bytes[0] & Final) != 0, mask, ReadLength(bytes, length), size);
        return true;
    }

    private static WebSocketOpcode CheckOpcode(byte first)
    {
        if ((first & Reserved) != 0)
        {
            throw WebSocketErrors.Malformed("a WebSocket frame uses an extension that was not agreed on");
        }

        var opcode = (WebSocketOpcode)(first & 0x0F);
        return opcode is <= WebSocketOpcode.Binary or (>= WebSocketOpcode.Close and <= WebSocketOpcode.Pong)
            ? opcode
            : throw WebSocketErrors.Malformed("a WebSocket frame has an unknown opcode");
    }

    private static int CheckLength(WebSocketOpcode opcode, byte first, byte second)
    {
        if ((second & Masked) == 0)
        {
            throw WebSocketErrors.Malformed("a WebSocket frame is not masked");
        }

        var length = second & ~Masked;
        if (opcode >= WebSocketOpcode.Close && (length > MaxControlPayload || (first & Final) == 0))
        {
            throw WebSocketErrors.Malformed("a WebSocket control frame is too long or in parts");
        }

        return length;
    }

    private static long ReadLength(ReadOnlySpan<byte> bytes, int length)
    {
        var (value, least) = length switch
        {
            Length16 => (BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]), Length16),
            Length64 => (BinaryPrimitives.ReadInt64BigEndian(bytes[2..]), ushort.MaxValue + 1),
            _ => (length, 0),
        };
        return value >= least ? value : throw WebSocketErrors.Malformed("a WebSocket frame's length is not written as it must be");
    }
}
