using MessagePack;

namespace TypedSockets.Generators.Tests.Running.Foreign;

[MessagePackObject]
public sealed class WithNames
{
    [Key("n\u00e4me")]
    public string? Name { get; set; }

    [Key("count")]
    public int Count { get; set; } = 5;
}
