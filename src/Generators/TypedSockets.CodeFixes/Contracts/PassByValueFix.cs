using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedSockets.CodeFixes.Editing;

namespace TypedSockets.CodeFixes.Contracts;

/// <summary>Passes a parameter by value. Not offered for <c>out</c>: what it gives back would be lost.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PassByValueFix))]
[Shared]
internal sealed class PassByValueFix() : EditFix("TSKT1013")
{
    /// <inheritdoc />
    protected override async Task<IReadOnlyList<Suggestion>> SuggestAsync(Finding finding, CancellationToken cancel)
    {
        if (finding.Declared(cancel) is not IParameterSymbol { RefKind: not RefKind.Out } parameter)
        {
            return Suggestion.None;
        }

        var edits = await ParameterLists.ChangeAsync(
            finding,
            static (parameters, position) => parameters.Replace(parameters[position], ByValue(parameters[position])),
            static (arguments, position, _) => arguments.Replace(arguments[position], ByValue(arguments[position])),
            cancel).ConfigureAwait(false);
        return [new Suggestion($"Pass '{parameter.Name}' by value", edits)];
    }

    private static ArgumentSyntax ByValue(ArgumentSyntax argument) => argument.WithRefKindKeyword(default).WithTriviaFrom(argument);

    private static ParameterSyntax ByValue(ParameterSyntax parameter)
    {
        var modifiers = parameter.Modifiers;
        for (var i = modifiers.Count - 1; i >= 0; i--)
        {
            if (modifiers[i].Kind() is SyntaxKind.RefKeyword or SyntaxKind.InKeyword or SyntaxKind.ReadOnlyKeyword or SyntaxKind.ScopedKeyword)
            {
                modifiers = modifiers.RemoveAt(i);
            }
        }

        return parameter.WithModifiers(modifiers).WithTriviaFrom(parameter);
    }
}
