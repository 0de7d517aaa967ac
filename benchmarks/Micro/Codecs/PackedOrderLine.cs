using MessagePack;

namespace Micro.Codecs;

/// <summary>An <see cref="OrderLine"/> as MessagePack's own serializer wants it.</summary>
[MessagePackObject]
public sealed class PackedOrderLine
{
    /// <summary>How many.</summary>
    [Key(0)]
    public int Count { get; set; }

    /// <summary>Of what.</summary>
    [Key(1)]
    public required string Article { get; set; }
}
