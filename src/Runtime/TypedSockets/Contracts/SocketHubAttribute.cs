namespace TypedSockets;

/// <summary>
/// Marks a <c>partial</c> interface as a hub: what the server offers. <typeparamref name="TClient"/> is what the client offers.
/// The source generator adds the proxies, subscriptions, dispatchers and codecs of both to the assembly that declares the hub.
/// </summary>
/// <typeparam name="TClient">The interface whose members the server may emit to, or ask of, a client.</typeparam>
[AttributeUsage(AttributeTargets.Interface, Inherited = false)]
public sealed class SocketHubAttribute<TClient> : Attribute
    where TClient : class
{
    /// <summary>Declares a hub whose wire name is its interface's name without the leading <c>I</c>.</summary>
    public SocketHubAttribute()
    {
    }

    /// <summary>Declares a hub with the given wire name.</summary>
    /// <param name="name">The name in the handshake: 1 to 256 bytes of UTF-8, unique on an endpoint. It is compared ordinally.</param>
    public SocketHubAttribute(string name) => Name = name;

    /// <summary>The wire name, or null if it follows the interface's name.</summary>
    public string? Name { get; }
}
