using Microsoft.CodeAnalysis;

namespace TypedSockets.CodeFixes.Contracts;

/// <summary>Tells the client interface of a hub.</summary>
internal static class HubClients
{
    /// <summary>The type in <c>[SocketHub&lt;T&gt;]</c>; null if the interface is no hub.</summary>
    internal static INamedTypeSymbol? Of(INamedTypeSymbol hub)
    {
        foreach (var attribute in hub.GetAttributes())
        {
            if (attribute.AttributeClass is { MetadataName: "SocketHubAttribute`1", ContainingNamespace.Name: "TypedSockets", TypeArguments: [INamedTypeSymbol client] })
            {
                return client;
            }
        }

        return null;
    }
}
