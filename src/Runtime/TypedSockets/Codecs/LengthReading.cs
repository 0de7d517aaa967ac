using System.Runtime.CompilerServices;
using MessagePack;

namespace TypedSockets.Codecs;

/// <summary>Reads what has its length before it: text, bytes and extensions. No length is believed before the bytes are there.</summary>
internal static class LengthReading
{
    /// <summary>Reads a text, as the UTF-8 that it should be.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReadOnlySpan<byte> ReadText(this ref PayloadReader reader)
    {
        var length = (uint)(reader.Peek() - MessagePackCode.MinFixStr);
        if (length > MessagePackRange.MaxFixStringLength)
        {
            return ReadLongText(ref reader);
        }

        reader.Advance();
        return reader.Take((int)length);
    }

    /// <summary>Reads bin, or what older writers use for it: a text, but none whose length has one byte of its own.</summary>
    public static ReadOnlySpan<byte> ReadBytes(this ref PayloadReader reader)
    {
        switch (reader.Peek())
        {
            case MessagePackCode.Bin8:
                return reader.TakeChecked(reader.ReadLength(1));
            case MessagePackCode.Bin16 or MessagePackCode.Str16:
                return reader.TakeChecked(reader.ReadLength(2));
            case MessagePackCode.Bin32 or MessagePackCode.Str32:
                return reader.TakeChecked(reader.ReadLength(4));
            case >= MessagePackCode.MinFixStr and <= MessagePackCode.MaxFixStr:
                return reader.ReadText();
            default:
                PayloadErrors.ThrowFound(reader.Peek());
                return default;
        }
    }

    /// <summary>Reads bin, and nothing else.</summary>
    public static ReadOnlySpan<byte> ReadBinary(this ref PayloadReader reader)
    {
        var found = reader.NextType;
        if (found != MessagePackType.Binary)
        {
            PayloadErrors.ThrowUnexpected("bytes", found);
        }

        return reader.ReadBytes();
    }

    /// <summary>Reads bin of so many bytes, and nothing else.</summary>
    public static ReadOnlySpan<byte> ReadBinary(this ref PayloadReader reader, int size)
    {
        var bytes = reader.ReadBinary();
        if (bytes.Length != size)
        {
            PayloadErrors.ThrowSize(size, bytes.Length);
        }

        return bytes;
    }

    /// <summary>Reads an extension.</summary>
    /// <param name="reader">Where from.</param>
    /// <param name="type">Its type; negative ones are MessagePack's own.</param>
    /// <returns>Its data.</returns>
    public static ReadOnlySpan<byte> ReadExtension(this ref PayloadReader reader, out sbyte type)
    {
        var length = ReadExtensionLength(ref reader);
        type = (sbyte)reader.Take(1)[0];
        return reader.TakeChecked(length);
    }

    private static uint ReadExtensionLength(ref PayloadReader reader)
    {
        var code = reader.Peek();
        switch (code)
        {
            case >= MessagePackCode.FixExt1 and <= MessagePackCode.FixExt16:
                reader.Advance();
                return 1u << (code - MessagePackCode.FixExt1);
            case MessagePackCode.Ext8:
                return reader.ReadLength(1);
            case MessagePackCode.Ext16:
                return reader.ReadLength(2);
            case MessagePackCode.Ext32:
                return reader.ReadLength(4);
            default:
                return PayloadErrors.ThrowFound<uint>(code);
        }
    }

    private static ReadOnlySpan<byte> ReadLongText(ref PayloadReader reader)
    {
        switch (reader.Peek())
        {
            case MessagePackCode.Str8:
                return reader.TakeChecked(reader.ReadLength(1));
            case MessagePackCode.Str16:
                return reader.TakeChecked(reader.ReadLength(2));
            case MessagePackCode.Str32:
                return reader.TakeChecked(reader.ReadLength(4));
            default:
                PayloadErrors.ThrowFound(reader.Peek());
                return default;
        }
    }
}
