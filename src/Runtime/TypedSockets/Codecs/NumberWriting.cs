using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using MessagePack;

namespace TypedSockets.Codecs;

/// <summary>Writes numbers: an integer in its shortest form, and one that is not negative in an unsigned form, whatever its type.</summary>
internal static class NumberWriting
{
    public static void Write(this ref PayloadWriter writer, bool value) => writer.Take(1)[0] = value ? MessagePackCode.True : MessagePackCode.False;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(this ref PayloadWriter writer, int value)
    {
        if ((uint)value <= MessagePackCode.MaxFixInt)
        {
            writer.Take(1)[0] = (byte)value;
        }
        else
        {
            WriteInteger(ref writer, value);
        }
    }

    public static void Write(this ref PayloadWriter writer, uint value) => writer.Write((ulong)value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(this ref PayloadWriter writer, long value)
    {
        if ((ulong)value <= MessagePackCode.MaxFixInt)
        {
            writer.Take(1)[0] = (byte)value;
        }
        else
        {
            WriteInteger(ref writer, value);
        }
    }

    public static void Write(this ref PayloadWriter writer, ulong value)
    {
        switch (value)
        {
            case <= MessagePackCode.MaxFixInt:
                writer.Take(1)[0] = (byte)value;
                break;
            case <= byte.MaxValue:
                writer.WriteCoded(MessagePackCode.UInt8, (byte)value);
                break;
            case <= ushort.MaxValue:
                writer.WriteCoded(MessagePackCode.UInt16, (ushort)value);
                break;
            case <= uint.MaxValue:
                writer.WriteCoded(MessagePackCode.UInt32, (uint)value);
                break;
            default:
                writer.WriteCoded(MessagePackCode.UInt64, value);
                break;
        }
    }

    public static void Write(this ref PayloadWriter writer, float value) => writer.WriteCoded(MessagePackCode.Float32, BitConverter.SingleToUInt32Bits(value));

    public static void Write(this ref PayloadWriter writer, double value) => writer.WriteCoded(MessagePackCode.Float64, BitConverter.DoubleToUInt64Bits(value));

    /// <summary>Writes a code and the number behind it, as all of these do.</summary>
    public static void WriteCoded(this ref PayloadWriter writer, byte code, byte value)
    {
        var span = writer.Take(2);
        span[0] = code;
        span[1] = value;
    }

    public static void WriteCoded(this ref PayloadWriter writer, byte code, ushort value)
    {
        var span = writer.Take(3);
        span[0] = code;
        BinaryPrimitives.WriteUInt16BigEndian(span[1..], value);
    }

    public static void WriteCoded(this ref PayloadWriter writer, byte code, uint value)
    {
        var span = writer.Take(5);
        span[0] = code;
        BinaryPrimitives.WriteUInt32BigEndian(span[1..], value);
    }

    public static void WriteCoded(this ref PayloadWriter writer, byte code, ulong value)
    {
        var span = writer.Take(9);
        span[0] = code;
        BinaryPrimitives.WriteUInt64BigEndian(span[1..], value);
    }

    private static void WriteInteger(ref PayloadWriter writer, long value)
    {
        switch (value)
        {
            case >= 0:
                writer.Write((ulong)value);
                break;
            case >= MessagePackRange.MinFixNegativeInt:
                writer.Take(1)[0] = (byte)value;
                break;
            case >= sbyte.MinValue:
                writer.WriteCoded(MessagePackCode.Int8, (byte)value);
                break;
            case >= short.MinValue:
                writer.WriteCoded(MessagePackCode.Int16, (ushort)value);
                break;
            case >= int.MinValue:
                writer.WriteCoded(MessagePackCode.Int32, (uint)value);
                break;
            default:
                writer.WriteCoded(MessagePackCode.Int64, (ulong)value);
                break;
        }
    }
}
