using MessagePack;

namespace Micro.Codecs;

/// <summary>An <see cref="Order"/> as MessagePack's own serializer wants it.</summary>
[MessagePackObject]
public sealed class PackedOrder
{
    /// <summary>A 32-bit number.</summary>
    [Key(0)]
    public int Number { get; set; }

    /// <summary>A 64-bit number.</summary>
    [Key(1)]
    public long Total { get; set; }

    /// <summary>A floating-point number.</summary>
    [Key(2)]
    public double Weight { get; set; }

    /// <summary>A bit.</summary>
    [Key(3)]
    public bool IsGift { get; set; }

    /// <summary>A text.</summary>
    [Key(4)]
    public required string Customer { get; set; }

    /// <summary>An identifier.</summary>
    [Key(5)]
    public Guid Id { get; set; }

    /// <summary>A moment.</summary>
    [Key(6)]
    public DateTime PlacedAt { get; set; }

    /// <summary>One of a few.</summary>
    [Key(7)]
    public OrderState State { get; set; }

    /// <summary>Bytes.</summary>
    [Key(8)]
    public required byte[] Signature { get; set; }

    /// <summary>Nested objects.</summary>
    [Key(9)]
    public required List<PackedOrderLine> Lines { get; set; }
}
