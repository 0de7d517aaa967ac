using MessagePack;

namespace TypedSockets.Codecs;

/// <summary>Skips values of any kind one by one, so that what is nested needs no recursion.</summary>
internal static class Skipping
{
    /// <summary>Skips a value without the values inside.</summary>
    /// <returns>How many values are inside.</returns>
    public static long SkipHead(ref PayloadReader reader)
    {
        var code = reader.Peek();
        switch (MessagePackCode.ToMessagePackType(code))
        {
            case MessagePackType.Integer or MessagePackType.Float:
                reader.Take(NumberSize(code));
                return 0;
            case MessagePackType.Nil or MessagePackType.Boolean:
                reader.Advance();
                return 0;
            case MessagePackType.String:
                reader.ReadText();
                return 0;
            case MessagePackType.Binary:
                reader.ReadBytes();
                return 0;
            case MessagePackType.Extension:
                reader.ReadExtension(out _);
                return 0;
            case MessagePackType.Array:
                return reader.ReadArrayHeader(1);
            case MessagePackType.Map:
                return 2L * reader.ReadMapHeader(2);
            default:
                return PayloadErrors.ThrowFound<long>(code);
        }
    }

    private static int NumberSize(byte code) => code switch
    {
        MessagePackCode.UInt8 or MessagePackCode.Int8 => 2,
        MessagePackCode.UInt16 or MessagePackCode.Int16 => 3,
        MessagePackCode.UInt32 or MessagePackCode.Int32 or MessagePackCode.Float32 => 5,
        MessagePackCode.UInt64 or MessagePackCode.Int64 or MessagePackCode.Float64 => 9,
        _ => 1,
    };
}
