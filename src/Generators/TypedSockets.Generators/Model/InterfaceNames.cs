namespace TypedSockets.Generators.Model;

/// <summary>What an interface and the types that are generated for it are called.</summary>
/// <param name="Simple">The interface's simple name.</param>
/// <param name="Cref">The interface's documentation id, for references to it.</param>
/// <param name="Namespace">The namespace of generated types.</param>
/// <param name="Prefix">What generated types begin with: <c>ChatHub</c> for <c>IChatHub</c>.</param>
/// <param name="Unique">A name that no other interface has, for types in a namespace that all share: <c>Chat_IChatHub</c>.</param>
/// <param name="Hint">What generated files begin with: <c>Chat.IChatHub</c>.</param>
internal sealed record InterfaceNames(string Simple, string Cref, string Namespace, string Prefix, string Unique, string Hint)
{
    /// <summary>The class that describes the side.</summary>
    public string Side => Prefix + "Side";

    /// <summary>The class that implements the interface by sending.</summary>
    public string Proxy => Prefix + "Proxy";

    /// <summary>The struct that <c>On</c> returns.</summary>
    public string Events => Prefix + "Events";

    /// <summary>The class that holds the contract of a hub.</summary>
    public string Contract => Prefix + "Contract";

    /// <summary>The class that adds <c>On</c> to the ends of a hub.</summary>
    public string On => Unique + "On";

    /// <summary>The class that adds a client's members to its recipients.</summary>
    public string Recipients => Unique + "Recipients";

    /// <summary>The struct of a method's arguments.</summary>
    public string Arguments(MethodModel method) => $"{Prefix}_{method.Name}Arguments";

    /// <summary>A generated type, named from anywhere.</summary>
    public string Global(string type) => $"global::{Namespace}.{type}";
}
