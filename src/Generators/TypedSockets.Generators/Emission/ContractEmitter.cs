using TypedSockets.Generators.Model;

namespace TypedSockets.Generators.Emission;

/// <summary>Writes the hub's own part: what makes the interface a contract, its description, its <c>On</c>, and its manifest.</summary>
internal static class ContractEmitter
{
    private const string Hubs = "global::TypedSockets.Hubs";

    internal static string Emit(HubModel hub)
    {
        var code = GeneratedFile.Begin(new CodeWriter());
        code.Line($"[assembly: global::TypedSockets.CompilerServices.SocketContractManifest({Literal(hub.WireName)},");
        using (code.Indent())
        {
            code.Line($"{Literal(hub.Manifest)})]").Line();
        }

        WriteInterface(code, hub);
        code.Line();
        WriteDescription(code, hub);
        code.Line();
        WriteOn(code, hub);
        return code.ToString();
    }

    private static void WriteInterface(CodeWriter code, HubModel hub)
    {
        var blocks = new Stack<CodeWriter.Block>();
        if (hub.UserNamespace.Length > 0)
        {
            blocks.Push(code.Braces($"namespace {hub.UserNamespace}"));
        }

        foreach (var container in hub.Containers)
        {
            blocks.Push(code.Braces(container));
        }

        var server = hub.Server.Type;
        var client = hub.Client.Type;
        using (code.Braces($"partial interface {CSharpName.Escape(hub.Declaration)} : {Hubs}.IHubContract<{server}, {client}>"))
        {
            code.Line($"static {Hubs}.HubContract {Hubs}.IHubContract<{server}>.Contract => {Description(hub)}.Instance;");
            code.Line();
            code.Line($"static {Hubs}.ContractSide<{server}> {Hubs}.IHubContract<{server}>.Server => {hub.Server.Side}.Instance;");
            code.Line();
            code.Line($"static {Hubs}.ContractSide<{client}> {Hubs}.IHubContract<{server}, {client}>.Client => {hub.Client.Side}.Instance;");
        }

        while (blocks.Count > 0)
        {
            blocks.Pop().Dispose();
        }
    }

    private static void WriteDescription(CodeWriter code, HubModel hub)
    {
        using (code.Braces($"namespace {hub.Server.Namespace}"))
        {
            code.Line($"/// <summary>What <see cref=\"{hub.Server.Type}\"/> is at run time.</summary>");
            code.Line(GeneratedFile.Attribute);
            using (code.Braces($"internal static class {hub.Server.Prefix}Contract"))
            {
                code.Line($"internal static readonly {Hubs}.HubContract Instance = new(");
                using (code.Indent())
                {
                    code.Line($"name: {Literal(hub.WireName)},");
                    code.Line($"fingerprint: \"{hub.Fingerprint}\",");
                    code.Line($"server: {hub.Server.Side}.Instance,");
                    code.Line($"client: {hub.Client.Side}.Instance);");
                }
            }
        }
    }

    private static void WriteOn(CodeWriter code, HubModel hub)
    {
        using (code.Braces("namespace TypedSockets"))
        {
            code.Line($"/// <summary>Adds <c>On</c> to both ends of <see cref=\"{hub.Server.Type}\"/>.</summary>");
            code.Line(GeneratedFile.Attribute);
            using (code.Braces($"{hub.Server.Accessibility} static class {hub.Server.UniqueName}On"))
            {
                using (code.Braces($"extension(global::TypedSockets.HubClient<{hub.Server.Type}> hub)"))
                {
                    code.Line("/// <summary>Subscribes to what the server says to this client.</summary>");
                    code.Line($"public {hub.Client.Events} On => new(hub.Handlers);");
                }

                code.Line();
                using (code.Braces($"extension(global::TypedSockets.HubSocket<{hub.Server.Type}, {hub.Client.Type}> socket)"))
                {
                    code.Line("/// <summary>Subscribes to what this client says to the server.</summary>");
                    code.Line($"public {hub.Server.Events} On => new(socket.Handlers);");
                }
            }
        }
    }

    private static string Description(HubModel hub) => $"global::{hub.Server.Namespace}.{hub.Server.Prefix}Contract";

    private static string Literal(string text) => Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(text, quote: true);
}
