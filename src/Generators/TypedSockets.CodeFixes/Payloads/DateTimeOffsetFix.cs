using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedSockets.CodeFixes.Editing;

namespace TypedSockets.CodeFixes.Payloads;

/// <summary>Declares a point in time as DateTimeOffset.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DateTimeOffsetFix))]
[Shared]
internal sealed class DateTimeOffsetFix() : PayloadTypeFix("TSKT2028", "Use DateTimeOffset")
{
    /// <inheritdoc />
    protected override TypeSyntax? Rewrite(TypeSyntax type, SemanticModel model, CancellationToken cancel) => Replace(
        type,
        node => node is NameSyntax && TypeNames.Means(node, "System.DateTime", model, cancel),
        static node => TypeNames.Like((TypeSyntax)node, "global::System.DateTimeOffset"));
}
