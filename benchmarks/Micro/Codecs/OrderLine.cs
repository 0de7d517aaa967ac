namespace Micro.Codecs;

/// <summary>One line of an <see cref="Order"/>.</summary>
public sealed class OrderLine
{
    /// <summary>How many.</summary>
    public int Count { get; set; }

    /// <summary>Of what.</summary>
    public required string Article { get; set; }
}
