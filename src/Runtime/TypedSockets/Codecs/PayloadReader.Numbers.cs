using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using MessagePack;

namespace TypedSockets.Codecs;

/// <content>Numbers. An integer may come in any integer form, also in a longer one than it needs; a float as any number.</content>
public ref partial struct PayloadReader
{
    internal bool ReadBoolean()
    {
        var code = Peek();
        if (code is not (MessagePackCode.True or MessagePackCode.False))
        {
            PayloadErrors.ThrowFound(code);
        }

        _position++;
        return code == MessagePackCode.True;
    }

    internal byte ReadByte()
    {
        var value = ReadInteger();
        return value == (byte)value ? (byte)value : PayloadErrors.ThrowDoesNotFit<byte>();
    }

    internal sbyte ReadSByte()
    {
        var value = ReadInteger();
        return value == (sbyte)value ? (sbyte)value : PayloadErrors.ThrowDoesNotFit<sbyte>();
    }

    internal short ReadInt16()
    {
        var value = ReadInteger();
        return value == (short)value ? (short)value : PayloadErrors.ThrowDoesNotFit<short>();
    }

    internal ushort ReadUInt16()
    {
        var value = ReadInteger();
        return value == (ushort)value ? (ushort)value : PayloadErrors.ThrowDoesNotFit<ushort>();
    }

    internal int ReadInt32()
    {
        var value = ReadInteger();
        return value == (int)value ? (int)value : PayloadErrors.ThrowDoesNotFit<int>();
    }

    internal uint ReadUInt32()
    {
        var value = ReadInteger();
        return value == (uint)value ? (uint)value : PayloadErrors.ThrowDoesNotFit<uint>();
    }

    internal long ReadInt64() => ReadInteger();

    internal ulong ReadUInt64()
    {
        if (Peek() == MessagePackCode.UInt64)
        {
            return BinaryPrimitives.ReadUInt64BigEndian(Take(9)[1..]);
        }

        var value = ReadInteger();
        return value >= 0 ? (ulong)value : PayloadErrors.ThrowDoesNotFit<ulong>();
    }

    internal float ReadSingle() => Peek() switch
    {
        MessagePackCode.Float32 => BinaryPrimitives.ReadSingleBigEndian(Take(5)[1..]),
        MessagePackCode.Float64 => (float)BinaryPrimitives.ReadDoubleBigEndian(Take(9)[1..]),
        MessagePackCode.UInt64 => ReadUInt64(),
        _ => ReadInteger(),
    };

    internal double ReadDouble() => Peek() switch
    {
        MessagePackCode.Float64 => BinaryPrimitives.ReadDoubleBigEndian(Take(9)[1..]),
        MessagePackCode.Float32 => BinaryPrimitives.ReadSingleBigEndian(Take(5)[1..]),
        MessagePackCode.UInt64 => ReadUInt64(),
        _ => ReadInteger(),
    };

    // Every integer but those above the largest long, which only UInt64 holds.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long ReadInteger()
    {
        var code = Peek();
        if (code > MessagePackCode.MaxFixInt)
        {
            return ReadLongInteger(code);
        }

        _position++;
        return code;
    }

    private long ReadLongInteger(byte code)
    {
        switch (code)
        {
            case MessagePackCode.UInt8:
                return Take(2)[1];
            case MessagePackCode.UInt16:
                return BinaryPrimitives.ReadUInt16BigEndian(Take(3)[1..]);
            case MessagePackCode.UInt32:
                return BinaryPrimitives.ReadUInt32BigEndian(Take(5)[1..]);
            case MessagePackCode.UInt64:
                var value = BinaryPrimitives.ReadInt64BigEndian(Take(9)[1..]);
                return value >= 0 ? value : PayloadErrors.ThrowDoesNotFit<long>();
            case MessagePackCode.Int8:
                return (sbyte)Take(2)[1];
            case MessagePackCode.Int16:
                return BinaryPrimitives.ReadInt16BigEndian(Take(3)[1..]);
            case MessagePackCode.Int32:
                return BinaryPrimitives.ReadInt32BigEndian(Take(5)[1..]);
            case MessagePackCode.Int64:
                return BinaryPrimitives.ReadInt64BigEndian(Take(9)[1..]);
            case >= MessagePackCode.MinNegativeFixInt:
                _position++;
                return (sbyte)code;
            default:
                return PayloadErrors.ThrowFound<long>(code);
        }
    }
}
