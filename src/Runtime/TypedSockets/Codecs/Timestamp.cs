using System.Buffers.Binary;
using MessagePack;

namespace TypedSockets.Codecs;

/// <summary>MessagePack's timestamp extension: seconds since 1970 and nanoseconds, in three lengths.</summary>
internal static class Timestamp
{
    private const long FirstSecond = -62_135_596_800;
    private const long LastSecond = 253_402_300_799;
    private const int NanosecondsPerTick = 100;

    // What a short form holds: the seconds in 34 bits, the nanoseconds above them.
    private const int SecondBits = 34;

    /// <summary>Writes the clock time, which is taken to be UTC.</summary>
    public static void Write(ref PayloadWriter writer, DateTime value)
    {
        var (seconds, ticks) = Math.DivRem(value.Ticks, TimeSpan.TicksPerSecond);
        seconds += FirstSecond;
        var nanoseconds = ticks * NanosecondsPerTick;
        if (seconds >> SecondBits != 0)
        {
            WriteLong(ref writer, seconds, (uint)nanoseconds);
            return;
        }

        var both = (ulong)((nanoseconds << SecondBits) | seconds);
        if (both <= uint.MaxValue)
        {
            var span = writer.Take(6);
            WriteHead(span, MessagePackCode.FixExt4);
            BinaryPrimitives.WriteUInt32BigEndian(span[2..], (uint)both);
        }
        else
        {
            var span = writer.Take(10);
            WriteHead(span, MessagePackCode.FixExt8);
            BinaryPrimitives.WriteUInt64BigEndian(span[2..], both);
        }
    }

    /// <summary>Reads a timestamp of any length.</summary>
    /// <param name="reader">Where from.</param>
    /// <param name="value">The instant, in UTC.</param>
    /// <returns>False outside the years 1 to 9999.</returns>
    public static bool TryRead(ref PayloadReader reader, out DateTime value)
    {
        var data = reader.ReadExtension(out var type);
        if (type != ReservedMessagePackExtensionTypeCode.DateTime || data.Length is not (4 or 8 or 12))
        {
            PayloadErrors.ThrowOtherForm();
        }

        long seconds;
        long nanoseconds = 0;
        if (data.Length == 4)
        {
            seconds = BinaryPrimitives.ReadUInt32BigEndian(data);
        }
        else if (data.Length == 8)
        {
            var both = BinaryPrimitives.ReadUInt64BigEndian(data);
            seconds = (long)(both & ((1UL << SecondBits) - 1));
            nanoseconds = (long)(both >> SecondBits);
        }
        else
        {
            nanoseconds = BinaryPrimitives.ReadUInt32BigEndian(data);
            seconds = BinaryPrimitives.ReadInt64BigEndian(data[4..]);
        }

        return TryMake(seconds, nanoseconds, out value);
    }

    // The nanoseconds may be a second and more, which the package adds as well.
    private static bool TryMake(long seconds, long nanoseconds, out DateTime value)
    {
        value = default;
        if (seconds is < FirstSecond or > LastSecond)
        {
            return false;
        }

        var ticks = ((seconds - FirstSecond) * TimeSpan.TicksPerSecond) + (nanoseconds / NanosecondsPerTick);
        if (ticks > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        value = new DateTime(ticks, DateTimeKind.Utc);
        return true;
    }

    private static void WriteHead(Span<byte> span, byte code)
    {
        span[0] = code;
        span[1] = unchecked((byte)ReservedMessagePackExtensionTypeCode.DateTime);
    }

    private static void WriteLong(ref PayloadWriter writer, long seconds, uint nanoseconds)
    {
        var span = writer.Take(15);
        span[0] = MessagePackCode.Ext8;
        span[1] = 12;
        span[2] = unchecked((byte)ReservedMessagePackExtensionTypeCode.DateTime);
        BinaryPrimitives.WriteUInt32BigEndian(span[3..], nanoseconds);
        BinaryPrimitives.WriteInt64BigEndian(span[7..], seconds);
    }
}
