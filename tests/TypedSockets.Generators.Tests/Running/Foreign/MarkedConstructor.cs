using MessagePack;

namespace TypedSockets.Generators.Tests.Running.Foreign;

[MessagePackObject]
public sealed class MarkedConstructor
{
    public MarkedConstructor()
    {
    }

    [SerializationConstructor]
    public MarkedConstructor(int count) => Count = count;

    [Key(0)]
    public int Count { get; }

    [Key(1)]
    public string? Name { get; set; }
}
