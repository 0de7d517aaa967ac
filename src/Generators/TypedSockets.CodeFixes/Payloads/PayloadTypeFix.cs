using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedSockets.CodeFixes.Editing;

namespace TypedSockets.CodeFixes.Payloads;

/// <summary>
/// A fix that writes another type where a contract or payload declares one. A method's implementations get the type as well; what their bodies do with it
/// is left to whoever wrote them.
/// </summary>
internal abstract class PayloadTypeFix(string rule, string title) : EditFix(rule)
{
    /// <inheritdoc />
    protected sealed override async Task<IReadOnlyList<Suggestion>> SuggestAsync(Finding finding, CancellationToken cancel)
    {
        var edits = new List<Edit>();
        foreach (var declared in await DeclaredAsync(finding, cancel).ConfigureAwait(false))
        {
            if (await finding.ModelOfAsync(declared, cancel).ConfigureAwait(false) is { } model && Rewrite(declared, model, cancel) is { } type)
            {
                edits.Add(new Edit(declared, _ => type.WithTriviaFrom(declared)));
            }
        }

        return [new Suggestion(title, edits)];
    }

    /// <summary>The new type; null where there is nothing to change.</summary>
    protected abstract TypeSyntax? Rewrite(TypeSyntax type, SemanticModel model, CancellationToken cancel);

    /// <summary>Replaces what matches within a type, outermost first; null if nothing does.</summary>
    protected static TypeSyntax? Replace(TypeSyntax type, Func<SyntaxNode, bool> matches, Func<SyntaxNode, SyntaxNode> replace)
    {
        var found = new List<SyntaxNode>();
        foreach (var node in type.DescendantNodesAndSelf(node => !matches(node)))
        {
            if (matches(node))
            {
                found.Add(node);
            }
        }

        return found.Count == 0 ? null : type.ReplaceNodes(found, (original, _) => replace(original));
    }

    private static async Task<IReadOnlyList<TypeSyntax>> DeclaredAsync(Finding finding, CancellationToken cancel)
    {
        var types = new List<TypeSyntax>();
        if (await finding.PlacesAsync(cancel).ConfigureAwait(false) is not { } places)
        {
            return types;
        }

        foreach (var place in places)
        {
            if (TypeOf(place) is { } type)
            {
                types.Add(type);
            }
        }

        if (places.Count == 0)
        {
            await AddSignatureAsync(types, finding, cancel).ConfigureAwait(false);
        }

        return types;
    }

    private static async Task AddSignatureAsync(List<TypeSyntax> types, Finding finding, CancellationToken cancel)
    {
        var parameter = finding.Declared(cancel) as IParameterSymbol;
        if ((parameter?.ContainingSymbol ?? finding.Declared(cancel)) is not IMethodSymbol method)
        {
            return;
        }

        foreach (var declaration in await ContractMethods.FindAsync(method, finding.Solution, cancel).ConfigureAwait(false))
        {
            if ((parameter is null ? declaration.ReturnType : declaration.ParameterList.Parameters[parameter.Ordinal].Type) is { } type)
            {
                types.Add(type);
            }
        }
    }

    private static TypeSyntax? TypeOf(SyntaxNode member) => member switch
    {
        PropertyDeclarationSyntax property => property.Type,
        ParameterSyntax parameter => parameter.Type,
        VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax field } => field.Type,
        _ => null,
    };
}
