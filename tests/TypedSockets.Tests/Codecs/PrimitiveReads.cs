using MessagePack;
using TypedSockets.Codecs;

namespace TypedSockets.Tests.Codecs;

/// <summary>Every way of reading, ours and the package's, with the outcome as a text: what was read and where the reader stands, or what was said.</summary>
internal sealed class PrimitiveReads
{
    private PrimitiveReads(string name, Func<byte[], string> ours, Func<byte[], string> theirs)
    {
        Name = name;
        Ours = ours;
        Theirs = theirs;
    }

    private delegate object OurRead(ref PayloadReader reader);

    private delegate object TheirRead(ref MessagePackReader reader);

    public static IReadOnlyList<PrimitiveReads> All { get; } =
    [
        Of("bool", (ref r) => r.ReadBoolean(), (ref r) => r.ReadBoolean()),
        Of("byte", (ref r) => r.ReadByte(), (ref r) => r.ReadByte()),
        Of("sbyte", (ref r) => r.ReadSByte(), (ref r) => r.ReadSByte()),
        Of("short", (ref r) => r.ReadInt16(), (ref r) => r.ReadInt16()),
        Of("ushort", (ref r) => r.ReadUInt16(), (ref r) => r.ReadUInt16()),
        Of("char", (ref r) => CharCodec.Read(ref r), (ref r) => r.ReadChar()),
        Of("int", (ref r) => r.ReadInt32(), (ref r) => r.ReadInt32()),
        Of("uint", (ref r) => r.ReadUInt32(), (ref r) => r.ReadUInt32()),
        Of("long", (ref r) => r.ReadInt64(), (ref r) => r.ReadInt64()),
        Of("ulong", (ref r) => r.ReadUInt64(), (ref r) => r.ReadUInt64()),
        Of("float", (ref r) => BitConverter.SingleToInt32Bits(r.ReadSingle()), (ref r) => BitConverter.SingleToInt32Bits(r.ReadSingle())),
        Of("double", (ref r) => BitConverter.DoubleToInt64Bits(r.ReadDouble()), (ref r) => BitConverter.DoubleToInt64Bits(r.ReadDouble())),
        Of("nil", (ref r) => r.TryReadNil(), (ref r) => r.TryReadNil()),
        Of("type", (ref r) => r.NextType, (ref r) => r.NextMessagePackType),
        Of("array", (ref r) => r.ReadArrayHeader(1), (ref r) => r.ReadArrayHeader()),
        Of("map", (ref r) => r.ReadMapHeader(2), (ref r) => r.ReadMapHeader()),
        Of("text", (ref r) => Convert.ToHexString(r.ReadText()), (ref r) => NotNil(r.ReadStringSequence())),
        Of("bytes", (ref r) => Convert.ToHexString(r.ReadBytes()), (ref r) => NotNil(r.ReadBytes())),
        Of("extension", ReadExtension, ReadPackedExtension),
        Of("skip", Skip, Skip),
    ];

    public string Name { get; }

    public Func<byte[], string> Ours { get; }

    public Func<byte[], string> Theirs { get; }

    private static PrimitiveReads Of(string name, OurRead ours, TheirRead theirs) => new(name, bytes => Outcome(bytes, ours), bytes => Outcome(bytes, theirs));

    private static string Outcome(byte[] bytes, OurRead read)
    {
        var reader = new PayloadReader(bytes);
        try
        {
            var value = read(ref reader);
            return $"{value}, {bytes.Length - reader.Remaining} bytes";
        }
        catch (PayloadException error)
        {
            return error.Message;
        }
    }

    private static string Outcome(byte[] bytes, TheirRead read)
    {
        var reader = new MessagePackReader(bytes);
        try
        {
            var value = read(ref reader);
            return $"{value}, {reader.Consumed} bytes";
        }
        catch (Exception error) when (error is EndOfStreamException or ArgumentOutOfRangeException)
        {
            // A length of two gigabytes and more is negative to the package, and then out of range.
            return "the bytes end before the value does";
        }
        catch (OverflowException)
        {
            return "the number does not fit";
        }
        catch (MessagePackSerializationException error)
        {
            // "Unexpected msgpack code 202 (float 32) encountered."
            var start = error.Message.IndexOf('(', StringComparison.Ordinal) + 1;
            return "found " + error.Message[start..error.Message.LastIndexOf(')')];
        }
    }

    // The package reads nil as no text; with us that is for the codec to say.
    private static string NotNil(System.Buffers.ReadOnlySequence<byte>? bytes) =>
        bytes is { } some ? Convert.ToHexString(System.Buffers.BuffersExtensions.ToArray(some)) : throw new MessagePackSerializationException("(nil)");

    private static object ReadExtension(ref PayloadReader reader)
    {
        var data = reader.ReadExtension(out var type);
        return $"{type} {Convert.ToHexString(data)}";
    }

    private static object ReadPackedExtension(ref MessagePackReader reader)
    {
        var extension = reader.ReadExtensionFormat();
        return $"{extension.TypeCode} {Convert.ToHexString(System.Buffers.BuffersExtensions.ToArray(extension.Data))}";
    }

    private static object Skip(ref PayloadReader reader)
    {
        reader.Skip();
        return "skipped";
    }

    private static object Skip(ref MessagePackReader reader)
    {
        reader.Skip();
        return "skipped";
    }
}
