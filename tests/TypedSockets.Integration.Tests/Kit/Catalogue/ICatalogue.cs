using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Numerics;
using System.Text;

namespace TypedSockets.Integration.Tests.Kit.Catalogue;

/// <summary>A contract with everything that a contract can say. Both ends offer the same, so that everything goes both ways.</summary>
[SocketHub<ICatalogue>("catalogue")]
public partial interface ICatalogue
{
    ValueTask<bool> Boolean(bool value);

    ValueTask<(byte, sbyte, ushort, short)> SmallIntegers((byte, sbyte, ushort, short) value);

    ValueTask<(uint, int, ulong, long)> LargeIntegers((uint, int, ulong, long) value);

    ValueTask<(char, Rune)> Characters((char, Rune) value);

    ValueTask<(DayOfWeek, Access)> Enums((DayOfWeek, Access) value);

    ValueTask<(float, double, Half)> FloatingPoint((float, double, Half) value);

    ValueTask<(Int128, UInt128, BigInteger)> HugeIntegers((Int128, UInt128, BigInteger) value);

    ValueTask<string> Text(string value);

    ValueTask<StringBuilder> Builder(StringBuilder value);

    ValueTask<decimal> Price(decimal value);

    ValueTask<Guid> Id(Guid value);

    ValueTask<(Uri, Version)> Addresses((Uri, Version) value);

    ValueTask<(DateTime, DateTimeOffset)> Instants((DateTime, DateTimeOffset) value);

    ValueTask<(TimeSpan, DateOnly, TimeOnly)> Times((TimeSpan, DateOnly, TimeOnly) value);

    ValueTask<byte[]> Bytes(byte[] value);

    ValueTask<Memory<byte>> Memory(Memory<byte> value);

    ValueTask<ReadOnlyMemory<byte>> ReadOnlyMemory(ReadOnlyMemory<byte> value);

    ValueTask<ArraySegment<byte>> Segment(ArraySegment<byte> value);

    ValueTask<ReadOnlySequence<byte>> Sequence(ReadOnlySequence<byte> value);

    ValueTask<(Vector2, Vector3, Vector4, Quaternion)> Vectors((Vector2, Vector3, Vector4, Quaternion) value);

    ValueTask<(int[], string[][], List<double>)> Arrays((int[], string[][], List<double>) value);

    ValueTask<(IList<int>, ICollection<int>, IEnumerable<int>, IReadOnlyList<int>, IReadOnlyCollection<int>)> ListInterfaces((IList<int>, ICollection<int>, IEnumerable<int>, IReadOnlyList<int>, IReadOnlyCollection<int>) value);

    ValueTask<(HashSet<string>, SortedSet<int>, ISet<Guid>, IReadOnlySet<char>, ReadOnlySet<int>)> Sets((HashSet<string>, SortedSet<int>, ISet<Guid>, IReadOnlySet<char>, ReadOnlySet<int>) value);

    ValueTask<(Queue<int>, Stack<int>, LinkedList<int>)> Queues((Queue<int>, Stack<int>, LinkedList<int>) value);

    ValueTask<(Collection<int>, ReadOnlyCollection<int>, ObservableCollection<int>, ReadOnlyObservableCollection<int>)> ObjectModel((Collection<int>, ReadOnlyCollection<int>, ObservableCollection<int>, ReadOnlyObservableCollection<int>) value);

    ValueTask<(ConcurrentQueue<int>, ConcurrentStack<int>, ConcurrentBag<int>)> ConcurrentLists((ConcurrentQueue<int>, ConcurrentStack<int>, ConcurrentBag<int>) value);

    ValueTask<(ImmutableArray<int>, ImmutableList<int>, ImmutableQueue<int>, ImmutableStack<int>)> ImmutableLists((ImmutableArray<int>, ImmutableList<int>, ImmutableQueue<int>, ImmutableStack<int>) value);

    ValueTask<(IImmutableList<int>, IImmutableQueue<int>, IImmutableStack<int>, IImmutableSet<int>)> ImmutableInterfaces((IImmutableList<int>, IImmutableQueue<int>, IImmutableStack<int>, IImmutableSet<int>) value);

