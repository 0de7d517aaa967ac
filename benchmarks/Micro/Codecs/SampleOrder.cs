namespace Micro.Codecs;

/// <summary>The object that is written and read, in both forms: equal in content.</summary>
internal static class SampleOrder
{
    private static readonly (int Count, string Article)[] Lines = [(2, "pencil"), (300, "eraser, white"), (1, "ruler of 30 cm")];

    public static Order Create() => new()
    {
        Number = 123456,
        Total = 9_876_543_210,
        Weight = 12.5,
        IsGift = true,
        Customer = "sixteen letters.",
        Id = new Guid("0f8fad5b-d9cb-469f-a165-70867728950e"),
        PlacedAt = new DateTime(2026, 11, 23, 12, 34, 56, 789, DateTimeKind.Utc),
        State = OrderState.Sent,
        Signature = [.. Enumerable.Range(0, 32).Select(i => (byte)i)],
        Lines = [.. Lines.Select(line => new OrderLine { Count = line.Count, Article = line.Article })],
    };

    public static PackedOrder CreatePacked()
    {
        var order = Create();
        return new PackedOrder
        {
            Number = order.Number,
            Total = order.Total,
            Weight = order.Weight,
            IsGift = order.IsGift,
            Customer = order.Customer,
            Id = order.Id,
            PlacedAt = order.PlacedAt,
            State = order.State,
            Signature = order.Signature,
            Lines = [.. Lines.Select(line => new PackedOrderLine { Count = line.Count, Article = line.Article })],
        };
    }
}
