using System.Collections.Frozen;
using TypedSockets.Codecs;

namespace TypedSockets.Tests.Codecs;

/// <summary>The codecs of collections that are made once and looked up often.</summary>
public static class FrozenProperties
{
    public sealed class Sets : RoundTripProperties<string[], FrozenSet<string>, FrozenSetCodec<string, StringCodec>>
    {
        protected override FrozenSet<string> Make(string[] model) => model.ToFrozenSet();

        protected override void AssertSame(FrozenSet<string> written, FrozenSet<string> read) => Assert.True(written.SetEquals(read));
    }

    public sealed class Dictionaries : RoundTripProperties<(int Key, string Value)[], FrozenDictionary<int, string>, FrozenDictionaryCodec<int, string, Int32Codec, StringCodec>>
    {
        protected override FrozenDictionary<int, string> Make((int Key, string Value)[] model) => model.DistinctBy(entry => entry.Key).Select(entry => KeyValuePair.Create(entry.Key, entry.Value)).ToFrozenDictionary();
    }
}
