namespace TypedSockets;

/// <summary>
/// Gives a payload member its position on the wire. A type either numbers all of its wire members, without holes, or none;
/// without numbers the order is: base type first, then the primary constructor's parameters, other properties, and fields, as declared.
/// </summary>
/// <param name="position">The member's index in the array that encodes the type, from 0.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class SocketMemberAttribute(int position) : Attribute
{
    /// <summary>The member's index in the array that encodes the type, from 0.</summary>
    public int Position { get; } = position;
}
