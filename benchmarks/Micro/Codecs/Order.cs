namespace Micro.Codecs;

/// <summary>An object of mixed members, for the generated codec and for System.Text.Json.</summary>
public sealed class Order
{
    /// <summary>A 32-bit number.</summary>
    public int Number { get; set; }

    /// <summary>A 64-bit number.</summary>
    public long Total { get; set; }

    /// <summary>A floating-point number.</summary>
    public double Weight { get; set; }

    /// <summary>A bit.</summary>
    public bool IsGift { get; set; }

    /// <summary>A text.</summary>
    public required string Customer { get; set; }

    /// <summary>An identifier.</summary>
    public Guid Id { get; set; }

    /// <summary>A moment.</summary>
    public DateTime PlacedAt { get; set; }

    /// <summary>One of a few.</summary>
    public OrderState State { get; set; }

    /// <summary>Bytes.</summary>
    public required byte[] Signature { get; set; }

    /// <summary>Nested objects.</summary>
    public required List<OrderLine> Lines { get; set; }
}
