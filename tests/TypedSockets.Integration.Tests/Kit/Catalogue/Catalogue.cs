using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;

namespace TypedSockets.Integration.Tests.Kit.Catalogue;

/// <summary>Gives back what it gets.</summary>
public sealed class Catalogue : ICatalogue
{
    private readonly ConcurrentQueue<string> _notes = new();

    public ValueTask<bool> Boolean(bool value) => new(value);

    public ValueTask<(byte, sbyte, ushort, short)> SmallIntegers((byte, sbyte, ushort, short) value) => new(value);

    public ValueTask<(uint, int, ulong, long)> LargeIntegers((uint, int, ulong, long) value) => new(value);

    public ValueTask<(char, Rune)> Characters((char, Rune) value) => new(value);

    public ValueTask<(DayOfWeek, Access)> Enums((DayOfWeek, Access) value) => new(value);

    public ValueTask<(float, double, Half)> FloatingPoint((float, double, Half) value) => new(value);

    public ValueTask<(Int128, UInt128, BigInteger)> HugeIntegers((Int128, UInt128, BigInteger) value) => new(value);

    public ValueTask<string> Text(string value) => new(value);

    public ValueTask<StringBuilder> Builder(StringBuilder value) => new(value);

    public ValueTask<decimal> Price(decimal value) => new(value);

    public ValueTask<Guid> Id(Guid value) => new(value);

    public ValueTask<(Uri, Version)> Addresses((Uri, Version) value) => new(value);

    public ValueTask<(DateTime, DateTimeOffset)> Instants((DateTime, DateTimeOffset) value) => new(value);

    public ValueTask<(TimeSpan, DateOnly, TimeOnly)> Times((TimeSpan, DateOnly, TimeOnly) value) => new(value);

    public ValueTask<byte[]> Bytes(byte[] value) => new(value);

    public ValueTask<Memory<byte>> Memory(Memory<byte> value) => new(value);

    public ValueTask<ReadOnlyMemory<byte>> ReadOnlyMemory(ReadOnlyMemory<byte> value) => new(value);

    public ValueTask<ArraySegment<byte>> Segment(ArraySegment<byte> value) => new(value);

    public ValueTask<ReadOnlySequence<byte>> Sequence(ReadOnlySequence<byte> value) => new(value);

    public ValueTask<(Vector2, Vector3, Vector4, Quaternion)> Vectors((Vector2, Vector3, Vector4, Quaternion) value) => new(value);

    public ValueTask<(int[], string[][], List<double>)> Arrays((int[], string[][], List<double>) value) => new(value);

    public ValueTask<(IList<int>, ICollection<int>, IEnumerable<int>, IReadOnlyList<int>, IReadOnlyCollection<int>)> ListInterfaces((IList<int>, ICollection<int>, IEnumerable<int>, IReadOnlyList<int>, IReadOnlyCollection<int>) value) => new(value);

    public ValueTask<(HashSet<string>, SortedSet<int>, ISet<Guid>, IReadOnlySet<char>, ReadOnlySet<int>)> Sets((HashSet<string>, SortedSet<int>, ISet<Guid>, IReadOnlySet<char>, ReadOnlySet<int>) value) => new(value);

    public ValueTask<(Queue<int>, Stack<int>, LinkedList<int>)> Queues((Queue<int>, Stack<int>, LinkedList<int>) value) => new(value);

    public ValueTask<(Collection<int>, ReadOnlyCollection<int>, ObservableCollection<int>, ReadOnlyObservableCollection<int>)> ObjectModel((Collection<int>, ReadOnlyCollection<int>, ObservableCollection<int>, ReadOnlyObservableCollection<int>) value) => new(value);

    public ValueTask<(ConcurrentQueue<int>, ConcurrentStack<int>, ConcurrentBag<int>)> ConcurrentLists((ConcurrentQueue<int>, ConcurrentStack<int>, ConcurrentBag<int>) value) => new(value);

    public ValueTask<(ImmutableArray<int>, ImmutableList<int>, ImmutableQueue<int>, ImmutableStack<int>)> ImmutableLists((ImmutableArray<int>, ImmutableList<int>, ImmutableQueue<int>, ImmutableStack<int>) value) => new(value);

    public ValueTask<(IImmutableList<int>, IImmutableQueue<int>, IImmutableStack<int>, IImmutableSet<int>)> ImmutableInterfaces((IImmutableList<int>, IImmutableQueue<int>, IImmutableStack<int>, IImmutableSet<int>) value) => new(value);

    public ValueTask<(ImmutableHashSet<string>, ImmutableSortedSet<int>, FrozenSet<string>)> ImmutableSets((ImmutableHashSet<string>, ImmutableSortedSet<int>, FrozenSet<string>) value) => new(value);

