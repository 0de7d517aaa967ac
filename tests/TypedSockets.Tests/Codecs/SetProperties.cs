using System.Collections.ObjectModel;
using TypedSockets.Codecs;

namespace TypedSockets.Tests.Codecs;

/// <summary>The codecs of sets.</summary>
public static class SetProperties
{
    public sealed class HashSets : CodecProperties<string[], HashSet<string>, HashSetCodec<string, StringCodec>>
    {
        protected override HashSet<string> Make(string[] model) => [.. model];
    }

    public sealed class HashSetsOfNumbers : CodecProperties<long[], HashSet<long>, HashSetCodec<long, Int64Codec>>
    {
        protected override HashSet<long> Make(long[] model) => [.. model];
    }

    public sealed class SortedSets : CodecProperties<int[], SortedSet<int>, SortedSetCodec<int, Int32Codec>>
    {
        protected override SortedSet<int> Make(int[] model) => [.. model];
    }

    public sealed class InterfacesOfSets : CodecProperties<Guid[], ISet<Guid>, ISetCodec<Guid, GuidCodec>>
    {
        protected override ISet<Guid> Make(Guid[] model) => new SortedSet<Guid>(model);
    }

    public sealed class ReadOnlySets : CodecProperties<char[], IReadOnlySet<char>, IReadOnlySetCodec<char, CharCodec>>
    {
        protected override IReadOnlySet<char> Make(char[] model) => new HashSet<char>(model);
    }

    public sealed class ReadOnlySetsAsSuch : RoundTripProperties<int[], ReadOnlySet<int>, ReadOnlySetCodec<int, Int32Codec>>
    {
        protected override ReadOnlySet<int> Make(int[] model) => new(new HashSet<int>(model));
    }
}
