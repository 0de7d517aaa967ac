using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedSockets.CodeFixes.Contracts;
using TypedSockets.CodeFixes.Editing;

namespace TypedSockets.CodeFixes.Usage;

/// <summary>Derives a hub class from SocketHub of its contract's client.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ContractClientFix))]
[Shared]
internal sealed class ContractClientFix() : EditFix("TSKT4002")
{
    /// <inheritdoc />
    protected override async Task<IReadOnlyList<Suggestion>> SuggestAsync(Finding finding, CancellationToken cancel)
    {
        if (finding.Declared(cancel) is not INamedTypeSymbol type || Client(type) is not { } client)
        {
            return Suggestion.None;
        }

        foreach (var part in await Declarations.OfAsync(type, finding.Solution, cancel).ConfigureAwait(false))
        {
            foreach (var parent in part.BaseList?.Types ?? default)
            {
                if (parent.Type is GenericNameSyntax { Identifier.ValueText: "SocketHub", TypeArgumentList.Arguments: [var served] })
                {
                    var name = client.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
                    return [new Suggestion($"Derive from SocketHub<{client.Name}>", [Edit.Of(served, replaced => TypeNames.Like(replaced, name))])];
                }
            }
        }

        return Suggestion.None;
    }

    // Of several contracts with different clients none is the one that is meant.
    private static INamedTypeSymbol? Client(INamedTypeSymbol type)
    {
        INamedTypeSymbol? client = null;
        foreach (var hub in type.AllInterfaces)
        {
            if (HubClients.Of(hub) is not { } served || (client?.AllInterfaces.Contains(served, SymbolEqualityComparer.Default) ?? false))
            {
                continue;
            }

            if (client is not null && !SymbolEqualityComparer.Default.Equals(client, served) && !served.AllInterfaces.Contains(client, SymbolEqualityComparer.Default))
            {
                return null;
            }

            client = served;
        }

        return client;
    }
}
