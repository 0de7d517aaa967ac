using System.Globalization;
using System.Text.Json.Nodes;
using MessagePack;

namespace TypedSockets.Tests.Vectors;

/// <summary>Says in the vector file's notation what bytes hold, as the MessagePack package reads them.</summary>
internal static class NeutralReader
{
    // Beyond this a number in JSON means different things to different readers.
    private const long LargestSafe = (1L << 53) - 1;

    public static JsonNode? Read(string hex)
    {
        var reader = new MessagePackReader(Convert.FromHexString(hex));
        var value = Read(ref reader);
        Assert.True(reader.End);
        return value;
    }

    private static JsonNode? Read(ref MessagePackReader reader)
    {
        switch (reader.NextMessagePackType)
        {
            case MessagePackType.Nil:
                reader.ReadNil();
                return null;
            case MessagePackType.Boolean:
                return reader.ReadBoolean();
            case MessagePackType.Integer:
                return ReadInteger(ref reader);
            case MessagePackType.Float:
                return reader.NextCode == MessagePackCode.Float32 ? Float("float32", reader.ReadSingle()) : Float("float64", reader.ReadDouble());
            case MessagePackType.String:
                return reader.ReadString();
            case MessagePackType.Binary:
                return new JsonObject { ["bin"] = Convert.ToHexStringLower(System.Buffers.BuffersExtensions.ToArray(reader.ReadBytes()!.Value)) };
            case MessagePackType.Array:
                return ReadArray(ref reader);
            case MessagePackType.Map:
                return ReadMap(ref reader);
            default:
                return ReadTimestamp(ref reader);
        }
    }

    private static JsonNode ReadInteger(ref MessagePackReader reader)
    {
        var value = reader.NextCode == MessagePackCode.UInt64 ? reader.ReadUInt64() : (Int128)reader.ReadInt64();
        return value >= -LargestSafe && value <= LargestSafe
            ? (JsonNode)(long)value
            : new JsonObject { ["int"] = value.ToString(CultureInfo.InvariantCulture) };
    }

    private static JsonObject Float(string tag, double value) => new()
    {
        [tag] = double.IsFinite(value) && !(value == 0 && double.IsNegative(value)) ? value : value.ToString(CultureInfo.InvariantCulture),
    };

    private static JsonArray ReadArray(ref MessagePackReader reader)
    {
        var array = new JsonArray();
        for (var left = reader.ReadArrayHeader(); left > 0; left--)
        {
            array.Add(Read(ref reader));
        }

        return array;
    }

    private static JsonObject ReadMap(ref MessagePackReader reader)
    {
        var entries = new JsonArray();
        for (var left = reader.ReadMapHeader(); left > 0; left--)
        {
            entries.Add(new JsonArray(Read(ref reader), Read(ref reader)));
        }

        return new JsonObject { ["map"] = entries };
    }

    private static JsonObject ReadTimestamp(ref MessagePackReader reader)
    {
        var sinceEpoch = reader.ReadDateTime() - DateTime.UnixEpoch;
        var (seconds, ticks) = Math.DivRem(sinceEpoch.Ticks, TimeSpan.TicksPerSecond);
        return ticks < 0
            ? new JsonObject { ["timestamp"] = new JsonArray(seconds - 1, (ticks + TimeSpan.TicksPerSecond) * TimeSpan.NanosecondsPerTick) }
            : new JsonObject { ["timestamp"] = new JsonArray(seconds, ticks * TimeSpan.NanosecondsPerTick) };
    }
}
