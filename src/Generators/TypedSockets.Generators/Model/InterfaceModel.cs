namespace TypedSockets.Generators.Model;

/// <summary>One side of a contract: what the server offers, or what the client offers.</summary>
/// <param name="Type">The interface, fully qualified.</param>
/// <param name="Name">Its simple name.</param>
/// <param name="Prefix">What the names of its generated types begin with: <c>ChatHub</c> for <c>IChatHub</c>.</param>
/// <param name="Namespace">The namespace of its generated types.</param>
/// <param name="HintPrefix">What the names of its generated files begin with: <c>Chat.IChatHub</c>.</param>
/// <param name="Accessibility"><c>public</c> or <c>internal</c>.</param>
/// <param name="Methods">The members, inherited ones included, in the order of their wire numbers.</param>
/// <param name="IsComplete">Whether every member is valid, so that a proxy can implement the interface.</param>
internal sealed record InterfaceModel(
    string Type,
    string Name,
    string Prefix,
    string Namespace,
    string HintPrefix,
    string Accessibility,
    EquatableArray<MethodModel> Methods,
    bool IsComplete)
{
    /// <summary>The generated class that describes the side, fully qualified.</summary>
    public string Side => $"global::{Namespace}.{Prefix}Side";

    /// <summary>The generated struct that <c>On</c> returns, fully qualified.</summary>
    public string Events => $"global::{Namespace}.{Prefix}Events";

    /// <summary>A name that no other interface of any assembly has, for classes in a namespace that all share.</summary>
    public string UniqueName => HintPrefix.Replace('.', '_');

    /// <summary>The codec of a member's arguments.</summary>
    public string Arguments(MethodModel method) =>
        method.Parameters.Count == 0 ? "global::TypedSockets.Hubs.NoArguments" : $"{Prefix}_{method.Name}Arguments";
}
