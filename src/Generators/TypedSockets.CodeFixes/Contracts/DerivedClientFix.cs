using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using TypedSockets.CodeFixes.Editing;

namespace TypedSockets.CodeFixes.Contracts;

/// <summary>Derives the client interface of an inheriting hub from that of the hub that it inherits.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DerivedClientFix))]
[Shared]
internal sealed class DerivedClientFix() : EditFix("TSKT1007")
{
    /// <inheritdoc />
    protected override async Task<IReadOnlyList<Suggestion>> SuggestAsync(Finding finding, CancellationToken cancel)
    {
        if (finding.Declared(cancel) is not INamedTypeSymbol hub || HubClients.Of(hub) is not { } client || Missing(hub, client) is not { } parent)
        {
            return Suggestion.None;
        }

        foreach (var part in await Declarations.OfAsync(client, finding.Solution, cancel).ConfigureAwait(false))
        {
            if (part is InterfaceDeclarationSyntax declaration)
            {
                return [new Suggestion($"Derive '{client.Name}' from '{parent.Name}'", [Edit.Of(declaration, changed => Derive(changed, parent))])];
            }
        }

        return Suggestion.None;
    }

    // An interface that the parent inherits itself cannot derive from it.
    private static INamedTypeSymbol? Missing(INamedTypeSymbol hub, INamedTypeSymbol client)
    {
        foreach (var inherited in hub.AllInterfaces)
        {
            if (HubClients.Of(inherited) is { } parent && !Inherits(client, parent))
            {
                return Inherits(parent, client) ? null : parent;
            }
        }

        return null;
    }

    private static bool Inherits(INamedTypeSymbol type, INamedTypeSymbol parent) =>
        SymbolEqualityComparer.Default.Equals(type, parent) || type.AllInterfaces.Contains(parent, SymbolEqualityComparer.Default);

    private static InterfaceDeclarationSyntax Derive(InterfaceDeclarationSyntax client, INamedTypeSymbol parent)
    {
        var name = parent.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        var type = SyntaxFactory.SimpleBaseType(SyntaxFactory.ParseTypeName(name).WithAdditionalAnnotations(Simplifier.Annotation));
        if (client.BaseList is { } bases)
        {
            var trailing = bases.GetTrailingTrivia();
            var longer = bases.WithoutTrailingTrivia().AddTypes(type);
            return client.WithBaseList(longer.WithTrailingTrivia(trailing)).WithAdditionalAnnotations(Formatter.Annotation);
        }

        var identifier = client.Identifier;
        var list = SyntaxFactory.BaseList(SyntaxFactory.SingletonSeparatedList<BaseTypeSyntax>(type)).WithTrailingTrivia(identifier.TrailingTrivia);
        return client
            .WithIdentifier(identifier.WithTrailingTrivia(SyntaxFactory.Space))
            .WithBaseList(list.WithColonToken(list.ColonToken.WithTrailingTrivia(SyntaxFactory.Space)));
    }
}
