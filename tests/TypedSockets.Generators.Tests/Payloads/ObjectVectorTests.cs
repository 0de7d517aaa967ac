using System.Text.Json.Nodes;
using TypedSockets.Generators.Tests.Compiling;

namespace TypedSockets.Generators.Tests.Payloads;

/// <summary>
/// Generated codecs write and read the objects of the vector file: the runtime's tests, which try that file with other libraries, have codecs that were
/// written by hand.
/// </summary>
public sealed class ObjectVectorTests
{
    private const string Object = "TypedSockets.Tests.Codecs.Note";

    private static readonly Dictionary<string, JsonNode> Rows = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "tests/vectors/payloads.json")))!
        .AsArray()
        .Select(row => row!)
        .Where(row => Type(row).Contains(Object, StringComparison.Ordinal))
        .ToDictionary(row => row["name"]!.GetValue<string>());

    private static readonly PayloadFixture Fixture = PayloadFixture.Parse(
        $"{Object} value, {Object}? maybe, List<{Object}> several",
        """
        namespace TypedSockets.Tests.Codecs
        {
            public sealed record Note(int Id, string Author) { public List<Note> Replies { get; init; } = []; }
        }
        """);

    private static readonly PayloadProgram Program = Fixture.Run();

    // What the other forms say: the notes that are written in other vectors, and one without a number.
    private static readonly string[] Canonical = [.. Rows.Values.Where(row => row["written"] is null).Select(row => row["hex"]!.GetValue<string>()), "9300a16190"];

    public static TheoryData<string> Written => [.. Rows.Where(row => row.Value["written"] is null).Select(row => row.Key)];

    public static TheoryData<string> OnlyRead => [.. Rows.Where(row => row.Value["written"] is not null).Select(row => row.Key)];

    [Theory]
    [MemberData(nameof(Written))]
    public void What_is_read_is_written_as_the_same_bytes(string name)
    {
        var parameter = Parameter(name);
        Assert.Equal(Hex(name), Convert.ToHexStringLower(Program.Write(Program.Read(Convert.FromHexString(Hex(name)), parameter), parameter)));
    }

    [Theory]
    [MemberData(nameof(OnlyRead))]
    public void Other_forms_are_read(string name)
    {
        var parameter = Parameter(name);
        var again = Program.Write(Program.Read(Convert.FromHexString(Hex(name)), parameter), parameter);
        Assert.Contains(Convert.ToHexStringLower(again), Canonical);
    }

    private static string Hex(string name) => Rows[name]["hex"]!.GetValue<string>();

    private static string Type(JsonNode row) => row["type"]!.GetValue<string>();

    private static int Parameter(string name) => Fixture.Values.FindIndex(value => value!.WireType == Type(Rows[name]));
}
