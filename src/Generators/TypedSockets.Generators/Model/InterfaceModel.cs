namespace TypedSockets.Generators.Model;

/// <summary>One side of a contract: what the server offers, or what the client offers.</summary>
/// <param name="Type">The interface, fully qualified.</param>
/// <param name="Name">Its simple name.</param>
/// <param name="Prefix">What the names of its generated types begin with: <c>ChatHub</c> for <c>IChatHub</c>.</param>
/// <param name="Namespace">The namespace of its generated types.</param>
/// <param name="HintPrefix">What the names of its generated files begin with: <c>Chat.IChatHub</c>.</param>
/// <param name="UniqueName">An identifier that no other interface of any assembly has, for classes in a namespace that all share.</param>
/// <param name="Accessibility"><c>public</c> or <c>internal</c>.</param>
/// <param name="Methods">The members, inherited ones included, in the order of their wire numbers.</param>
/// <param name="IsComplete">Whether every member is valid, so that a proxy can implement the interface.</param>
internal sealed record InterfaceModel(
    string Type,
    string Name,
    string Prefix,
    string Namespace,
    string HintPrefix,
    string UniqueName,
    string Accessibility,
    EquatableArray<MethodModel> Methods,
    bool IsComplete)
{
    /// <summary>The generated class that describes the side, fully qualified.</summary>
    public string Side => $"global::{Namespace}.{Prefix}Side";

    /// <summary>The generated struct that <c>On</c> returns, fully qualified.</summary>
    public string Events => $"global::{Namespace}.{EventsName(Prefix)}";

    /// <summary>The simple name of the generated struct that <c>On</c> returns; no member may have it.</summary>
    public static string EventsName(string prefix) => $"{prefix}Events";

    /// <summary>Whether a member is obsolete, so that code that names it must be obsolete too: no pragma is enough for an error or for an id of the user's.</summary>
    public bool HasObsoleteMethod
    {
        get
        {
            foreach (var method in Methods)
            {
                if (method.Obsolete is not null)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>The struct of a member's arguments, fully qualified.</summary>
    public string Arguments(MethodModel method) =>
        method.Parameters.Count == 0 ? "global::TypedSockets.Hubs.NoArguments" : $"global::{Namespace}.{ArgumentsName(method)}";

    /// <summary>The struct of a member's arguments, and their codec, as type arguments.</summary>
    public string ArgumentsAndCodec(MethodModel method)
    {
        var type = Arguments(method);
        return method.Parameters.Count == 0 ? $"{type}, {type}.Codec" : $"{type}, {type}Codec";
    }

    /// <summary>The simple name of the struct of a member's arguments.</summary>
    public string ArgumentsName(MethodModel method) => $"{Prefix}_{method.Name}Arguments";

    /// <summary>The static field that describes a member, fully qualified. Its name is no member's of the class that holds it.</summary>
    public string Method(MethodModel method) => $"{Side}.{MethodField(method)}";

    /// <summary>The simple name of the static field that describes a member.</summary>
    public static string MethodField(MethodModel method) => $"{method.Name}Method";
}
