using System.Buffers;
using System.Text;
using TypedSockets.Codecs;

namespace TypedSockets.Tests.Vectors;

/// <summary>Texts, bytes, and what is written as a text.</summary>
internal static class TextVectors
{
    private static readonly Guid SomeGuid = new("00112233-4455-6677-8899-aabbccddeeff");

    public static Dictionary<string, ByteVector> Rows => new()
    {
        ["empty text"] = ByteVector.Of<string, StringCodec>("", "a0"),
        ["text of a zero"] = ByteVector.Of<string, StringCodec>("\0", "a100"),
        ["text in quotes"] = ByteVector.Of<string, StringCodec>("\"\\\n", "a3225c0a"),
        ["text of 31 bytes"] = ByteVector.Of<string, StringCodec>(new string('a', 31), "bf" + Hex.Repeat("61", 31)),
        ["text of 32 bytes"] = ByteVector.Of<string, StringCodec>(new string('a', 32), "d920" + Hex.Repeat("61", 32)),
        ["text of 11 characters in 33 bytes"] = ByteVector.Of<string, StringCodec>(new string('\u65E5', 11), "d921" + Hex.Repeat("e697a5", 11)),
        ["text of 255 bytes"] = ByteVector.Of<string, StringCodec>(new string('a', 255), "d9ff" + Hex.Repeat("61", 255)),
        ["text of 256 bytes"] = ByteVector.Of<string, StringCodec>(new string('a', 256), "da0100" + Hex.Repeat("61", 256)),
        ["text of 65,536 bytes"] = ByteVector.Of<string, StringCodec>(new string('a', 65_536), "db00010000" + Hex.Repeat("61", 65_536)),
        ["text of one to four bytes a character"] = ByteVector.Of<string, StringCodec>(
            "a\u00E9\u65E5\U0001F600", "aa61c3a9e697a5f09f9880"),
        ["text with a byte order mark"] = ByteVector.Of<string, StringCodec>("\uFEFFa", "a4efbbbf61"),
        ["text with a lone surrogate"] = ByteVector.Of<string, StringCodec>("a\uD800", "a461efbfbd", "a\uFFFD"),
        ["no text"] = ByteVector.Of<string?, OptionalCodec<string, StringCodec>>(null, "c0"),
        ["text that may be none"] = ByteVector.Of<string?, OptionalCodec<string, StringCodec>>("a", "a161"),
        ["text that is being built"] = ByteVector.Seen<StringBuilder, StringBuilderCodec>(new StringBuilder("ab").Append('c'), "a3616263", x => x.ToString()),
        ["bytes"] = ByteVector.Of<byte[], ByteArrayCodec>([1, 2], "c4020102"),
        ["no bytes"] = ByteVector.Of<byte[], ByteArrayCodec>([], "c400"),
        ["256 bytes"] = ByteVector.Of<byte[], ByteArrayCodec>(new byte[256], "c50100" + Hex.Repeat("00", 256)),
        ["65,536 bytes"] = ByteVector.Of<byte[], ByteArrayCodec>(new byte[65_536], "c600010000" + Hex.Repeat("00", 65_536)),
        ["bytes that may be none"] = ByteVector.Of<byte[]?, OptionalCodec<byte[], ByteArrayCodec>>(null, "c0"),
        ["memory"] = ByteVector.Seen<Memory<byte>, MemoryCodec>(new byte[] { 1, 255 }, "c40201ff", x => x.ToArray()),
        ["memory that is only read"] = ByteVector.Seen<ReadOnlyMemory<byte>, ReadOnlyMemoryCodec>(new byte[] { 1, 255 }, "c40201ff", x => x.ToArray()),
        ["default memory"] = ByteVector.Seen<ReadOnlyMemory<byte>, ReadOnlyMemoryCodec>(default, "c400", x => x.ToArray()),
        ["segment"] = ByteVector.Seen<ArraySegment<byte>, ArraySegmentCodec>(new([0, 1, 2, 3], 1, 2), "c4020102", x => x.ToArray()),
        ["segment without an array"] = ByteVector.Seen<ArraySegment<byte>, ArraySegmentCodec>(default, "c0", x => x.Array),
        ["sequence of memory"] = ByteVector.Seen<ReadOnlySequence<byte>, ReadOnlySequenceCodec>(new(new byte[] { 1, 2 }), "c4020102", x => x.ToArray()),
        ["decimal 0"] = ByteVector.Of<decimal, DecimalCodec>(0, "a130"),
        ["decimal 1.00"] = ByteVector.Seen<decimal, DecimalCodec>(1.00m, "a4312e3030", x => decimal.GetBits(x)),
        ["decimal -0.5"] = ByteVector.Of<decimal, DecimalCodec>(-0.5m, "a42d302e35"),
        ["decimal maximum"] = ByteVector.Of<decimal, DecimalCodec>(decimal.MaxValue, "bd" + Ascii("79228162514264337593543950335")),
        ["longest decimal"] = ByteVector.Of<decimal, DecimalCodec>(
            -7.9228162514264337593543950335m, "bf" + Ascii("-7.9228162514264337593543950335")),
        ["GUID"] = ByteVector.Of<Guid, GuidCodec>(SomeGuid, "d924" + Ascii("00112233-4455-6677-8899-aabbccddeeff")),
        ["empty GUID"] = ByteVector.Of<Guid, GuidCodec>(Guid.Empty, "d924" + Ascii("00000000-0000-0000-0000-000000000000")),
        ["URI"] = ByteVector.Of<Uri, UriCodec>(new Uri("http://a"), "a8687474703a2f2f61"),
        ["relative URI"] = ByteVector.Of<Uri, UriCodec>(new Uri("/a", UriKind.Relative), "a22f61"),
        ["version"] = ByteVector.Of<Version, VersionCodec>(new Version(1, 2), "a3312e32"),
        ["version of four numbers"] = ByteVector.Of<Version, VersionCodec>(new Version(1, 2, 3, 4), "a7" + Ascii("1.2.3.4")),
    };

    private static string Ascii(string text) => Convert.ToHexStringLower(Encoding.ASCII.GetBytes(text));
}