    public ValueTask<(Dictionary<string, int>, SortedDictionary<string, int>, SortedList<string, int>, OrderedDictionary<string, int>)> Maps((Dictionary<string, int>, SortedDictionary<string, int>, SortedList<string, int>, OrderedDictionary<string, int>) value) => new(value);

    public ValueTask<(IDictionary<Guid, string>, IReadOnlyDictionary<int, string>, ReadOnlyDictionary<int, string>, ConcurrentDictionary<int, string>)> MapInterfaces((IDictionary<Guid, string>, IReadOnlyDictionary<int, string>, ReadOnlyDictionary<int, string>, ConcurrentDictionary<int, string>) value) => new(value);

    public ValueTask<(ImmutableDictionary<int, string>, ImmutableSortedDictionary<int, string>, IImmutableDictionary<int, string>, FrozenDictionary<int, string>)> ImmutableMaps((ImmutableDictionary<int, string>, ImmutableSortedDictionary<int, string>, IImmutableDictionary<int, string>, FrozenDictionary<int, string>) value) => new(value);

    public ValueTask<(Dictionary<bool, int>, Dictionary<char, int>, Dictionary<decimal, int>, Dictionary<DayOfWeek, int>, Dictionary<DateTime, int>, Dictionary<TimeSpan, int>)> Keys((Dictionary<bool, int>, Dictionary<char, int>, Dictionary<decimal, int>, Dictionary<DayOfWeek, int>, Dictionary<DateTime, int>, Dictionary<TimeSpan, int>) value) => new(value);

    public ValueTask<(Tuple<int, string>, KeyValuePair<string, int>, (int, int, int, int, int, int, int))> Tuples((Tuple<int, string>, KeyValuePair<string, int>, (int, int, int, int, int, int, int)) value) => new(value);

    public ValueTask<(int?, string?, Article?, Guid?, List<string?>?)> Nullables((int?, string?, Article?, Guid?, List<string?>?) value) => new(value);

    public ValueTask<Article> Article(Article value) => new(value);

    public ValueTask<Basket> Basket(Basket value) => new(value);

    public ValueTask<Page<Article?>> Page(Page<Article?> value) => new(value);

    public ValueTask<Numbered> Numbered(Numbered value) => new(value);

    public ValueTask<Point> Point(Point value) => new(value);

    public ValueTask<IShape> Shape(IShape value) => new(value);

    public ValueTask<IReadOnlyList<IShape?>> Shapes(IReadOnlyList<IShape?> value) => new(value);

    public ValueTask<Payment> Payment(Payment value) => new(value);

    public ValueTask<Money> Money(Money value) => new(value);

    public ValueTask<IAnimal> Animal(IAnimal value) => new(value);

    public ValueTask<Keyed> Keyed(Keyed value) => new(value);

    public ValueTask<JsonModel> Json(JsonModel value) => new(value);

    public ValueTask<Money> Priced(Money value) => new(value);

    public ValueTask<int> Buy(string item, int count = 1, string? note = null) => count switch
    {
        > 5 => throw new SocketRemoteException<OutOfStock>(new OutOfStock(item, 5)),
        < 0 => throw new SocketRemoteException<Refused>(new Refused(note ?? "no")),
        _ => new ValueTask<int>(count),
    };

    public async Task<string> Wait(CancellationToken cancel = default)
    {
        var cancelled = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = cancel.UnsafeRegister(_ => cancelled.TrySetResult("cancelled"), null);
        _notes.Enqueue("waiting");
        return await cancelled.Task;
    }

    public Task Work() => Task.CompletedTask;

    public ValueTask<string> NewName() => new("new name");

    public ValueTask<string> OldText(string value) => new(value);

    public async IAsyncEnumerable<Article> Read(int count, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        for (var i = 0; i < count; i++)
        {
            await Task.Yield();
            yield return new Article($"{i}", i) { Tags = [] };
        }
    }

    public async ValueTask<int> Upload(string name, IAsyncEnumerable<byte[]> parts) => name.Length + await parts.Select(part => part.Length).SumAsync();

    public IAsyncEnumerable<string> Match(IAsyncEnumerable<int> numbers) => numbers.Select(number => $"<{number}>");

    public void Note(string text) => _notes.Enqueue(text);

    public ValueTask Tell(string text, Article article)
    {
        _notes.Enqueue($"{text} {article.Name}");
        return default;
    }

    public void Hover(int x, int y) => _notes.Enqueue("hover");

    public void Amount(string item, int amount) => _notes.Enqueue($"{item} {amount}");

    public ValueTask<IReadOnlyList<string>> Noted(params string[] more) => new((string[])[.. _notes.Where(note => note != "hover"), .. more]);
}
