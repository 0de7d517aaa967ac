using TypedSockets.Codecs;

namespace TypedSockets.Tests.Vectors;

/// <summary>Tuples and pairs: an array of their elements.</summary>
internal static class TupleVectors
{
    public static Dictionary<string, ByteVector> Rows => new()
    {
        ["pair"] = ByteVector.Of<KeyValuePair<int, int>, KeyValuePairCodec<int, int, Int32Codec, Int32Codec>>(new(1, 2), "920102"),
        ["tuple of one"] = ByteVector.Of<Tuple<int>, Tuple1Codec<int, Int32Codec>>(new(1), "9101"),
        ["tuple of two"] = ByteVector.Of<Tuple<int, int>, Tuple2Codec<int, int, Int32Codec, Int32Codec>>(new(1, 2), "920102"),
        ["tuple of three"] = ByteVector.Of<
            Tuple<int, int, int>,
            Tuple3Codec<int, int, int, Int32Codec, Int32Codec, Int32Codec>>(new(1, 2, 3), "93010203"),
        ["tuple of four"] = ByteVector.Of<
            Tuple<int, int, int, int>,
            Tuple4Codec<int, int, int, int, Int32Codec, Int32Codec, Int32Codec, Int32Codec>>(new(1, 2, 3, 4), "9401020304"),
        ["tuple of five"] = ByteVector.Of<
            Tuple<int, int, int, int, int>,
            Tuple5Codec<int, int, int, int, int, Int32Codec, Int32Codec, Int32Codec, Int32Codec, Int32Codec>>(
            new(1, 2, 3, 4, 5), "950102030405"),
        ["tuple of six"] = ByteVector.Of<
            Tuple<int, int, int, int, int, int>,
            Tuple6Codec<int, int, int, int, int, int, Int32Codec, Int32Codec, Int32Codec, Int32Codec, Int32Codec, Int32Codec>>(
            new(1, 2, 3, 4, 5, 6), "96010203040506"),
        ["tuple of seven"] = ByteVector.Of<
            Tuple<int, int, int, int, int, int, int>,
            Tuple7Codec<int, int, int, int, int, int, int, Int32Codec, Int32Codec, Int32Codec, Int32Codec, Int32Codec, Int32Codec, Int32Codec>>(
            new(1, 2, 3, 4, 5, 6, 7), "9701020304050607"),
        ["value tuple of one"] = ByteVector.Of<ValueTuple<int>, ValueTuple1Codec<int, Int32Codec>>(new(1), "9101"),
        ["value tuple of two"] = ByteVector.Of<ValueTuple<int, int>, ValueTuple2Codec<int, int, Int32Codec, Int32Codec>>(new(1, 2), "920102"),
        ["value tuple of three"] = ByteVector.Of<
            ValueTuple<int, int, int>,
            ValueTuple3Codec<int, int, int, Int32Codec, Int32Codec, Int32Codec>>(new(1, 2, 3), "93010203"),
        ["value tuple of four"] = ByteVector.Of<
            ValueTuple<int, int, int, int>,
            ValueTuple4Codec<int, int, int, int, Int32Codec, Int32Codec, Int32Codec, Int32Codec>>(new(1, 2, 3, 4), "9401020304"),
        ["value tuple of five"] = ByteVector.Of<
            ValueTuple<int, int, int, int, int>,
            ValueTuple5Codec<int, int, int, int, int, Int32Codec, Int32Codec, Int32Codec, Int32Codec, Int32Codec>>(
            new(1, 2, 3, 4, 5), "950102030405"),
        ["value tuple of six"] = ByteVector.Of<
            ValueTuple<int, int, int, int, int, int>,
            ValueTuple6Codec<int, int, int, int, int, int, Int32Codec, Int32Codec, Int32Codec, Int32Codec, Int32Codec, Int32Codec>>(
            new(1, 2, 3, 4, 5, 6), "96010203040506"),
        ["value tuple of seven"] = ByteVector.Of<
            ValueTuple<int, int, int, int, int, int, int>,
            ValueTuple7Codec<int, int, int, int, int, int, int, Int32Codec, Int32Codec, Int32Codec, Int32Codec, Int32Codec, Int32Codec, Int32Codec>>(
            new(1, 2, 3, 4, 5, 6, 7), "9701020304050607"),
        ["value tuple of seven kinds"] = ByteVector.Of<
            (int, string, bool, DateTime, decimal, string?, long),
            ValueTuple7Codec<
                int, string, bool, DateTime, decimal, string?, long,
                Int32Codec, StringCodec, BooleanCodec, DateTimeCodec, DecimalCodec, OptionalCodec<string, StringCodec>, Int64Codec>>(
            (-1, "a", true, DateTime.UnixEpoch, 1.5m, null, 1L << 32), "97ffa161c3d6ff00000000a3312e35c0cf0000000100000000"),
        ["list of value tuples"] = ByteVector.Of<
            List<(int, string)>, ListCodec<(int, string), ValueTuple2Codec<int, string, Int32Codec, StringCodec>>>([(1, "a"), (2, "")], "929201a1619202a0"),
    };
}
