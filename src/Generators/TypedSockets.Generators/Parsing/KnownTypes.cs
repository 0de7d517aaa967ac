using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace TypedSockets.Generators.Parsing;

/// <summary>The types that mean something in a contract, looked up once for a compilation.</summary>
internal sealed class KnownTypes
{
    private static readonly ConditionalWeakTable<Compilation, KnownTypes> Cache = new();

    private KnownTypes(Compilation compilation)
    {
        Task = compilation.GetTypeByMetadataName("System.Threading.Tasks.Task");
        TaskOf = compilation.GetTypeByMetadataName("System.Threading.Tasks.Task`1");
        ValueTask = compilation.GetTypeByMetadataName("System.Threading.Tasks.ValueTask");
        ValueTaskOf = compilation.GetTypeByMetadataName("System.Threading.Tasks.ValueTask`1");
        AsyncEnumerable = compilation.GetTypeByMetadataName("System.Collections.Generic.IAsyncEnumerable`1");
        CancellationToken = compilation.GetTypeByMetadataName("System.Threading.CancellationToken");
        Guid = compilation.GetTypeByMetadataName("System.Guid");
        Obsolete = compilation.GetTypeByMetadataName("System.ObsoleteAttribute");
        Experimental = compilation.GetTypeByMetadataName("System.Diagnostics.CodeAnalysis.ExperimentalAttribute");
        SocketHub = compilation.GetTypeByMetadataName(SocketHubName);
        OneWay = compilation.GetTypeByMetadataName("TypedSockets.OneWayAttribute");
        Concurrent = compilation.GetTypeByMetadataName("TypedSockets.ConcurrentAttribute");
        Volatile = compilation.GetTypeByMetadataName("TypedSockets.VolatileAttribute");
        Coalesce = compilation.GetTypeByMetadataName("TypedSockets.CoalesceAttribute");
        SocketEvent = compilation.GetTypeByMetadataName("TypedSockets.SocketEventAttribute");
        Timeout = compilation.GetTypeByMetadataName("TypedSockets.TimeoutAttribute");
        Throws = compilation.GetTypeByMetadataName("TypedSockets.ThrowsAttribute`1");
        HubBase = compilation.GetTypeByMetadataName("TypedSockets.SocketHub`1");
    }

    internal const string SocketHubName = "TypedSockets.SocketHubAttribute`1";

    internal INamedTypeSymbol? Task { get; }

    internal INamedTypeSymbol? TaskOf { get; }

    internal INamedTypeSymbol? ValueTask { get; }

    internal INamedTypeSymbol? ValueTaskOf { get; }

    internal INamedTypeSymbol? AsyncEnumerable { get; }

    internal INamedTypeSymbol? CancellationToken { get; }

    internal INamedTypeSymbol? Guid { get; }

    internal INamedTypeSymbol? Obsolete { get; }

    internal INamedTypeSymbol? Experimental { get; }

    internal INamedTypeSymbol? SocketHub { get; }

    internal INamedTypeSymbol? OneWay { get; }

    internal INamedTypeSymbol? Concurrent { get; }

    internal INamedTypeSymbol? Volatile { get; }

    internal INamedTypeSymbol? Coalesce { get; }

    internal INamedTypeSymbol? SocketEvent { get; }

    internal INamedTypeSymbol? Timeout { get; }

    internal INamedTypeSymbol? Throws { get; }

    /// <summary>The base class of hub classes; null in a project that does not reference the server.</summary>
    internal INamedTypeSymbol? HubBase { get; }

    /// <summary>Whether a class is one that the server makes for a session or call: it derives from <c>SocketHub&lt;T&gt;</c>.</summary>
    internal bool IsHubClass(INamedTypeSymbol? type)
    {
        for (var level = type?.BaseType; level is not null; level = level.BaseType)
        {
            if (Is(level, HubBase))
            {
                return true;
            }
        }

        return false;
    }

    internal static KnownTypes For(Compilation compilation) => Cache.GetValue(compilation, static key => new KnownTypes(key));

    internal static bool Is(ISymbol? symbol, INamedTypeSymbol? known) =>
        known is not null && SymbolEqualityComparer.Default.Equals(symbol?.OriginalDefinition, known);

    internal static AttributeData? Find(ISymbol symbol, INamedTypeSymbol? attribute)
    {
        foreach (var candidate in symbol.GetAttributes())
        {
            if (Is(candidate.AttributeClass, attribute))
            {
                return candidate;
            }
        }

        return null;
    }

    /// <summary>The client interface that a hub's attribute names; null if the interface is no hub.</summary>
    internal ITypeSymbol? ClientOf(INamedTypeSymbol hub) => Find(hub, SocketHub)?.AttributeClass?.TypeArguments[0];

    /// <summary>A hub's name on the wire: the attribute's, else the interface's without its leading <c>I</c>.</summary>
    internal string WireName(INamedTypeSymbol hub) =>
        Find(hub, SocketHub) is { ConstructorArguments: [{ Value: string name }] } ? name : InterfaceNaming.WithoutI(hub);
}
