using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedSockets.Generators.Emission;
using TypedSockets.Generators.Model;

namespace TypedSockets.Generators.Parsing;

/// <summary>Turns a hub interface into its model, or reports what is wrong with it. The generator and the analyzer share it.</summary>
internal sealed class ContractParser(Compilation compilation, IDiagnosticSink sink)
{
    private const int MaxNameBytes = 256;

    private readonly KnownTypes _known = KnownTypes.For(compilation);

    /// <summary>Parses a hub.</summary>
    /// <returns>Null if nothing can be generated for it.</returns>
    internal HubModel? Parse(INamedTypeSymbol hub, CancellationToken cancel)
    {
        if (!CheckHub(hub, cancel) || CheckClient(hub) is not { } client)
        {
            return null;
        }

        var wireName = WireName(hub);
        if (wireName.Length == 0 || Encoding.UTF8.GetByteCount(wireName) > MaxNameBytes)
        {
            sink.Report(ContractRules.WireName, MethodParser.Location(hub), hub.Name);
            return null;
        }

        var accessibility = Effective(hub);
        var payloads = new PayloadParser(compilation, sink);
        var server = new InterfaceParser(_known, payloads, sink, accessibility).Parse(hub, cancel);
        var offered = new InterfaceParser(_known, payloads, sink, Effective(client)).Parse(client, cancel);
        var manifest = ManifestText.Of(wireName, server, offered, payloads.Payloads);
        return new HubModel(
            wireName,
            InterfaceName.User(hub),
            Containers(hub),
            hub.Name,
            server,
            offered,
            payloads.Payloads,
            manifest,
            ManifestText.Fingerprint(manifest),
            EmitsRecipients: !HasRecipients(offered));
    }

    /// <summary>The hub's name on the wire: the attribute's, else the interface's without its leading I.</summary>
    internal string WireName(INamedTypeSymbol hub)
    {
        var arguments = KnownTypes.Find(hub, _known.SocketHub)!.ConstructorArguments;
        return arguments.Length == 1 ? arguments[0].Value as string ?? "" : InterfaceName.Plain(hub);
    }

    private bool CheckHub(INamedTypeSymbol hub, CancellationToken cancel)
    {
        var location = MethodParser.Location(hub);
        if (compilation is CSharpCompilation { LanguageVersion: < LanguageVersion.CSharp14 })
        {
            sink.Report(ContractRules.OldLanguage, location, hub.Name);
            return false;
        }

        if (hub.IsGenericType)
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

    private INamedTypeSymbol? CheckClient(INamedTypeSymbol hub)
    {
        var location = MethodParser.Location(hub);
        var client = _known.ClientOf(hub);
        if (client is not INamedTypeSymbol { TypeKind: TypeKind.Interface } offered)
        {
            if (client is not { TypeKind: TypeKind.Error })
            {
                sink.Report(ContractRules.ClientNotInterface, location, hub.Name, client?.ToDisplayString() ?? "");
            }

            return null;
        }

        if (offered.IsGenericType)
        {
            sink.Report(ContractRules.Generic, location, offered.ToDisplayString());
            return null;
        }

        var accessibility = Effective(hub);
        if (!PayloadAccess.Suffices(offered, accessibility))
        {
            sink.Report(ContractRules.ClientLessAccessible, location, hub.Name, offered.Name, accessibility == Accessibility.Public ? "public" : "internal");
            return null;
        }

        return CheckInheritedClients(hub, offered, location) ? offered : null;
    }

    private bool CheckInheritedClients(INamedTypeSymbol hub, INamedTypeSymbol client, Location? location)
    {
        foreach (var inherited in hub.AllInterfaces)
        {
            if (_known.ClientOf(inherited) is { } expected
                && !SymbolEqualityComparer.Default.Equals(expected, client)
                && !client.AllInterfaces.Contains(expected, SymbolEqualityComparer.Default))
            {
                sink.Report(ContractRules.ForeignClient, location, hub.Name, inherited.Name, expected.Name);
                return false;
            }
        }

        return true;
    }

    // Written by the first assembly that has a hub with this client: extension methods that are there twice are ambiguous.
    private bool HasRecipients(InterfaceModel client)
    {
        foreach (var type in compilation.GetTypesByMetadataName($"TypedSockets.{client.UniqueName}Recipients"))
        {
            if (!SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly)
                && compilation.IsSymbolAccessibleWithin(type, compilation.Assembly))
            {
                return true;
            }
        }

        return false;
    }

    private static Accessibility Effective(INamedTypeSymbol type) =>
        PayloadAccess.Suffices(type, Accessibility.Public) ? Accessibility.Public : Accessibility.Internal;

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

    private static EquatableArray<string> Containers(INamedTypeSymbol hub)
    {
        var containers = new List<string>();
        for (var container = hub.ContainingType; container is not null; container = container.ContainingType)
        {
            var keyword = container switch
            {
                { IsRecord: true, TypeKind: TypeKind.Struct } => "record struct",
                { IsRecord: true } => "record",
                { TypeKind: TypeKind.Struct } => "struct",
                { TypeKind: TypeKind.Interface } => "interface",
                _ => "class",
            };
            containers.Insert(0, $"partial {keyword} {CSharpName.Escape(container.Name)}");
        }

        return new EquatableArray<string>([.. containers]);
    }
}
