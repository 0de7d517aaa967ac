using TypedSockets.Generators.Model;

namespace TypedSockets.Generators.Emission;

/// <summary>Spells the types that are generated for an interface, as short as the place allows.</summary>
/// <param name="side">The interface.</param>
/// <param name="isNear">Whether the place is within their namespace, and has no name from the contract that could hide theirs.</param>
internal sealed class GeneratedTypes(InterfaceModel side, bool isNear)
{
    /// <summary>For a place in the namespace of generated types that only has generated names.</summary>
    internal static GeneratedTypes Near(InterfaceModel side) => new(side, isNear: true);

    /// <summary>For a place in the namespace of generated types that has the contract's names as well.</summary>
    internal static GeneratedTypes Beside(InterfaceModel side) => new(side, isNear: !HasNameLike(side));

    /// <summary>For any place.</summary>
    internal static GeneratedTypes Anywhere(InterfaceModel side) => new(side, isNear: false);

    /// <summary>The field that describes a method. Its ending keeps it apart from the members that such classes have.</summary>
    internal static string FieldName(MethodModel method) => method.Name + "Method";

    /// <summary>The codec of a method's arguments, by its name within their struct, whose fields are named like the parameters.</summary>
    internal static string CodecName(MethodModel method)
    {
        foreach (var parameter in method.Parameters)
        {
            if (parameter.Name == "Codec")
            {
                return "__Codec";
            }
        }

        return "Codec";
    }

    /// <summary>The field that describes a method.</summary>
    internal string Field(MethodModel method) => $"{Name(side.Names.Side)}.{FieldName(method)}";

    /// <summary>The struct of a method's arguments.</summary>
    internal string Arguments(MethodModel method) =>
        method.Parameters.Count == 0 ? "global::TypedSockets.Hubs.NoArguments" : Name(side.Names.Arguments(method));

    /// <summary>The codec of a method's arguments.</summary>
    internal string Codec(MethodModel method) => $"{Arguments(method)}.{CodecName(method)}";

    private string Name(string type) => isNear ? type : side.Names.Global(type);

    private static bool HasNameLike(InterfaceModel side)
    {
        var prefix = side.Names.Prefix;
        foreach (var method in side.Methods)
        {
            if (method.Name.StartsWith(prefix, StringComparison.Ordinal) || method.Token?.StartsWith(prefix, StringComparison.Ordinal) == true)
            {
                return true;
            }

            foreach (var parameter in method.Parameters)
            {
                if (parameter.Name.StartsWith(prefix, StringComparison.Ordinal))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
