using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Numerics;
using System.Text;

namespace TypedSockets.Integration.Tests.Kit.Catalogue;

/// <summary>Sends a value of every type of the catalogue.</summary>
/// <param name="other">The other end.</param>
/// <param name="compare">Compares what was sent with what came back, both described.</param>
internal sealed class CatalogueTour(ICatalogue other, Action<string, string> compare)
{
    internal static readonly Article Tea = new("tea", 2.50m) { Tags = ["hot", "green"], Picture = "tea.png" };

    private static readonly int[] Numbers = [3, 1, -2];

    private static readonly Dictionary<int, string> Names = new() { [1] = "one", [2] = "two" };

    public async Task VisitAsync()
    {
        await VisitScalarsAsync();
        await VisitContainersAsync();
        await VisitMapsAsync();
        await VisitObjectsAsync();
    }

    private async Task VisitScalarsAsync()
    {
        var now = new DateTime(2026, 2, 3, 4, 5, 6, 789, DateTimeKind.Utc).AddTicks(12);
        await Same(true, other.Boolean);
        await Same((byte.MaxValue, sbyte.MinValue, ushort.MaxValue, short.MinValue), other.SmallIntegers);
        await Same((uint.MaxValue, int.MinValue, ulong.MaxValue, long.MinValue), other.LargeIntegers);
        await Same(('\ud800', new Rune(0x1F600)), other.Characters);
        await Same((DayOfWeek.Friday, Access.All), other.Enums);
        await Same((float.Epsilon, double.NaN, Half.MaxValue), other.FloatingPoint);
        await Same((Int128.MinValue, UInt128.MaxValue, BigInteger.Pow(-7, 99)), other.HugeIntegers);
        await Same("a \0 ö 𝄞", other.Text);
        await Same(new StringBuilder("built"), other.Builder);
        await Same(-1.50m, other.Price);
        await Same(Guid.Parse("00112233-4455-6677-8899-aabbccddeeff"), other.Id);
        await Same((new Uri("https://example.org/a?b"), new Version(1, 2, 3, 4)), other.Addresses);
        await Same((now, new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.FromMinutes(-330))), other.Instants);
        await Same((TimeSpan.MinValue, DateOnly.MaxValue, new TimeOnly(23, 59, 59, 999)), other.Times);
        await Same((Vector2.UnitX, new Vector3(1, 2, 3), Vector4.One, Quaternion.Identity), other.Vectors);
        await Same(((int?)null, (string?)null, (Article?)null, (Guid?)Guid.Empty, (List<string?>?)["a", null]), other.Nullables);
    }

    private async Task VisitContainersAsync()
    {
        byte[] bytes = [1, 2, 255];
        await Same(bytes, other.Bytes);
        await Same((Memory<byte>)bytes, other.Memory);
        await Same((ReadOnlyMemory<byte>)bytes, other.ReadOnlyMemory);
        await Same(new ArraySegment<byte>(bytes), other.Segment);
        await Same(new ReadOnlySequence<byte>(bytes), other.Sequence);
        await Same(((int[])[.. Numbers], new[] { new[] { "a" }, [] }, new List<double> { 0.5, -0.0 }), other.Arrays);
        await Same(((IList<int>)Numbers, (ICollection<int>)Numbers, (IEnumerable<int>)Numbers, (IReadOnlyList<int>)Numbers, (IReadOnlyCollection<int>)Numbers), other.ListInterfaces, anyKind: true);
        await Same((new HashSet<string> { "b", "a" }, new SortedSet<int>(Numbers), (ISet<Guid>)new HashSet<Guid> { Guid.Empty }, (IReadOnlySet<char>)new HashSet<char> { 'x' }, new ReadOnlySet<int>(new HashSet<int>(Numbers))), other.Sets);
        await Same((new Queue<int>(Numbers), new Stack<int>(Numbers), new LinkedList<int>(Numbers)), other.Queues);
        await Same((new Collection<int>([.. Numbers]), new ReadOnlyCollection<int>([.. Numbers]), new ObservableCollection<int>(Numbers), new ReadOnlyObservableCollection<int>(new ObservableCollection<int>(Numbers))), other.ObjectModel);
        await Same((new ConcurrentQueue<int>(Numbers), new ConcurrentStack<int>(Numbers), new ConcurrentBag<int>(Numbers)), other.ConcurrentLists);
        await Same((ImmutableArray.Create(Numbers), ImmutableList.Create(Numbers), ImmutableQueue.Create(Numbers), ImmutableStack.Create(Numbers)), other.ImmutableLists);
        await Same(((IImmutableList<int>)ImmutableList.Create(Numbers), (IImmutableQueue<int>)ImmutableQueue.Create(Numbers), (IImmutableStack<int>)ImmutableStack.Create(Numbers), (IImmutableSet<int>)ImmutableHashSet.Create(Numbers)), other.ImmutableInterfaces);
        await Same((ImmutableHashSet.Create("b", "a"), ImmutableSortedSet.Create(Numbers), new[] { "b", "a" }.ToFrozenSet()), other.ImmutableSets, anyKind: true);
        await Same((Tuple.Create(1, "a"), KeyValuePair.Create("k", 2), (1, 2, 3, 4, 5, 6, 7)), other.Tuples);
    }

    private async Task VisitMapsAsync()
    {
        var counts = new Dictionary<string, int> { ["b"] = 1, ["a"] = 2 };
        await Same((counts, new SortedDictionary<string, int>(counts), new SortedList<string, int>(counts), new OrderedDictionary<string, int>(counts)), other.Maps);
        await Same(((IDictionary<Guid, string>)new Dictionary<Guid, string> { [Guid.Empty] = "x" }, (IReadOnlyDictionary<int, string>)Names, new ReadOnlyDictionary<int, string>(Names), new ConcurrentDictionary<int, string>(Names)), other.MapInterfaces);
        await Same((Names.ToImmutableDictionary(), Names.ToImmutableSortedDictionary(), (IImmutableDictionary<int, string>)Names.ToImmutableDictionary(), Names.ToFrozenDictionary()), other.ImmutableMaps, anyKind: true);
        await Same((Keyed(true), Keyed('x'), Keyed(1.5m), Keyed(DayOfWeek.Sunday), Keyed(DateTime.UnixEpoch), Keyed(TimeSpan.MaxValue)), other.Keys);

        static Dictionary<TKey, int> Keyed<TKey>(TKey key)
            where TKey : notnull => new() { [key] = 1 };
    }

    private async Task VisitObjectsAsync()
    {
        await Same(Tea, other.Article, anyKind: true);
        await Same(new Basket(new() { ["tea"] = 1 }, new Basket([], null)), other.Basket);
        await Same(new Page<Article?>([Tea, null], "next"), other.Page, anyKind: true);
        await Same(Numbered.Of("shown", 7), other.Numbered);
        await Same(new Point(0.1, -2), other.Point);
        await Same<IShape>(new Circle(2), other.Shape);
        await Same<IReadOnlyList<IShape?>>([new Square(1), null, new Circle(3)], other.Shapes, anyKind: true);
        await Same<Payment>(new Payment.Voucher(Guid.Empty), other.Payment);
        await Same<Payment>(new Payment.Card("4711"), other.Payment);
        await Same(Money.Of(1.25m), other.Money);
        await Same(Money.Of(1.25m), other.Priced);
        await Same<IAnimal>(new Dog("Rex"), other.Animal);
        await Same(new Keyed { First = 1, Third = "c" }, other.Keyed);
        await Same(new JsonModel { Name = "a", Count = 2 }, other.Json);
    }

    // An interface does not say what it is given back as.
    private async Task Same<T>(T value, Func<T, ValueTask<T>> echo, bool anyKind = false)
    {
        var (expected, actual) = (Described.Of(value), Described.Of(await echo(value)));
        compare(anyKind ? Described.WithoutKinds(expected) : expected, anyKind ? Described.WithoutKinds(actual) : actual);
    }
}
