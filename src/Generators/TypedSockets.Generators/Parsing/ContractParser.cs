using System.Text;
using Microsoft.CodeAnalysis;
using TypedSockets.Generators.Model;

namespace TypedSockets.Generators.Parsing;

/// <summary>Turns a hub interface into its model, or reports what is wrong with it. The generator and the analyzer share it.</summary>
internal sealed class ContractParser(Compilation compilation, IDiagnosticSink sink)
{
    private const int MaxNameBytes = 256;

    // Unlike Encoding.UTF8 it refuses half of a surrogate pair, which no peer could send back.
    private static readonly Encoding StrictUtf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly KnownTypes _known = KnownTypes.For(compilation);

    /// <summary>Parses a hub.</summary>
    /// <returns>Null if nothing can be generated for it.</returns>
    internal HubModel? Parse(INamedTypeSymbol hub, CancellationToken cancel)
    {
        var declarations = new DeclarationParser(compilation, sink);
        if (!declarations.Check(hub, cancel) || CheckClient(hub) is not { } client)
        {
            return null;
        }

        CheckInheritedClients(hub, client);
        var payloads = new PayloadParser(compilation, sink);
        var server = new InterfaceParser(_known, payloads, sink, Effective(hub), isHub: true).Parse(hub, cancel);
        var offered = new InterfaceParser(_known, payloads, sink, Effective(client), isHub: false).Parse(client, cancel);
        var wireName = CheckWireName(hub);
        if (InterfaceMembers.AnyStaticAbstract(hub) || InterfaceMembers.AnyStaticAbstract(client))
        {
            return null;
        }

        var manifest = ManifestText.Of(wireName, server, offered, payloads.Payloads);
        return new HubModel(
            wireName,
            DeclarationParser.Describe(hub),
            server,
            offered,
            payloads.Payloads,
            manifest,
            ManifestText.Fingerprint(manifest),
            EmitsRecipients: !HasRecipients(offered));
    }

    private string CheckWireName(INamedTypeSymbol hub)
    {
        var name = _known.WireName(hub);
        if (IsWireName(name))
        {
            return name;
        }

        sink.Report(ContractRules.WireName, MethodParser.Location(hub), hub.Name);
        return hub.Name;
    }

    /// <summary>Whether a name can go over the wire.</summary>
    internal static bool IsWireName(string name)
    {
        try
        {
            return name.Length > 0 && StrictUtf8.GetByteCount(name) <= MaxNameBytes;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
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

        return offered;
    }

    private void CheckInheritedClients(INamedTypeSymbol hub, INamedTypeSymbol client)
    {
        foreach (var inherited in hub.AllInterfaces)
        {
            if (_known.ClientOf(inherited) is { TypeKind: not TypeKind.Error } expected
                && !SymbolEqualityComparer.Default.Equals(expected, client)
                && !client.AllInterfaces.Contains(expected, SymbolEqualityComparer.Default))
            {
                sink.Report(ContractRules.ForeignClient, MethodParser.Location(hub), hub.Name, inherited.Name, expected.Name);
                return;
            }
        }
    }

    // Written twice, they would make every call ambiguous.
    private bool HasRecipients(InterfaceModel client)
    {
        foreach (var type in compilation.GetTypesByMetadataName($"TypedSockets.{client.Names.Recipients}"))
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
}
