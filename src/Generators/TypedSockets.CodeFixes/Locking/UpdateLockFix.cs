using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using TypedSockets.Generators.Analyzers;
using TypedSockets.Generators.Locking;

namespace TypedSockets.CodeFixes.Locking;

/// <summary>Records a hub's additions in the contract lock. All hubs at once is what the build target is for.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UpdateLockFix))]
[Shared]
internal sealed class UpdateLockFix : CodeFixProvider
{
    private const string Title = $"Record it in {ContractLock.FileName}";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => ["TSKT3001", "TSKT3002"];

    /// <inheritdoc />
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc />
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (diagnostic.Properties.TryGetValue(LockedHubCheck.ManifestProperty, out var manifest) && manifest is not null && Find(context.Document.Project) is { } file)
            {
                context.RegisterCodeFix(CodeAction.Create(Title, cancel => RecordAsync(file, manifest, cancel), Title), diagnostic);
            }
        }

        return Task.CompletedTask;
    }

    private static TextDocument? Find(Project project)
    {
        foreach (var document in project.AdditionalDocuments)
        {
            if (Path.GetFileName(document.FilePath ?? document.Name) == ContractLock.FileName)
            {
                return document;
            }
        }

        return null;
    }

    private static async Task<Solution> RecordAsync(TextDocument file, string manifest, CancellationToken cancel)
    {
        var text = await file.GetTextAsync(cancel).ConfigureAwait(false);
        var current = LockReader.ReadManifest(manifest);
        var others = ContractLock.Parse(text.ToString()).Contracts.Where(contract => contract.Hub != current.Hub);
        var updated = new ContractLock([.. others, current]).ToText();
        return file.Project.Solution.WithAdditionalDocumentText(file.Id, SourceText.From(updated, text.Encoding));
    }
}
