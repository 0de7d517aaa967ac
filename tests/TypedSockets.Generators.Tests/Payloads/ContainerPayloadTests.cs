namespace TypedSockets.Generators.Tests.Payloads;

public class ContainerPayloadTests
{
    public static TheoryData<string, string, string, string> Containers => new()
    {
        { "int[]", "[1, 2]", "list(int32)", "[1,2]" },
        { "sbyte[]", "[-1]", "list(int8)", "[-1]" },
        { "int[][]", "[[1], []]", "list(list(int32))", "[[1],[]]" },
        { "string?[]?", "[\"a\", null]", "list(string?)?", "[\"a\",null]" },
        { "byte[][]", "[]", "list(bytes)", "[]" },
        { "List<byte>", "[1]", "list(uint8)", "[1]" },
        { "List<Item>", "[new(1)]", "list(Item)", "[[1]]" },
        { "IReadOnlyList<Item?>", "[null]", "list(Item?)", "[null]" },
        { "IList<Item>", "[new(1)]", "list(Item)", "[[1]]" },
        { "ICollection<int?>", "[1, null]", "list(int32?)", "[1,null]" },
        { "IReadOnlyCollection<Guid>", "[]", "list(guid)", "[]" },
        { "IEnumerable<List<Item>>", "[[new(2)]]", "list(list(Item))", "[[[2]]]" },
        { "HashSet<string>", "[\"a\"]", "set(string)", "[\"a\"]" },
        { "SortedSet<int>", "[2, 1]", "set(int32)", "[1,2]" },
        { "ISet<DayOfWeek>", "new HashSet<DayOfWeek> { DayOfWeek.Friday }", "set(enum(int32))", "[5]" },
        { "IReadOnlySet<char>", "new HashSet<char> { 'a' }", "set(char)", "[97]" },
        { "LinkedList<Item>", "new([new(1)])", "list(Item)", "[[1]]" },
        { "Queue<string?>", "new([\"a\", null])", "list(string?)", "[\"a\",null]" },
        { "Stack<int>", "new([1, 2])", "list(int32)", "[2,1]" },
        { "System.Collections.ObjectModel.Collection<Item>", "[new(1)]", "list(Item)", "[[1]]" },
        { "System.Collections.ObjectModel.ObservableCollection<Item>", "[new(1)]", "list(Item)", "[[1]]" },
        { "System.Collections.ObjectModel.ReadOnlyCollection<Item>", "new([new(1)])", "list(Item)", "[[1]]" },
        { "System.Collections.ObjectModel.ReadOnlyObservableCollection<Item>", "new([new(1)])", "list(Item)", "[[1]]" },
        { "System.Collections.Concurrent.ConcurrentBag<Item>", "new([new(1)])", "list(Item)", "[[1]]" },
        { "System.Collections.Concurrent.ConcurrentQueue<Item>", "new([new(1)])", "list(Item)", "[[1]]" },
        { "System.Collections.Concurrent.ConcurrentStack<int>", "new([1, 2])", "list(int32)", "[2,1]" },
        { "System.Collections.Immutable.ImmutableArray<Item>", "[new(1)]", "list(Item)", "[[1]]" },
        { "System.Collections.Immutable.ImmutableList<Item>", "[new(1)]", "list(Item)", "[[1]]" },
        { "System.Collections.Immutable.IImmutableList<Item>", "[new(1)]", "list(Item)", "[[1]]" },
        { "System.Collections.Immutable.ImmutableQueue<Item>", "[new(1)]", "list(Item)", "[[1]]" },
        { "System.Collections.Immutable.IImmutableQueue<Item>", "[new(1)]", "list(Item)", "[[1]]" },
        { "System.Collections.Immutable.ImmutableStack<int>", "[1, 2]", "list(int32)", "[2,1]" },
        { "System.Collections.Immutable.IImmutableStack<int>", "[1, 2]", "list(int32)", "[2,1]" },
        { "System.Collections.ObjectModel.ReadOnlySet<int>", "new(new HashSet<int> { 1 })", "set(int32)", "[1]" },
        { "System.Collections.Immutable.ImmutableHashSet<string>", "[\"a\"]", "set(string)", "[\"a\"]" },
        { "System.Collections.Immutable.IImmutableSet<string>", "[\"a\"]", "set(string)", "[\"a\"]" },
        { "System.Collections.Immutable.ImmutableSortedSet<int>", "[2, 1]", "set(int32)", "[1,2]" },
        { "System.Collections.Frozen.FrozenSet<string>", "[\"a\"]", "set(string)", "[\"a\"]" },
        { "SortedList<string, Item>", "new() { [\"a\"] = new(1) }", "map(string,Item)", "{\"a\":[1]}" },
        { "OrderedDictionary<string, Item>", "new() { [\"a\"] = new(1) }", "map(string,Item)", "{\"a\":[1]}" },
        { "System.Collections.ObjectModel.ReadOnlyDictionary<string, Item>", "new(new Dictionary<string, Item> { [\"a\"] = new(1) })", "map(string,Item)", "{\"a\":[1]}" },
        { "System.Collections.Concurrent.ConcurrentDictionary<string, Item>", "new() { [\"a\"] = new(1) }", "map(string,Item)", "{\"a\":[1]}" },
        { "System.Collections.Immutable.ImmutableDictionary<string, Item>", "System.Collections.Immutable.ImmutableDictionary<string, Item>.Empty.Add(\"a\", new(1))", "map(string,Item)", "{\"a\":[1]}" },
        { "System.Collections.Immutable.IImmutableDictionary<string, Item>", "System.Collections.Immutable.ImmutableDictionary<string, Item>.Empty.Add(\"a\", new(1))", "map(string,Item)", "{\"a\":[1]}" },
        { "System.Collections.Immutable.ImmutableSortedDictionary<string, Item>", "System.Collections.Immutable.ImmutableSortedDictionary<string, Item>.Empty.Add(\"a\", new(1))", "map(string,Item)", "{\"a\":[1]}" },
        { "System.Collections.Frozen.FrozenDictionary<string, Item>", "System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(new Dictionary<string, Item> { [\"a\"] = new(1) })", "map(string,Item)", "{\"a\":[1]}" },
        { "Dictionary<string, Item>", "new() { [\"a\"] = new(1) }", "map(string,Item)", "{\"a\":[1]}" },
        { "IDictionary<string, int[]>", "new Dictionary<string, int[]> { [\"a\"] = [1] }", "map(string,list(int32))", "{\"a\":[1]}" },
        { "IReadOnlyDictionary<string, Item?>", "new Dictionary<string, Item?> { [\"a\"] = null }", "map(string,Item?)", "{\"a\":null}" },
        { "SortedDictionary<string, Dictionary<string, int>>", "new() { [\"a\"] = new() { [\"b\"] = 1 } }", "map(string,map(string,int32))", "{\"a\":{\"b\":1}}" },
        { "KeyValuePair<Item, int>", "new(new(1), 2)", "tuple(Item,int32)", "[[1],2]" },
        { "ValueTuple<int>", "new(1)", "tuple(int32)", "[1]" },
        { "(int, string?)", "(1, null)", "tuple(int32,string?)", "[1,null]" },
        { "(int Number, Item Item)", "(1, new(2))", "tuple(int32,Item)", "[1,[2]]" },
        { "(int, int, int, int, int, int, (string A, int B))", "(1, 2, 3, 4, 5, 6, (\"a\", 8))", "tuple(int32,int32,int32,int32,int32,int32,tuple(string,int32))", "[1,2,3,4,5,6,[\"a\",8]]" },
        { "Tuple<int>", "new(1)", "tuple(int32)", "[1]" },
        { "Tuple<int, string?, Item, int, int, int, int>", "new(1, null, new(2), 4, 5, 6, 7)", "tuple(int32,string?,Item,int32,int32,int32,int32)", "[1,null,[2],4,5,6,7]" },
        { "List<(string Name, int[] Scores)>?", "[(\"a\", [1])]", "list(tuple(string,list(int32)))?", "[[\"a\",[1]]]" },
    };

    [Theory]
    [MemberData(nameof(Containers))]
    public void A_container_survives_the_wire_alone_and_as_member(string type, string sample, string wireType, string json)
    {
        var fixture = PayloadFixture.Parse($"{type} value, Holder holder", $$"""
            public sealed record Item(int Id);
            public sealed record Holder({{type}} Value);
            public static class Samples
            {
                public static {{type}} One => {{sample}};
                public static Holder Held => new(One);
            }
            """);
        Assert.Equal(wireType, fixture.Value.WireType);
        Assert.Equal(WithoutPrefixes(type).Replace("?", ""), WithoutPrefixes(fixture.Value.Type).Replace("?", ""));

        var program = fixture.Run();
        Assert.Equal(json, program.Json(program.Sample("One")));
        Assert.Equal(json, program.Json(program.RoundTrip(program.Sample("One"))));
        Assert.Equal($"[{json}]", program.Json(program.RoundTrip(program.Sample("Held"), 1), 1));
    }

    private static string WithoutPrefixes(string type) => type
        .Replace("global::", "")
        .Replace("System.Collections.Generic.", "")
        .Replace("System.", "");
}
