using System.Collections.Concurrent;
using TypedSockets.Codecs;

namespace TypedSockets.Tests.Codecs;

/// <summary>The codecs of collections that several threads may change.</summary>
public static class ConcurrentProperties
{
    public sealed class Bags : CodecProperties<int[], ConcurrentBag<int>, ConcurrentBagCodec<int, Int32Codec>>
    {
        protected override ConcurrentBag<int> Make(int[] model) => new(model);

        protected override void AssertSame(ConcurrentBag<int> written, ConcurrentBag<int> read) => Assert.Equal(written.Order(), read.Order());
    }

    public sealed class Queues : CodecProperties<int[], ConcurrentQueue<int>, ConcurrentQueueCodec<int, Int32Codec>>
    {
        protected override ConcurrentQueue<int> Make(int[] model) => new(model);
    }

    public sealed class Stacks : CodecProperties<int[], ConcurrentStack<int>, ConcurrentStackCodec<int, Int32Codec>>
    {
        protected override ConcurrentStack<int> Make(int[] model) => new(model);
    }

    public sealed class Dictionaries : CodecProperties<(int Key, string Value)[], ConcurrentDictionary<int, string>, ConcurrentDictionaryCodec<int, string, Int32Codec, StringCodec>>
    {
        protected override ConcurrentDictionary<int, string> Make((int Key, string Value)[] model) => new(model.DistinctBy(entry => entry.Key).Select(entry => KeyValuePair.Create(entry.Key, entry.Value)));
    }
}
