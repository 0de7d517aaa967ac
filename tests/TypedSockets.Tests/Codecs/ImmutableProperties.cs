using System.Collections.Immutable;
using TypedSockets.Codecs;

namespace TypedSockets.Tests.Codecs;

/// <summary>The codecs of immutable collections.</summary>
public static class ImmutableProperties
{
    public sealed class Arrays : CodecProperties<int[], ImmutableArray<int>, ImmutableArrayCodec<int, Int32Codec>>
    {
        protected override ImmutableArray<int> Make(int[] model) => [.. model];

        // Two arrays are the same only if they share their memory.
        protected override void AssertSame(ImmutableArray<int> written, ImmutableArray<int> read) => Assert.Equal(written.AsEnumerable(), read);
    }

    public sealed class ArraysOfBytes : CodecProperties<byte[], ImmutableArray<byte>, ImmutableArrayCodec<byte, ByteCodec>>
    {
        protected override ImmutableArray<byte> Make(byte[] model) => [.. model];

        protected override void AssertSame(ImmutableArray<byte> written, ImmutableArray<byte> read) => Assert.Equal(written.AsEnumerable(), read);
    }

    public sealed class Lists : CodecProperties<string[], ImmutableList<string>, ImmutableListCodec<string, StringCodec>>
    {
        protected override ImmutableList<string> Make(string[] model) => [.. model];
    }

    public sealed class InterfacesOfLists : CodecProperties<int[], IImmutableList<int>, IImmutableListCodec<int, Int32Codec>>
    {
        protected override IImmutableList<int> Make(int[] model) => ImmutableList.Create(model);
    }

    public sealed class Queues : CodecProperties<int[], ImmutableQueue<int>, ImmutableQueueCodec<int, Int32Codec>>
    {
        protected override ImmutableQueue<int> Make(int[] model) => [.. model];
    }

    public sealed class InterfacesOfQueues : CodecProperties<int[], IImmutableQueue<int>, IImmutableQueueCodec<int, Int32Codec>>
    {
        protected override IImmutableQueue<int> Make(int[] model) => ImmutableQueue.Create(model);
    }

    public sealed class Stacks : CodecProperties<int[], ImmutableStack<int>, ImmutableStackCodec<int, Int32Codec>>
    {
        protected override ImmutableStack<int> Make(int[] model) => [.. model];
    }

    public sealed class InterfacesOfStacks : CodecProperties<int[], IImmutableStack<int>, IImmutableStackCodec<int, Int32Codec>>
    {
        protected override IImmutableStack<int> Make(int[] model) => ImmutableStack.Create(model);
    }

    public sealed class HashSets : CodecProperties<string[], ImmutableHashSet<string>, ImmutableHashSetCodec<string, StringCodec>>
    {
        protected override ImmutableHashSet<string> Make(string[] model) => [.. model];

        protected override void AssertSame(ImmutableHashSet<string> written, ImmutableHashSet<string> read) => Assert.True(written.SetEquals(read));
    }

    public sealed class SortedSets : CodecProperties<int[], ImmutableSortedSet<int>, ImmutableSortedSetCodec<int, Int32Codec>>
    {
        protected override ImmutableSortedSet<int> Make(int[] model) => [.. model];
    }

    public sealed class InterfacesOfSets : CodecProperties<int[], IImmutableSet<int>, IImmutableSetCodec<int, Int32Codec>>
    {
        protected override IImmutableSet<int> Make(int[] model) => ImmutableHashSet.Create(model);

        protected override void AssertSame(IImmutableSet<int> written, IImmutableSet<int> read) => Assert.True(written.SetEquals(read));
    }

    public sealed class Dictionaries : CodecProperties<(int Key, string Value)[], ImmutableDictionary<int, string>, ImmutableDictionaryCodec<int, string, Int32Codec, StringCodec>>
    {
        protected override ImmutableDictionary<int, string> Make((int Key, string Value)[] model) => ImmutableDictionary.CreateRange(model.DistinctBy(entry => entry.Key).Select(entry => KeyValuePair.Create(entry.Key, entry.Value)));
    }

    public sealed class SortedDictionaries : CodecProperties<(int Key, string Value)[], ImmutableSortedDictionary<int, string>, ImmutableSortedDictionaryCodec<int, string, Int32Codec, StringCodec>>
    {
        protected override ImmutableSortedDictionary<int, string> Make((int Key, string Value)[] model) => ImmutableSortedDictionary.CreateRange(model.DistinctBy(entry => entry.Key).Select(entry => KeyValuePair.Create(entry.Key, entry.Value)));
    }

    public sealed class InterfacesOfDictionaries : CodecProperties<(int Key, string Value)[], IImmutableDictionary<int, string>, IImmutableDictionaryCodec<int, string, Int32Codec, StringCodec>>
    {
        protected override IImmutableDictionary<int, string> Make((int Key, string Value)[] model) => ImmutableDictionary.CreateRange(model.DistinctBy(entry => entry.Key).Select(entry => KeyValuePair.Create(entry.Key, entry.Value)));
    }
}
