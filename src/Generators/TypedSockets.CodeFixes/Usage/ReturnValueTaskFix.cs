using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedSockets.CodeFixes.Editing;

namespace TypedSockets.CodeFixes.Usage;

/// <summary>Makes a contract member that is implemented as <c>async void</c> a <c>[OneWay] ValueTask</c>, with all its implementations.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReturnValueTaskFix))]
[Shared]
internal sealed class ReturnValueTaskFix() : EditFix("TSKT4001")
{
    /// <inheritdoc />
    protected override async Task<IReadOnlyList<Suggestion>> SuggestAsync(Finding finding, CancellationToken cancel)
    {
        if (finding.Declared(cancel) is not IMethodSymbol method || Implemented(method) is not { } member)
        {
            return Suggestion.None;
        }

        var edits = new List<Edit>();
        foreach (var declaration in await ContractMethods.FindAsync(member, finding.Solution, cancel).ConfigureAwait(false))
        {
            edits.Add(declaration.Parent is InterfaceDeclarationSyntax && declaration is { Body: null, ExpressionBody: null }
                ? Edit.Of(declaration, OneWay)
                : Edit.Of(declaration, TaskBodies.ReturnNothing));
        }

        return [new Suggestion($"Make '{member.Name}' [OneWay] ValueTask in the contract", edits)];
    }

    // One implementation of members of two contracts would need both changed.
    private static IMethodSymbol? Implemented(IMethodSymbol method)
    {
        IMethodSymbol? found = null;
        foreach (var type in method.ContainingType.AllInterfaces)
        {
            foreach (var candidate in type.GetMembers())
            {
                if (candidate is IMethodSymbol member && SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method))
                {
                    if (found is not null)
                    {
                        return null;
                    }

                    found = member;
                }
            }
        }

        return found;
    }

    private static MethodDeclarationSyntax OneWay(MethodDeclarationSyntax declaration) => Attributes.Add(
        declaration.WithReturnType(TypeNames.ValueTask(declaration.ReturnType)), Attributes.List("global::TypedSockets.OneWay"));
}
