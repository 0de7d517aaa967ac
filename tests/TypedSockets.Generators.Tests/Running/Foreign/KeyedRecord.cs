using MessagePack;

namespace TypedSockets.Generators.Tests.Running.Foreign;

[MessagePackObject]
public sealed record KeyedRecord([property: Key(0)] string Name, [property: Key(1)] int Count)
{
    [Key(2)]
    public KeyedRecord? Next { get; init; }
}
