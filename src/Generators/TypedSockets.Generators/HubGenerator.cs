using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
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
        var parsed = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownTypes.SocketHubName,
                static (node, _) => node is InterfaceDeclarationSyntax,
                static (target, cancel) => IsFirst(target)
                    ? new ContractParser(target.SemanticModel.Compilation, SilentSink.Instance).Parse((INamedTypeSymbol)target.TargetSymbol, cancel)
                    : null)
            .Where(static hub => hub is not null)
            .Select(static (hub, _) => hub!)
            .WithTrackingName(TrackingNames.ParsedHubs);

        // The compiler takes no two files of one name: names must differ, and what hubs may share, a client interface or a payload type, is written once.
        var all = parsed.Collect();
        var hints = all.Select(static (hubs, _) => HintSet.Of(hubs)).WithTrackingName(TrackingNames.Hints);
        var hubs = parsed
            .Combine(hints)
            .Select(static (pair, _) => pair.Left with { Server = pair.Right.Apply(pair.Left.Server) })
            .WithTrackingName(TrackingNames.Hubs);
        var clients = all.SelectMany(static (hubs, _) => ClientSet.Distinct(hubs)).WithTrackingName(TrackingNames.Clients);
        var payloads = all.SelectMany(static (hubs, _) => PayloadSet.Distinct(Payloads(hubs))).WithTrackingName(TrackingNames.Payloads);

        context.RegisterSourceOutput(hubs, static (output, hub) =>
        {
            Add(output, hub.Server, "Contract", ContractEmitter.Emit(hub));
            AddSide(output, hub.Server);
        });
        context.RegisterSourceOutput(clients, AddClient);
        context.RegisterSourceOutput(payloads, static (output, payload) =>
            output.AddSource($"{payload.Name.Hint}.g.cs", SourceText.From(PayloadCodecEmitter.Emit(payload), Encoding.UTF8)));
    }

    // A hub whose parts each carry the attribute, an error of the compiler's, comes once for each part.
    private static bool IsFirst(GeneratorAttributeSyntaxContext target) =>
        KnownTypes.Find(target.TargetSymbol, KnownTypes.For(target.SemanticModel.Compilation).SocketHub)?.ApplicationSyntaxReference is { } first
        && first.SyntaxTree == target.TargetNode.SyntaxTree
        && target.TargetNode.Span.Contains(first.Span);

    private static IEnumerable<PayloadModel> Payloads(IReadOnlyList<HubModel> hubs)
    {
        foreach (var hub in hubs)
        {
            foreach (var payload in hub.Payloads)
            {
                yield return payload;
            }
        }
    }

    private static void AddClient(SourceProductionContext output, ClientModel client)
    {
        if (client.EmitsSide)
        {
            AddSide(output, client.Side);
        }

        if (client.EmitsRecipients)
        {
            Add(output, client.Side, "Recipients", RecipientsEmitter.Emit(client.Side));
        }
    }

    private static void AddSide(SourceProductionContext output, InterfaceModel side)
    {
        Add(output, side, "Side", SideEmitter.Emit(side));
        Add(output, side, "Events", EventsEmitter.Emit(side));
        if (ArgumentsEmitter.IsNeeded(side))
        {
            Add(output, side, "Arguments", ArgumentsEmitter.Emit(side));
        }

        if (side.IsComplete)
        {
            Add(output, side, "Proxy", ProxyEmitter.Emit(side));
        }
    }

    private static void Add(SourceProductionContext output, InterfaceModel side, string aspect, string text) =>
        output.AddSource($"{side.Names.Hint}.{aspect}.g.cs", SourceText.From(text, Encoding.UTF8));
}
