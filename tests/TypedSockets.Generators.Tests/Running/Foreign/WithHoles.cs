using MessagePack;

namespace TypedSockets.Generators.Tests.Running.Foreign;

[MessagePackObject]
public sealed class WithHoles
{
    [Key(3)]
    public string? Last { get; set; } = "last";

    [Key(0)]
    public int First { get; set; }

    [IgnoreMember]
    public int Ignored { get; set; }
}
