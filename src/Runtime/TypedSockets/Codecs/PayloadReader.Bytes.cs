using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using MessagePack;

namespace TypedSockets.Codecs;

/// <content>What all reading stands on, and what has a length before it: text, bytes and extensions. No length is believed before the bytes are there.</content>
public ref partial struct PayloadReader
{
    /// <summary>The type of what comes next.</summary>
    internal readonly MessagePackType NextType => MessagePackCode.ToMessagePackType(Peek());

    /// <summary>Reads a text, as the UTF-8 that it should be.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ReadOnlySpan<byte> ReadText()
    {
        var length = (uint)(Peek() - MessagePackCode.MinFixStr);
        if (length > MessagePackRange.MaxFixStringLength)
        {
            return ReadLongText();
        }

        _position++;
        return Take((int)length);
    }

    /// <summary>Reads bin, or what older writers use for it: a text, but none whose length has one byte of its own.</summary>
    internal ReadOnlySpan<byte> ReadBytes()
    {
        switch (Peek())
        {
            case MessagePackCode.Bin8:
                return TakeChecked(ReadLength(1));
            case MessagePackCode.Bin16 or MessagePackCode.Str16:
                return TakeChecked(ReadLength(2));
            case MessagePackCode.Bin32 or MessagePackCode.Str32:
                return TakeChecked(ReadLength(4));
            case >= MessagePackCode.MinFixStr and <= MessagePackCode.MaxFixStr:
                return ReadText();
            default:
                PayloadErrors.ThrowFound(Peek());
                return default;
        }
    }

    /// <summary>Reads an extension.</summary>
    /// <param name="type">Its type; negative ones are MessagePack's own.</param>
    /// <returns>Its data.</returns>
    internal ReadOnlySpan<byte> ReadExtension(out sbyte type)
    {
        var length = ReadExtensionLength();
        type = (sbyte)Take(1)[0];
        return TakeChecked(length);
    }

    private uint ReadExtensionLength()
    {
        var code = Peek();
        switch (code)
        {
            case >= MessagePackCode.FixExt1 and <= MessagePackCode.FixExt16:
                _position++;
                return 1u << (code - MessagePackCode.FixExt1);
            case MessagePackCode.Ext8:
                return ReadLength(1);
            case MessagePackCode.Ext16:
                return ReadLength(2);
            case MessagePackCode.Ext32:
                return ReadLength(4);
            default:
                return PayloadErrors.ThrowFound<uint>(code);
        }
    }

    private ReadOnlySpan<byte> ReadLongText()
    {
        switch (Peek())
        {
            case MessagePackCode.Str8:
                return TakeChecked(ReadLength(1));
            case MessagePackCode.Str16:
                return TakeChecked(ReadLength(2));
            case MessagePackCode.Str32:
                return TakeChecked(ReadLength(4));
            default:
                PayloadErrors.ThrowFound(Peek());
                return default;
        }
    }

    // Skips a value without what is inside, and returns how many values that is.
    private long SkipHead()
    {
        var code = Peek();
        switch (MessagePackCode.ToMessagePackType(code))
        {
            case MessagePackType.Integer or MessagePackType.Float:
                Take(NumberSize(code));
                return 0;
            case MessagePackType.Nil or MessagePackType.Boolean:
                _position++;
                return 0;
            case MessagePackType.String:
                ReadText();
                return 0;
            case MessagePackType.Binary:
                ReadBytes();
                return 0;
            case MessagePackType.Extension:
                ReadExtension(out _);
                return 0;
            case MessagePackType.Array:
                return ReadArrayHeader(1);
            case MessagePackType.Map:
                return 2L * ReadMapHeader(2);
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

    // Takes the code and the length of so many bytes behind it.
    private uint ReadLength(int size)
    {
        var head = Take(1 + size)[1..];
        return size switch
        {
            1 => head[0],
            2 => BinaryPrimitives.ReadUInt16BigEndian(head),
            _ => BinaryPrimitives.ReadUInt32BigEndian(head),
        };
    }

    private ReadOnlySpan<byte> TakeChecked(uint length)
    {
        if (length > Remaining)
        {
            PayloadErrors.ThrowEnd();
        }

        return Take((int)length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ReadOnlySpan<byte> Take(int count)
    {
        var position = _position;
        if (count > _bytes.Length - position)
        {
            PayloadErrors.ThrowEnd();
        }

        _position = position + count;
        return _bytes.Slice(position, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly byte Peek()
    {
        if ((uint)_position >= (uint)_bytes.Length)
        {
            PayloadErrors.ThrowEnd();
        }

        return _bytes[_position];
    }
}
