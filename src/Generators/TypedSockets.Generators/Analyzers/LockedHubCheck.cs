using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedSockets.Generators.Locking;
using TypedSockets.Generators.Model;
using TypedSockets.Generators.Parsing;

namespace TypedSockets.Generators.Analyzers;

/// <summary>Compares one hub with the lock.</summary>
/// <param name="locked">The lock.</param>
/// <param name="isDeployed">Whether what is built is deployed, so that the lock has to know all of it.</param>
internal sealed class LockedHubCheck(ContractLock locked, bool isDeployed)
{
    internal const string ManifestProperty = "manifest";

    internal void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind != TypeKind.Interface || KnownTypes.For(context.Compilation).ClientOf(type) is not INamedTypeSymbol client)
        {
            return;
        }

        // What is half typed or wrong has been reported; compared, it would look as if it had been taken out.
        if (IsHalfTyped(type, context.CancellationToken) || IsHalfTyped(client, context.CancellationToken))
        {
            return;
        }

        var hub = new ContractParser(context.Compilation, SilentSink.Instance).Parse(type, context.CancellationToken);
        if (hub is not { Server.IsComplete: true, Client.IsComplete: true })
        {
            return;
        }

        var current = LockReader.ReadManifest(hub.Manifest);
        var before = locked.Find(hub.WireName);
        var breaks = before is null ? [] : new LockComparison(before.Contract, current.Contract).Find();
        foreach (var difference in breaks)
        {
            Report(context, type, hub, difference);
        }

        if (breaks.Count == 0 && (before is null || LockWriter.Contract(before) != LockWriter.Contract(current)))
        {
            var properties = ImmutableDictionary<string, string?>.Empty.Add(ManifestProperty, hub.Manifest);
            context.ReportDiagnostic(Diagnostic.Create(
                isDeployed ? LockRules.Stale : LockRules.Addition, MethodParser.Location(type), properties, type.Name, Additions(before, current)));
        }
    }

    private static bool IsHalfTyped(INamedTypeSymbol type, CancellationToken cancel)
    {
        foreach (var part in type.AllInterfaces.Add(type).SelectMany(level => level.DeclaringSyntaxReferences))
        {
            if (part.GetSyntax(cancel).ContainsDiagnostics)
            {
                return true;
            }
        }

        return false;
    }

    private static void Report(SymbolAnalysisContext context, INamedTypeSymbol type, HubModel hub, LockDifference difference)
    {
        var side = difference.IsServerSide ? type : (INamedTypeSymbol)KnownTypes.For(context.Compilation).ClientOf(type)!;
        var name = difference.Member is { } member ? $"{side.Name}.{member}" : type.Name;
        context.ReportDiagnostic(difference.Reason is { } reason
            ? Diagnostic.Create(LockRules.Changed, Place(context, type, side, hub, difference), name, reason)
            : Diagnostic.Create(
                LockRules.Removed,
                MethodParser.Location(type),
                $"\"{name}\"",
                difference.IsServerSide ? "clients that are deployed may send it" : "servers that are deployed may send it, and nobody would listen",
                $"keep it, or let what replaced it be [SocketEvent(\"{difference.Member}\")]"));
    }

    // Where the member stands, if that is in this project.
    private static Location? Place(SymbolAnalysisContext context, INamedTypeSymbol type, INamedTypeSymbol side, HubModel hub, LockDifference difference)
    {
        foreach (var method in (difference.IsServerSide ? hub.Server : hub.Client).Methods)
        {
            if (method.WireName != difference.Member)
            {
                continue;
            }

            foreach (var member in InterfaceMembers.Of(side))
            {
                if (member.Name == method.Name && MethodParser.Location(member) is { SourceTree: { } tree } location && context.Compilation.ContainsSyntaxTree(tree))
                {
                    return location;
                }
            }
        }

        return MethodParser.Location(type);
    }

    private static string Additions(LockedContract? before, LockedContract current)
    {
        if (before is null)
        {
            return "the hub itself";
        }

        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in before.Contract.Server.Concat(before.Contract.Client))
        {
            known.Add(member.Name);
        }

        var added = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var member in current.Contract.Server.Concat(current.Contract.Client))
        {
            if (!known.Contains(member.Name))
            {
                added.Add($"'{member.Name}'");
            }
        }

        return added.Count > 0 ? string.Join(", ", added) : "parameters, or members of its payloads";
    }
}
