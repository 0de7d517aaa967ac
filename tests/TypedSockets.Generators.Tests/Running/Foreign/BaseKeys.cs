using MessagePack;

namespace TypedSockets.Generators.Tests.Running.Foreign;

[MessagePackObject]
public class BaseKeys
{
    [Key(1)]
    public int Lower { get; set; }
}