    ValueTask<(ImmutableHashSet<string>, ImmutableSortedSet<int>, FrozenSet<string>)> ImmutableSets((ImmutableHashSet<string>, ImmutableSortedSet<int>, FrozenSet<string>) value);

    ValueTask<(Dictionary<string, int>, SortedDictionary<string, int>, SortedList<string, int>, OrderedDictionary<string, int>)> Maps((Dictionary<string, int>, SortedDictionary<string, int>, SortedList<string, int>, OrderedDictionary<string, int>) value);

    ValueTask<(IDictionary<Guid, string>, IReadOnlyDictionary<int, string>, ReadOnlyDictionary<int, string>, ConcurrentDictionary<int, string>)> MapInterfaces((IDictionary<Guid, string>, IReadOnlyDictionary<int, string>, ReadOnlyDictionary<int, string>, ConcurrentDictionary<int, string>) value);

    ValueTask<(ImmutableDictionary<int, string>, ImmutableSortedDictionary<int, string>, IImmutableDictionary<int, string>, FrozenDictionary<int, string>)> ImmutableMaps((ImmutableDictionary<int, string>, ImmutableSortedDictionary<int, string>, IImmutableDictionary<int, string>, FrozenDictionary<int, string>) value);

    ValueTask<(Dictionary<bool, int>, Dictionary<char, int>, Dictionary<decimal, int>, Dictionary<DayOfWeek, int>, Dictionary<DateTime, int>, Dictionary<TimeSpan, int>)> Keys((Dictionary<bool, int>, Dictionary<char, int>, Dictionary<decimal, int>, Dictionary<DayOfWeek, int>, Dictionary<DateTime, int>, Dictionary<TimeSpan, int>) value);

    ValueTask<(Tuple<int, string>, KeyValuePair<string, int>, (int, int, int, int, int, int, int))> Tuples((Tuple<int, string>, KeyValuePair<string, int>, (int, int, int, int, int, int, int)) value);

    ValueTask<(int?, string?, Article?, Guid?, List<string?>?)> Nullables((int?, string?, Article?, Guid?, List<string?>?) value);

    ValueTask<Article> Article(Article value);

    ValueTask<Basket> Basket(Basket value);

    ValueTask<Page<Article?>> Page(Page<Article?> value);

    ValueTask<Numbered> Numbered(Numbered value);

    ValueTask<Point> Point(Point value);

    ValueTask<IShape> Shape(IShape value);

    ValueTask<IReadOnlyList<IShape?>> Shapes(IReadOnlyList<IShape?> value);

    ValueTask<Payment> Payment(Payment value);

    ValueTask<Money> Money(Money value);

    ValueTask<IAnimal> Animal(IAnimal value);

    ValueTask<Keyed> Keyed(Keyed value);

    ValueTask<JsonModel> Json(JsonModel value);

    ValueTask<Money> Priced([SocketCodec(typeof(CentsCodec))] Money value);

    [Throws<OutOfStock>]
    [Throws<Refused>]
    ValueTask<int> Buy(string item, int count = 1, string? note = null);

    [Timeout(60_000)]
    Task<string> Wait(CancellationToken cancel = default);

    [Concurrent]
    Task Work();

    [SocketEvent("OldName")]
    ValueTask<string> NewName();

    [Obsolete("Use Text.")]
    ValueTask<string> OldText(string value);

    IAsyncEnumerable<Article> Read(int count, CancellationToken cancel = default);

    ValueTask<int> Upload(string name, IAsyncEnumerable<byte[]> parts);

    IAsyncEnumerable<string> Match(IAsyncEnumerable<int> numbers);

    void Note(string text);

    [OneWay]
    ValueTask Tell(string text, Article article);

    [Volatile]
    void Hover(int x, int y);

    [Coalesce(nameof(item))]
    void Amount(string item, int amount);

    ValueTask<IReadOnlyList<string>> Noted(params string[] more);
}
