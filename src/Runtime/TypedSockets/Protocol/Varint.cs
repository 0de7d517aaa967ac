using System.Runtime.CompilerServices;

namespace TypedSockets.Protocol;

/// <summary>Unsigned 32-bit LEB128: 7 bits a byte, low bits first, in the shortest form only (docs/protocol/frames.md).</summary>
internal static class Varint
{
    public const int MaxSize = 5;

    public static int Size(uint value) => value switch
    {
        < 1u << 7 => 1,
        < 1u << 14 => 2,
        < 1u << 21 => 3,
        < 1u << 28 => 4,
        _ => 5,
    };

    public static int Write(Span<byte> destination, uint value)
    {
        var length = 0;
        while (value >= 0x80)
        {
            destination[length++] = (byte)(value | 0x80);
            value >>= 7;
        }

        destination[length++] = (byte)value;
        return length;
    }

    /// <summary>Reads a varint from the front of <paramref name="source"/> and moves past it.</summary>
    /// <exception cref="ProtocolException">It is cut off, longer than the shortest form, or does not fit into 32 bits.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Read(scoped ref ReadOnlySpan<byte> source)
    {
        // Nearly all are one byte: three or four of them stand before each message's arguments.
        if (source.Length > 0 && source[0] < 0x80)
        {
            uint value = source[0];
            source = source[1..];
            return value;
        }

        return ReadLong(ref source);
    }

    private static uint ReadLong(scoped ref ReadOnlySpan<byte> source)
    {
        uint value = 0;
        for (var i = 0; i < MaxSize; i++)
        {
            if (i == source.Length)
            {
                throw ProtocolErrors.Truncated("a number");
            }

            var current = source[i];
            if (i == MaxSize - 1 && current > 0x0F)
            {
                throw ProtocolErrors.Malformed("a number does not fit into 32 bits");
            }

            value |= (uint)(current & 0x7F) << (7 * i);
            if (current < 0x80)
            {
                if (current == 0 && i > 0)
                {
                    throw ProtocolErrors.Malformed("a number is not in its shortest form");
                }

                source = source[(i + 1)..];
                return value;
            }
        }

        throw ProtocolErrors.Malformed("a number is longer than 5 bytes");
    }
}
