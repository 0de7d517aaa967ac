using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using MessagePack;

namespace TypedSockets.Codecs;

/// <summary>Reads numbers. An integer may come in any integer form, also in a longer one than it needs; a float as any number.</summary>
internal static class NumberReading
{
    public static bool ReadBoolean(this ref PayloadReader reader)
    {
        var code = reader.Peek();
        if (code is not (MessagePackCode.True or MessagePackCode.False))
        {
            PayloadErrors.ThrowFound(code);
        }

        reader.Advance();
        return code == MessagePackCode.True;
    }

    public static byte ReadByte(this ref PayloadReader reader)
    {
        var value = reader.ReadInteger();
        return value == (byte)value ? (byte)value : PayloadErrors.ThrowDoesNotFit<byte>();
    }

    public static sbyte ReadSByte(this ref PayloadReader reader)
    {
        var value = reader.ReadInteger();
        return value == (sbyte)value ? (sbyte)value : PayloadErrors.ThrowDoesNotFit<sbyte>();
    }

    public static short ReadInt16(this ref PayloadReader reader)
    {
        var value = reader.ReadInteger();
        return value == (short)value ? (short)value : PayloadErrors.ThrowDoesNotFit<short>();
    }

    public static ushort ReadUInt16(this ref PayloadReader reader)
    {
        var value = reader.ReadInteger();
        return value == (ushort)value ? (ushort)value : PayloadErrors.ThrowDoesNotFit<ushort>();
    }

    public static int ReadInt32(this ref PayloadReader reader)
    {
        var value = reader.ReadInteger();
        return value == (int)value ? (int)value : PayloadErrors.ThrowDoesNotFit<int>();
    }

    public static uint ReadUInt32(this ref PayloadReader reader)
    {
        var value = reader.ReadInteger();
        return value == (uint)value ? (uint)value : PayloadErrors.ThrowDoesNotFit<uint>();
    }

    public static long ReadInt64(this ref PayloadReader reader) => reader.ReadInteger();

    public static ulong ReadUInt64(this ref PayloadReader reader)
    {
        if (reader.Peek() == MessagePackCode.UInt64)
        {
            return BinaryPrimitives.ReadUInt64BigEndian(reader.Take(9)[1..]);
        }

        var value = reader.ReadInteger();
        return value >= 0 ? (ulong)value : PayloadErrors.ThrowDoesNotFit<ulong>();
    }

    public static float ReadSingle(this ref PayloadReader reader) => reader.Peek() switch
    {
        MessagePackCode.Float32 => BinaryPrimitives.ReadSingleBigEndian(reader.Take(5)[1..]),
        MessagePackCode.Float64 => (float)BinaryPrimitives.ReadDoubleBigEndian(reader.Take(9)[1..]),
        MessagePackCode.UInt64 => reader.ReadUInt64(),
        _ => reader.ReadInteger(),
    };

    public static double ReadDouble(this ref PayloadReader reader) => reader.Peek() switch
    {
        MessagePackCode.Float64 => BinaryPrimitives.ReadDoubleBigEndian(reader.Take(9)[1..]),
        MessagePackCode.Float32 => BinaryPrimitives.ReadSingleBigEndian(reader.Take(5)[1..]),
        MessagePackCode.UInt64 => reader.ReadUInt64(),
        _ => reader.ReadInteger(),
    };

    // Every integer but those above the largest long, which only UInt64 holds.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long ReadInteger(this ref PayloadReader reader)
    {
        var code = reader.Peek();
        if (code > MessagePackCode.MaxFixInt)
        {
            return ReadLongInteger(ref reader, code);
        }

        reader.Advance();
        return code;
    }

    private static long ReadLongInteger(ref PayloadReader reader, byte code)
    {
        switch (code)
        {
            case MessagePackCode.UInt8:
                return reader.Take(2)[1];
            case MessagePackCode.UInt16:
                return BinaryPrimitives.ReadUInt16BigEndian(reader.Take(3)[1..]);
            case MessagePackCode.UInt32:
                return BinaryPrimitives.ReadUInt32BigEndian(reader.Take(5)[1..]);
            case MessagePackCode.UInt64:
                var value = BinaryPrimitives.ReadInt64BigEndian(reader.Take(9)[1..]);
                return value >= 0 ? value : PayloadErrors.ThrowDoesNotFit<long>();
            case MessagePackCode.Int8:
                return (sbyte)reader.Take(2)[1];
            case MessagePackCode.Int16:
                return BinaryPrimitives.ReadInt16BigEndian(reader.Take(3)[1..]);
            case MessagePackCode.Int32:
                return BinaryPrimitives.ReadInt32BigEndian(reader.Take(5)[1..]);
            case MessagePackCode.Int64:
                return BinaryPrimitives.ReadInt64BigEndian(reader.Take(9)[1..]);
            case >= MessagePackCode.MinNegativeFixInt:
                reader.Advance();
                return (sbyte)code;
            default:
                return PayloadErrors.ThrowFound<long>(code);
        }
    }
}
