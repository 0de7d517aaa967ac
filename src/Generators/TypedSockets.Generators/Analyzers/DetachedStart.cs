using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TypedSockets.Generators.Analyzers;

/// <summary>A place where a delegate is handed on to run later.</summary>
/// <param name="Function">The lambda, local function or method that is handed on.</param>
/// <param name="Name">What it is given to: <c>Task.Run</c>.</param>
/// <param name="Place">Where that is named.</param>
/// <param name="Owners">The event, and the fields and properties, by which a hub can end it again.</param>
internal sealed record DetachedStart(IMethodSymbol Function, string Name, Location Place, ImmutableArray<ISymbol> Owners);
