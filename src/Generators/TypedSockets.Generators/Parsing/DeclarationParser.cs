using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedSockets.Generators.Emission;
using TypedSockets.Generators.Model;

namespace TypedSockets.Generators.Parsing;

/// <summary>Decides whether a part can be added to a hub interface where it is declared, and describes the place.</summary>
internal sealed class DeclarationParser(Compilation compilation, IDiagnosticSink sink)
{
    internal bool Check(INamedTypeSymbol hub, CancellationToken cancel)
    {
        var location = MethodParser.Location(hub);
        if (compilation is CSharpCompilation { LanguageVersion: < LanguageVersion.CSharp14 })
        {
            sink.Report(ContractRules.OldLanguage, location, hub.Name);
            return false;
        }

        if (hub.TypeParameters.Length > 0)
        {
            sink.Report(ContractRules.Generic, location, hub.Name);
            return false;
        }

        if (!PayloadAccess.Suffices(hub, Accessibility.Internal))
        {
            sink.Report(ContractRules.Inaccessible, location, hub.Name);
            return false;
        }

        if (!IsPartial(hub, cancel))
        {
            sink.Report(ContractRules.NotPartial, location, hub.Name);
            return false;
        }

        for (var container = hub.ContainingType; container is not null; container = container.ContainingType)
        {
            if (container.IsGenericType || !IsPartial(container, cancel))
            {
                sink.Report(ContractRules.ContainerNotPartial, location, hub.Name, container.Name);
                return false;
            }
        }

        return true;
    }

    internal static DeclarationModel Describe(INamedTypeSymbol hub)
    {
        var containers = new List<string>();
        for (var container = hub.ContainingType; container is not null; container = container.ContainingType)
        {
            containers.Insert(0, $"partial {Keyword(container)} {CSharpName.Escape(container.Name)}");
        }

        return new DeclarationModel(InterfaceNaming.Namespace(hub), new EquatableArray<string>([.. containers]), CSharpName.Escape(hub.Name));
    }

    private static string Keyword(INamedTypeSymbol container) => container switch
    {
        { IsRecord: true, TypeKind: TypeKind.Struct } => "record struct",
        { IsRecord: true } => "record",
        { TypeKind: TypeKind.Struct } => "struct",
        { TypeKind: TypeKind.Interface } => "interface",
        _ => "class",
    };

    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancel)
    {
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancel) is TypeDeclarationSyntax declaration && !declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
            {
                return false;
            }
        }

        return true;
    }
}
