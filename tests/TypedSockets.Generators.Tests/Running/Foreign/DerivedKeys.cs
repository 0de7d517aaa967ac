using MessagePack;

namespace TypedSockets.Generators.Tests.Running.Foreign;

[MessagePackObject]
public sealed class DerivedKeys : BaseKeys
{
    [Key(0)]
    public int Upper { get; set; }
}
