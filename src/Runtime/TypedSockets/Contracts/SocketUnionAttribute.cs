namespace TypedSockets;

/// <summary>
/// Names one case of a union: a type that may stand where the contract says the abstract type or interface that carries this attribute. A value goes over the
/// wire as an array of its tag and the case. A case that is not named is an error when it is sent, never a null.
/// </summary>
/// <remarks>
/// An abstract class whose constructors are all private, with its cases nested in it, needs no attributes: the cases are numbered from 0 as they are declared.
/// </remarks>
/// <param name="tag">What tells this case from the others on the wire, 0 or more. Never use a tag again for another type.</param>
/// <param name="type">The case: a class or struct that derives from the union, not abstract.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = true, Inherited = false)]
public sealed class SocketUnionAttribute(int tag, Type type) : Attribute
{
    /// <summary>What tells this case from the others on the wire, 0 or more.</summary>
    public int Tag { get; } = tag;

    /// <summary>The case.</summary>
    public Type Type { get; } = type;
}
