using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedSockets.CodeFixes.Editing;

namespace TypedSockets.CodeFixes.Contracts;

/// <summary>Removes a hub's name on the wire, so that it is named as its interface.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WithoutWireNameFix))]
[Shared]
internal sealed class WithoutWireNameFix() : EditFix("TSKT1019")
{
    /// <inheritdoc />
    protected override Task<IReadOnlyList<Suggestion>> SuggestAsync(Finding finding, CancellationToken cancel)
    {
        if (finding.Enclosing<InterfaceDeclarationSyntax>() is not { } hub
            || Attributes.Find(hub, "TypedSockets.SocketHubAttribute", finding.Model, cancel) is not { ArgumentList: { } arguments } attribute)
        {
            return Task.FromResult(Suggestion.None);
        }

        var edit = Edit.Of(attribute, changed => changed.WithArgumentList(null).WithTrailingTrivia(arguments.GetTrailingTrivia()));
        return Task.FromResult<IReadOnlyList<Suggestion>>([new Suggestion($"Name the hub as '{hub.Identifier.ValueText}'", [edit])]);
    }
}
