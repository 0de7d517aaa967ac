using MessagePack;

namespace TypedSockets.Integration.Tests.Kit.Catalogue;

[MessagePackObject]
public sealed class Keyed
{
    [Key(0)]
    public int First { get; set; }

    [Key(2)]
    public string? Third { get; set; }

    [IgnoreMember]
    public int Ignored { get; set; }
}
