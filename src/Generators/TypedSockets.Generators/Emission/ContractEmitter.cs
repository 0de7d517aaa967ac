using Microsoft.CodeAnalysis.CSharp;
using TypedSockets.Generators.Model;

namespace TypedSockets.Generators.Emission;

/// <summary>Writes the hub's own part: what makes the interface a contract, its description, its <c>On</c>, and its manifest.</summary>
internal static class ContractEmitter
{
    private const string Hubs = "global::TypedSockets.Hubs";

    internal static string Emit(HubModel hub)
    {
        var code = ContractFile.Begin(hub.Server, hub.Client);
        var manifest = $"{hub.Server.Names.Global(hub.Server.Names.Contract)}.Manifest";
        code.Line($"[assembly: global::TypedSockets.CompilerServices.SocketContractManifest({CSharpLiteral.Of(hub.WireName)}, {manifest})]");

        code.Line();
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
        if (hub.Declaration.Namespace.Length > 0)
        {
            blocks.Push(code.Braces($"namespace {hub.Declaration.Namespace}"));
        }

        foreach (var container in hub.Declaration.Containers)
        {
            blocks.Push(code.Braces(container));
        }

        var server = hub.Server.Type;
        var client = hub.Client.Type;
        using (code.Braces($"partial interface {hub.Declaration.Name} : {Hubs}.IHubContract<{server}, {client}>"))
        {
            WriteProperty(code, $"{Hubs}.HubContract", $"IHubContract<{server}>.Contract", Instance(hub.Server, hub.Server.Names.Contract));
            code.Line();
            WriteProperty(code, $"{Hubs}.ContractSide<{server}>", $"IHubContract<{server}>.Server", Instance(hub.Server, hub.Server.Names.Side));
            code.Line();
            WriteProperty(code, $"{Hubs}.ContractSide<{client}>", $"IHubContract<{server}, {client}>.Client", Instance(hub.Client, hub.Client.Names.Side));
        }

        while (blocks.Count > 0)
        {
            blocks.Pop().Dispose();
        }
    }

    private static void WriteProperty(CodeWriter code, string type, string name, string value)
    {
        code.Line($"static {type} {Hubs}.{name} =>");
        using (code.Indent())
        {
            code.Line($"{value};");
        }
    }

    private static void WriteDescription(CodeWriter code, HubModel hub)
    {
        using (code.Braces($"namespace {hub.Server.Names.Namespace}"))
        {
            code.Line($"/// <summary>What <see cref=\"{hub.Server.Names.Cref}\"/> is at run time.</summary>");
            code.Line(GeneratedFile.Attribute);
            using (code.Braces($"internal static class {hub.Server.Names.Contract}"))
            {
                // The manifest has no control characters and never three quotes in a row.
                code.Line("internal const string Manifest =");
                using (code.Indent())
                {
                    code.Line($"\"\"\"{hub.Manifest}\"\"\";");
                }

                code.Line();
                code.Line($"internal static readonly {Hubs}.HubContract Instance = new(");
                using (code.Indent())
                {
                    code.Line($"name: {CSharpLiteral.Of(hub.WireName)},");
                    code.Line($"fingerprint: \"{hub.Fingerprint}\",");
                    code.Line($"server: {Instance(hub.Server, hub.Server.Names.Side)},");
                    code.Line($"client: {Instance(hub.Client, hub.Client.Names.Side)},");
                    code.Line("manifest: Manifest);");
                }
            }
        }
    }

    private static void WriteOn(CodeWriter code, HubModel hub)
    {
        var server = hub.Server.Type;
        using (code.Braces("namespace TypedSockets"))
        {
            code.Line($"/// <summary>Adds <c>On</c> to both ends of <see cref=\"{hub.Server.Names.Cref}\"/>.</summary>");
            code.Line(GeneratedFile.Attribute);
            using (code.Braces($"{hub.Server.Accessibility} static class {hub.Server.Names.On}"))
            {
                using (code.Braces($"extension(global::TypedSockets.HubClient<{server}> hub)"))
                {
                    code.Line("/// <summary>Subscribes to what the server says to this client.</summary>");
                    code.Line($"public {hub.Client.Names.Global(hub.Client.Names.Events)} On => new(hub.Handlers);");
                }

                code.Line();
                using (code.Braces($"extension(global::TypedSockets.HubSocket<{server}, {hub.Client.Type}> socket)"))
                {
                    code.Line("/// <summary>Subscribes to what this client says to the server.</summary>");
                    code.Line($"public {hub.Server.Names.Global(hub.Server.Names.Events)} On => new(socket.Handlers);");
                }
            }
        }
    }

    private static string Instance(InterfaceModel side, string type) => $"{side.Names.Global(type)}.Instance";
}
