using MessagePack;

namespace TypedSockets.Generators.Tests.Running.Foreign;

[MessagePackObject(keyAsPropertyName: true)]
public sealed class WithPropertyNames
{
    public string? Name { get; set; }

    public int Count { get; init; }
}
