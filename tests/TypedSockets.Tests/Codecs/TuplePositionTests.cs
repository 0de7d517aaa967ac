using TypedSockets.Codecs;

namespace TypedSockets.Tests.Codecs;

/// <summary>The position of a bad element of a tuple is told, for every size and position.</summary>
public sealed class TuplePositionTests
{
    private static readonly Dictionary<string, (int Size, Func<string[], byte[]> Write, Action<byte[]> Read)> All = new()
    {
        ["ValueTuple of 1"] = Case<ValueTuple<string>, ValueTuple1Codec<string, StringCodec>>(1, x => new(x[0])),
        ["Tuple of 1"] = Case<Tuple<string>, Tuple1Codec<string, StringCodec>>(1, x => new(x[0])),
        ["ValueTuple of 2"] = Case<(string, string), ValueTuple2Codec<string, string, StringCodec, StringCodec>>(2, x => (x[0], x[1])),
        ["Tuple of 2"] = Case<Tuple<string, string>, Tuple2Codec<string, string, StringCodec, StringCodec>>(2, x => new(x[0], x[1])),
        ["ValueTuple of 3"] = Case<
            (string, string, string),
            ValueTuple3Codec<string, string, string, StringCodec, StringCodec, StringCodec>>(3, x => (x[0], x[1], x[2])),
        ["Tuple of 3"] = Case<
            Tuple<string, string, string>,
            Tuple3Codec<string, string, string, StringCodec, StringCodec, StringCodec>>(3, x => new(x[0], x[1], x[2])),
        ["ValueTuple of 4"] = Case<
            (string, string, string, string),
            ValueTuple4Codec<string, string, string, string, StringCodec, StringCodec, StringCodec, StringCodec>>(4, x => (x[0], x[1], x[2], x[3])),
        ["Tuple of 4"] = Case<
            Tuple<string, string, string, string>,
            Tuple4Codec<string, string, string, string, StringCodec, StringCodec, StringCodec, StringCodec>>(4, x => new(x[0], x[1], x[2], x[3])),
        ["ValueTuple of 5"] = Case<
            (string, string, string, string, string),
            ValueTuple5Codec<
                string, string, string, string, string,
                StringCodec, StringCodec, StringCodec, StringCodec, StringCodec>>(5, x => (x[0], x[1], x[2], x[3], x[4])),
        ["Tuple of 5"] = Case<
            Tuple<string, string, string, string, string>,
            Tuple5Codec<
                string, string, string, string, string,
                StringCodec, StringCodec, StringCodec, StringCodec, StringCodec>>(5, x => new(x[0], x[1], x[2], x[3], x[4])),
        ["ValueTuple of 6"] = Case<
            (string, string, string, string, string, string),
            ValueTuple6Codec<
                string, string, string, string, string, string,
                StringCodec, StringCodec, StringCodec, StringCodec, StringCodec, StringCodec>>(6, x => (x[0], x[1], x[2], x[3], x[4], x[5])),
        ["Tuple of 6"] = Case<
            Tuple<string, string, string, string, string, string>,
            Tuple6Codec<
                string, string, string, string, string, string,
                StringCodec, StringCodec, StringCodec, StringCodec, StringCodec, StringCodec>>(6, x => new(x[0], x[1], x[2], x[3], x[4], x[5])),
        ["ValueTuple of 7"] = Case<
            (string, string, string, string, string, string, string),
            ValueTuple7Codec<
                string, string, string, string, string, string, string,
                StringCodec, StringCodec, StringCodec, StringCodec, StringCodec, StringCodec, StringCodec>>(7, x => (x[0], x[1], x[2], x[3], x[4], x[5], x[6])),
        ["Tuple of 7"] = Case<
            Tuple<string, string, string, string, string, string, string>,
            Tuple7Codec<
                string, string, string, string, string, string, string,
                StringCodec, StringCodec, StringCodec, StringCodec, StringCodec, StringCodec, StringCodec>>(7, x => new(x[0], x[1], x[2], x[3], x[4], x[5], x[6])),
        ["KeyValuePair"] = Case<KeyValuePair<string, string>, KeyValuePairCodec<string, string, StringCodec, StringCodec>>(2, x => new(x[0], x[1])),
    };

    public static TheoryData<string> Tuples => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Tuples))]
    public void The_position_of_an_element_that_cannot_be_written_is_told(string tuple)
    {
        for (var bad = 0; bad < All[tuple].Size; bad++)
        {
            var items = Enumerable.Repeat("a", All[tuple].Size).ToArray();
            items[bad] = null!;
            Assert.Equal($"[{bad}]", Assert.Throws<PayloadException>(() => All[tuple].Write(items)).Path);
        }
    }

    [Theory]
    [MemberData(nameof(Tuples))]
    public void The_position_of_an_element_that_cannot_be_read_is_told(string tuple)
    {
        for (var bad = 0; bad < All[tuple].Size; bad++)
        {
            var bytes = All[tuple].Write(Enumerable.Repeat("", All[tuple].Size).ToArray());
            bytes[1 + bad] = 0xC3;
            Assert.Equal($"[{bad}]", Assert.Throws<PayloadException>(() => All[tuple].Read(bytes)).Path);
        }
    }

    [Theory]
    [MemberData(nameof(Tuples))]
    public void A_tuple_with_an_element_more_or_less_is_refused(string tuple)
    {
        var size = All[tuple].Size;
        byte[] more = [(byte)(0x91 + size), .. Enumerable.Repeat((byte)0xA0, size + 1)];
        byte[] less = [(byte)(0x8F + size), .. Enumerable.Repeat((byte)0xA0, size - 1)];
        Assert.Equal($"expected {size} elements, found {size + 1}", Assert.Throws<PayloadException>(() => All[tuple].Read(more)).Message);
        Assert.Equal($"expected {size} elements, found {size - 1}", Assert.Throws<PayloadException>(() => All[tuple].Read(less)).Message);
    }

    private static (int Size, Func<string[], byte[]> Write, Action<byte[]> Read) Case<T, TCodec>(int size, Func<string[], T> make)
        where TCodec : struct, ISocketCodec<T> =>
        (size, items => PayloadBytes.Write<T, TCodec>(make(items)), bytes => PayloadBytes.Read<T, TCodec>(bytes));
}
