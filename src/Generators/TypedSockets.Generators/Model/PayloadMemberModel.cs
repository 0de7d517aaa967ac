namespace TypedSockets.Generators.Model;

/// <summary>One wire member of an object: a member of a payload type, or an argument of a contract method.</summary>
/// <param name="Name">Its C# name, not escaped, which is also its name on the wire.</param>
/// <param name="Value">Its type and codec.</param>
/// <param name="IsRequired">Whether its absence is an error.</param>
/// <param name="DefaultValue">The C# expression of what a missing one becomes; null for <c>default</c>.</param>
internal sealed record PayloadMemberModel(string Name, ValueModel Value, bool IsRequired, string? DefaultValue)
{
    /// <summary>How a payload type takes the member; arguments always go through their constructor.</summary>
    public MemberAssignment Assignment { get; init; } = MemberAssignment.Constructor;

    /// <summary>Whether null goes to a constructor parameter that is not annotated for it, which then decides for itself.</summary>
    public bool ForgivesNull { get; init; }

    /// <summary>What an <c>init</c> accessor is called through; null unless <see cref="Assignment"/> is <see cref="MemberAssignment.Accessor"/>.</summary>
    public PayloadAccessorModel? Accessor { get; init; }
}
