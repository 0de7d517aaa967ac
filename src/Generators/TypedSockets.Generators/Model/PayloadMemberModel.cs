namespace TypedSockets.Generators.Model;

/// <summary>One wire member of an object: a member of a payload type, or an argument of a contract method.</summary>
/// <param name="Name">Its C# name, not escaped; empty for a position that is not used.</param>
/// <param name="Value">Its type and codec.</param>
/// <param name="IsRequired">Whether its absence is an error.</param>
/// <param name="DefaultValue">The C# expression of what a missing one becomes; null for <c>default</c>.</param>
internal sealed record PayloadMemberModel(string Name, ValueModel Value, bool IsRequired, string? DefaultValue)
{
    /// <summary>A position that is not used.</summary>
    public static PayloadMemberModel Hole { get; } = new("", new ValueModel("", "", "nil", IsNullable: true), IsRequired: false, null);

    /// <summary>Its name on the wire, when the object comes as a map, and in manifests and error texts.</summary>
    public string WireName { get; init; } = Name;

    /// <summary>Whether the position is not used: nil is written, anything is skipped.</summary>
    public bool IsHole => Name.Length == 0;

    /// <summary>How a payload type takes the member; arguments always go through their constructor.</summary>
    public MemberAssignment Assignment { get; init; } = MemberAssignment.Constructor;

    /// <summary>Whether null goes to a constructor parameter that is not annotated for it, which then decides for itself.</summary>
    public bool ForgivesNull { get; init; }

    /// <summary>What it is set through; null unless <see cref="Assignment"/> is <see cref="MemberAssignment.Accessor"/>.</summary>
    public PayloadAccessorModel? Accessor { get; init; }

    /// <summary>What a member that is not public is read through; null for a public one.</summary>
    public PayloadAccessorModel? Getter { get; init; }
}
