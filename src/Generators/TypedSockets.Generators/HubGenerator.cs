using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using System.Text;
using TypedSockets.Generators.Emission;
using TypedSockets.Generators.Model;
using TypedSockets.Generators.Parsing;

namespace TypedSockets.Generators;

/// <summary>Generates, for every hub interface, what both of its ends need. What is wrong with a hub is the analyzers' to report.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class HubGenerator : IIncrementalGenerator
{
    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var hubs = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownTypes.SocketHubName,
                static (node, _) => node is InterfaceDeclarationSyntax,
                static (target, cancel) =>
                    new ContractParser(target.SemanticModel.Compilation, SilentSink.Instance).Parse((INamedTypeSymbol)target.TargetSymbol, cancel))
            .Where(static hub => hub is not null)
            .Select(static (hub, _) => hub!)
            .WithTrackingName(TrackingNames.Hubs)
            .Collect()
            .SelectMany(static (all, _) => HubSet.Distinct(all))
            .WithTrackingName(TrackingNames.DistinctHubs);

        context.RegisterSourceOutput(hubs, static (output, hub) =>
        {
            Add(output, hub.Server.HintPrefix, "Contract", ContractEmitter.Emit(hub));
            AddSide(output, hub.Server);
        });

        // Two hubs may share a client interface or a payload type, and a file of one name may be added only once.
        var all = hubs.Collect();
        var clients = all.SelectMany(static (hubs, _) => ClientSet.Distinct(hubs)).WithTrackingName(TrackingNames.Clients);
        context.RegisterSourceOutput(clients, static (output, client) =>
        {
            if (client.EmitsSide)
            {
                AddSide(output, client.Side);
            }

            if (client.EmitsRecipients)
            {
                Add(output, client.Side.HintPrefix, "Recipients", RecipientsEmitter.Emit(client.Side));
            }
        });

        var payloads = all
            .SelectMany(static (hubs, _) => PayloadSet.Distinct(hubs.SelectMany(static hub => hub.Payloads)))
            .WithTrackingName(TrackingNames.Payloads);
        context.RegisterSourceOutput(payloads, static (output, payload) =>
            output.AddSource($"{payload.HintName}.g.cs", SourceText.From(PayloadCodecEmitter.Emit(payload), Encoding.UTF8)));
    }

    private static void AddSide(SourceProductionContext output, InterfaceModel side)
    {
        Add(output, side.HintPrefix, "Side", SideEmitter.Emit(side));
        Add(output, side.HintPrefix, "Arguments", ArgumentsEmitter.Emit(side));
        Add(output, side.HintPrefix, "Events", EventsEmitter.Emit(side));
        if (side.IsComplete)
        {
            Add(output, side.HintPrefix, "Proxy", ProxyEmitter.Emit(side));
        }
    }

    private static void Add(SourceProductionContext output, string type, string aspect, string text) =>
        output.AddSource($"{type}.{aspect}.g.cs", SourceText.From(text, Encoding.UTF8));
}
