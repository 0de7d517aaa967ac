using System.Collections.ObjectModel;
using TypedSockets.Codecs;

namespace TypedSockets.Tests.Codecs;

/// <summary>The codecs of arrays, lists and their interfaces.</summary>
public static class ListProperties
{
    public sealed class ArraysOfTexts : CodecProperties<string[], string[], ArrayCodec<string, StringCodec>>
    {
        protected override string[] Make(string[] model) => model;
    }

    public sealed class ArraysOfSBytes : CodecProperties<sbyte[], sbyte[], ArrayCodec<sbyte, SByteCodec>>
    {
        protected override sbyte[] Make(sbyte[] model) => model;
    }

    public sealed class ArraysOfChars : CodecProperties<char[], char[], ArrayCodec<char, CharCodec>>
    {
        protected override char[] Make(char[] model) => model;
    }

    public sealed class ArraysOfArrays : CodecProperties<int[][], int[][], ArrayCodec<int[], ArrayCodec<int, Int32Codec>>>
    {
        protected override int[][] Make(int[][] model) => model;
    }

    public sealed class ListsOfNumbers : CodecProperties<int[], List<int>, ListCodec<int, Int32Codec>>
    {
        protected override List<int> Make(int[] model) => [.. model];
    }

    public sealed class ListsOfBytes : CodecProperties<byte[], List<byte>, ListCodec<byte, ByteCodec>>
    {
        protected override List<byte> Make(byte[] model) => [.. model];
    }

    public sealed class ListsOfNullables
        : CodecProperties<(bool HasValue, string Value)[], List<string?>, ListCodec<string?, OptionalCodec<string, StringCodec>>>
    {
        protected override List<string?> Make((bool HasValue, string Value)[] model) =>
            [.. model.Select(item => item.HasValue ? item.Value : null)];
    }

    public sealed class LazySequences : CodecProperties<string[], IEnumerable<string>, IEnumerableCodec<string, StringCodec>>
    {
        protected override IEnumerable<string> Make(string[] model) => model.Where(_ => true);
    }

    public sealed class Queues : CodecProperties<int[], IEnumerable<int>, IEnumerableCodec<int, Int32Codec>>
    {
        protected override IEnumerable<int> Make(int[] model) => new Queue<int>(model);
    }

    public sealed class Collections : CodecProperties<long[], ICollection<long>, ICollectionCodec<long, Int64Codec>>
    {
        protected override ICollection<long> Make(long[] model) => new LinkedList<long>(model);
    }

    public sealed class InterfacesOfLists : CodecProperties<Guid[], IList<Guid>, IListCodec<Guid, GuidCodec>>
    {
        protected override IList<Guid> Make(Guid[] model) => [.. model];
    }

    public sealed class ReadOnlyCollections : CodecProperties<double[], IReadOnlyCollection<double>, IReadOnlyCollectionCodec<double, DoubleCodec>>
    {
        protected override IReadOnlyCollection<double> Make(double[] model) => new Queue<double>(model);
    }

    public sealed class ReadOnlyLists : CodecProperties<decimal[], IReadOnlyList<decimal>, IReadOnlyListCodec<decimal, DecimalCodec>>
    {
        protected override IReadOnlyList<decimal> Make(decimal[] model) => model;
    }

    public sealed class LinkedLists : CodecProperties<string[], LinkedList<string>, LinkedListCodec<string, StringCodec>>
    {
        protected override LinkedList<string> Make(string[] model) => new(model);
    }

    public sealed class QueuesAsSuch : CodecProperties<int[], Queue<int>, QueueCodec<int, Int32Codec>>
    {
        protected override Queue<int> Make(int[] model) => new(model);
    }

    public sealed class Stacks : CodecProperties<int[], Stack<int>, StackCodec<int, Int32Codec>>
    {
        protected override Stack<int> Make(int[] model) => new(model);
    }

    public sealed class CollectionsAsSuch : CodecProperties<string[], Collection<string>, CollectionCodec<string, StringCodec>>
    {
        protected override Collection<string> Make(string[] model) => new(model);
    }

    public sealed class ObservableCollections : CodecProperties<int[], ObservableCollection<int>, ObservableCollectionCodec<int, Int32Codec>>
    {
        protected override ObservableCollection<int> Make(int[] model) => new(model);
    }

    public sealed class ReadOnlyCollectionsAsSuch : CodecProperties<int[], ReadOnlyCollection<int>, ReadOnlyCollectionCodec<int, Int32Codec>>
    {
        protected override ReadOnlyCollection<int> Make(int[] model) => new(model);
    }

    public sealed class ReadOnlyObservableCollections : CodecProperties<int[], ReadOnlyObservableCollection<int>, ReadOnlyObservableCollectionCodec<int, Int32Codec>>
    {
        protected override ReadOnlyObservableCollection<int> Make(int[] model) => new([.. model]);
    }
}
