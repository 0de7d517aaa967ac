namespace TypedSockets;

/// <summary>
/// Names a contract member on the wire, so that it can be renamed in C# without breaking the peers that are deployed: put the old name here. Without it the name on
/// the wire is the member's own.
/// </summary>
/// <param name="name">The name, 1 to 256 bytes of UTF-8, which no other member of the interface has.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class SocketEventAttribute(string name) : Attribute
{
    /// <summary>The name on the wire.</summary>
    public string Name { get; } = name;
}
