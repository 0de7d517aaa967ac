using MessagePack;

namespace Micro.Codecs;

/// <summary>
/// The arguments of <see cref="IMicroHub.Note"/> for the other serializers: a struct, as the generated one is, and with setters, which both read faster than
/// constructors.
/// </summary>
[MessagePackObject]
public record struct Note
{
    /// <summary>A text.</summary>
    [Key(0)]
    public string Text { get; set; }

    /// <summary>A whole number.</summary>
    [Key(1)]
    public int Number { get; set; }

    /// <summary>A floating-point number.</summary>
    [Key(2)]
    public double Value { get; set; }
}
