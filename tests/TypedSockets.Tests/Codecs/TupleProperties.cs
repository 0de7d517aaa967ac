using TypedSockets.Codecs;

namespace TypedSockets.Tests.Codecs;

/// <summary>The codecs of tuples and pairs; every position has a type of its own, so that no two can be mixed up.</summary>
public static class TupleProperties
{
    public sealed class ValueTuplesOf1
        : CodecProperties<int, ValueTuple<int>, ValueTuple1Codec<int, Int32Codec>>
    {
        protected override ValueTuple<int> Make(int model) => new(model);
    }

    public sealed class TuplesOf1
        : CodecProperties<int, Tuple<int>, Tuple1Codec<int, Int32Codec>>
    {
        protected override Tuple<int> Make(int model) => new(model);
    }

    public sealed class ValueTuplesOf2
        : CodecProperties<(int, string), (int, string), ValueTuple2Codec<int, string, Int32Codec, StringCodec>>
    {
        protected override (int, string) Make((int, string) model) => model;
    }

    public sealed class TuplesOf2
        : CodecProperties<(int, string), Tuple<int, string>, Tuple2Codec<int, string, Int32Codec, StringCodec>>
    {
        protected override Tuple<int, string> Make((int, string) model) => model.ToTuple();
    }

    public sealed class ValueTuplesOf3
        : CodecProperties<(int, string, bool), (int, string, bool), ValueTuple3Codec<int, string, bool, Int32Codec, StringCodec, BooleanCodec>>
    {
        protected override (int, string, bool) Make((int, string, bool) model) => model;
    }

    public sealed class TuplesOf3
        : CodecProperties<(int, string, bool), Tuple<int, string, bool>, Tuple3Codec<int, string, bool, Int32Codec, StringCodec, BooleanCodec>>
    {
        protected override Tuple<int, string, bool> Make((int, string, bool) model) => model.ToTuple();
    }

    public sealed class ValueTuplesOf4
        : CodecProperties<
            (int, string, bool, double),
            (int, string, bool, double),
            ValueTuple4Codec<int, string, bool, double, Int32Codec, StringCodec, BooleanCodec, DoubleCodec>>
    {
        protected override (int, string, bool, double) Make((int, string, bool, double) model) => model;
    }

    public sealed class TuplesOf4
        : CodecProperties<
            (int, string, bool, double),
            Tuple<int, string, bool, double>,
            Tuple4Codec<int, string, bool, double, Int32Codec, StringCodec, BooleanCodec, DoubleCodec>>
    {
        protected override Tuple<int, string, bool, double> Make((int, string, bool, double) model) => model.ToTuple();
    }

    public sealed class ValueTuplesOf5
        : CodecProperties<
            (int, string, bool, double, Guid),
            (int, string, bool, double, Guid),
            ValueTuple5Codec<int, string, bool, double, Guid, Int32Codec, StringCodec, BooleanCodec, DoubleCodec, GuidCodec>>
    {
        protected override (int, string, bool, double, Guid) Make((int, string, bool, double, Guid) model) => model;
    }

    public sealed class TuplesOf5
        : CodecProperties<
            (int, string, bool, double, Guid),
            Tuple<int, string, bool, double, Guid>,
            Tuple5Codec<int, string, bool, double, Guid, Int32Codec, StringCodec, BooleanCodec, DoubleCodec, GuidCodec>>
    {
        protected override Tuple<int, string, bool, double, Guid> Make((int, string, bool, double, Guid) model) => model.ToTuple();
    }

    public sealed class ValueTuplesOf6
        : CodecProperties<
            (int, string, bool, double, Guid, long),
            (int, string, bool, double, Guid, long),
            ValueTuple6Codec<int, string, bool, double, Guid, long, Int32Codec, StringCodec, BooleanCodec, DoubleCodec, GuidCodec, Int64Codec>>
    {
        protected override (int, string, bool, double, Guid, long) Make((int, string, bool, double, Guid, long) model) => model;
    }

    public sealed class TuplesOf6
        : CodecProperties<
            (int, string, bool, double, Guid, long),
            Tuple<int, string, bool, double, Guid, long>,
            Tuple6Codec<int, string, bool, double, Guid, long, Int32Codec, StringCodec, BooleanCodec, DoubleCodec, GuidCodec, Int64Codec>>
    {
        protected override Tuple<int, string, bool, double, Guid, long> Make((int, string, bool, double, Guid, long) model) => model.ToTuple();
    }

    public sealed class ValueTuplesOf7
        : CodecProperties<
            (int, string, bool, double, Guid, long, char),
            (int, string, bool, double, Guid, long, char),
            ValueTuple7Codec<
                int, string, bool, double, Guid, long, char,
                Int32Codec, StringCodec, BooleanCodec, DoubleCodec, GuidCodec, Int64Codec, CharCodec>>
    {
        protected override (int, string, bool, double, Guid, long, char) Make((int, string, bool, double, Guid, long, char) model) => model;
    }

    public sealed class TuplesOf7
        : CodecProperties<
            (int, string, bool, double, Guid, long, char),
            Tuple<int, string, bool, double, Guid, long, char>,
            Tuple7Codec<
                int, string, bool, double, Guid, long, char,
                Int32Codec, StringCodec, BooleanCodec, DoubleCodec, GuidCodec, Int64Codec, CharCodec>>
    {
        protected override Tuple<int, string, bool, double, Guid, long, char> Make((int, string, bool, double, Guid, long, char) model) =>
            model.ToTuple();
    }

    public sealed class Pairs
        : CodecProperties<(string, long), KeyValuePair<string, long>, KeyValuePairCodec<string, long, StringCodec, Int64Codec>>
    {
        protected override KeyValuePair<string, long> Make((string, long) model) => new(model.Item1, model.Item2);
    }
}
