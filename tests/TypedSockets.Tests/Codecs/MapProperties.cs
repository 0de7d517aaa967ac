using System.Collections.ObjectModel;
using TypedSockets.Codecs;

namespace TypedSockets.Tests.Codecs;

/// <summary>The codecs of dictionaries.</summary>
public static class MapProperties
{
    private static Dictionary<TKey, TValue> Map<TKey, TValue>((TKey Key, TValue Value)[] entries)
        where TKey : notnull
    {
        var map = new Dictionary<TKey, TValue>();
        foreach (var (key, value) in entries)
        {
            map[key] = value;
        }

        return map;
    }

    public sealed class Dictionaries
        : CodecProperties<(string Key, int Value)[], Dictionary<string, int>, DictionaryCodec<string, int, StringCodec, Int32Codec>>
    {
        protected override Dictionary<string, int> Make((string Key, int Value)[] model) => Map(model);
    }

    public sealed class DictionariesOfDictionaries
        : CodecProperties<
            (Guid Key, (long Key, string Value)[] Value)[],
            Dictionary<Guid, Dictionary<long, string>>,
            DictionaryCodec<Guid, Dictionary<long, string>, GuidCodec, DictionaryCodec<long, string, Int64Codec, StringCodec>>>
    {
        protected override Dictionary<Guid, Dictionary<long, string>> Make((Guid Key, (long Key, string Value)[] Value)[] model) =>
            Map(model.Select(entry => (entry.Key, Map(entry.Value))).ToArray());
    }

    public sealed class InterfacesOfDictionaries
        : CodecProperties<
            (DateTimeOffset Key, bool Value)[],
            IDictionary<DateTimeOffset, bool>,
            IDictionaryCodec<DateTimeOffset, bool, DateTimeOffsetCodec, BooleanCodec>>
    {
        protected override IDictionary<DateTimeOffset, bool> Make((DateTimeOffset Key, bool Value)[] model) =>
            new SortedList<DateTimeOffset, bool>(Map(model));
    }

    public sealed class ReadOnlyDictionaries
        : CodecProperties<
            (decimal Key, byte[] Value)[],
            IReadOnlyDictionary<decimal, byte[]>,
            IReadOnlyDictionaryCodec<decimal, byte[], DecimalCodec, ByteArrayCodec>>
    {
        protected override IReadOnlyDictionary<decimal, byte[]> Make((decimal Key, byte[] Value)[] model) => Map(model);
    }

    public sealed class SortedDictionaries
        : CodecProperties<(int Key, string Value)[], SortedDictionary<int, string>, SortedDictionaryCodec<int, string, Int32Codec, StringCodec>>
    {
        protected override SortedDictionary<int, string> Make((int Key, string Value)[] model) => new(Map(model));
    }

    public sealed class SortedLists : CodecProperties<(int Key, string Value)[], SortedList<int, string>, SortedListCodec<int, string, Int32Codec, StringCodec>>
    {
        protected override SortedList<int, string> Make((int Key, string Value)[] model) => new(Map(model));
    }

    public sealed class OrderedDictionaries : RoundTripProperties<(int Key, string Value)[], OrderedDictionary<int, string>, OrderedDictionaryCodec<int, string, Int32Codec, StringCodec>>
    {
        protected override OrderedDictionary<int, string> Make((int Key, string Value)[] model) => new(Map(model));
    }

    public sealed class ReadOnlyDictionariesAsSuch : CodecProperties<(int Key, string Value)[], ReadOnlyDictionary<int, string>, ReadOnlyDictionaryCodec<int, string, Int32Codec, StringCodec>>
    {
        protected override ReadOnlyDictionary<int, string> Make((int Key, string Value)[] model) => new(Map(model));
    }
}
