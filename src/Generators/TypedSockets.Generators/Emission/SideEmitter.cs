using TypedSockets.Generators.Model;

namespace TypedSockets.Generators.Emission;

/// <summary>Writes the class that numbers the methods of one side and dispatches messages to them.</summary>
internal static class SideEmitter
{
    private const string Hubs = "global::TypedSockets.Hubs";
    private const string Dispatching = "int method, ref global::TypedSockets.Codecs.PayloadReader arguments, " + Hubs + ".InboundCall call";

    internal static string Emit(InterfaceModel side)
    {
        var code = GeneratedFile.Begin(new CodeWriter());
        using (code.Braces($"namespace {side.Namespace}"))
        {
            code.Line($"/// <summary>The methods of <see cref=\"{side.Type}\"/>, by their numbers on the wire.</summary>");
            code.Line(GeneratedFile.Attribute);
            if (side.HasObsoleteMethod)
            {
                code.Line("[global::System.Obsolete]");
            }

            using (code.Braces($"internal sealed class {side.Prefix}Side : {Hubs}.ContractSide<{side.Type}>"))
            {
                WriteMethods(code, side);
                WriteProxy(code, side);
                code.Line();
                WriteDispatch(code, side);
                code.Line();
                WriteRaise(code, side);
            }
        }

        return code.ToString();
    }

    /// <summary>The expression that reads a method's arguments.</summary>
    private static string Read(InterfaceModel side, MethodModel method) => $"arguments.ReadArguments<{side.ArgumentsAndCodec(method)}>()";

    private static void WriteMethods(CodeWriter code, InterfaceModel side)
    {
        for (var id = 0; id < side.Methods.Count; id++)
        {
            var method = side.Methods[id];
            var kind = method.IsCall ? "Call" : "Emit";
            var concurrent = method.IsConcurrent ? ", concurrent: true" : "";
            code.Line($"internal static readonly {Hubs}.HubMethod {InterfaceModel.MethodField(method)} = "
                + $"new(\"{method.DeclaringName}\", \"{method.Name}\", {id}, {Hubs}.HubMethodKind.{kind}{concurrent});");
        }

        code.Line().Line($"internal static readonly {side.Prefix}Side Instance = new();").Line();
        code.Line($"private {side.Prefix}Side()");
        using (code.Indent())
        {
            var names = new List<string>();
            foreach (var method in side.Methods)
            {
                names.Add(InterfaceModel.MethodField(method));
            }

            code.Line($": base({string.Join(", ", names)})");
        }

        code.Line("{").Line("}").Line();
    }

    private static void WriteProxy(CodeWriter code, InterfaceModel side)
    {
        var body = side.IsComplete
            ? $"new {side.Prefix}Proxy(sender)"
            : $"throw new global::System.NotSupportedException(\"'{side.Name}' has members that a contract cannot have; see the TSKT errors.\")";
        code.Line($"public override {side.Type} CreateProxy({Hubs}.MessageSender sender) => {body};");
    }

    private static void WriteDispatch(CodeWriter code, InterfaceModel side)
    {
        using (code.Braces($"public override global::System.Threading.Tasks.ValueTask Dispatch({side.Type} target, {Dispatching})"))
        using (code.Braces("switch (method)"))
        {
            for (var id = 0; id < side.Methods.Count; id++)
            {
                using (code.Braces($"case {id}:"))
                {
                    WriteCall(code, side, side.Methods[id]);
                }

                code.Line();
            }

            code.Line("default:");
            using (code.Indent())
            {
                code.Line("throw new global::System.ArgumentOutOfRangeException(nameof(method));");
            }
        }
    }

    private static void WriteCall(CodeWriter code, InterfaceModel side, MethodModel method)
    {
        code.Line(method.Parameters.Count == 0 ? $"{Read(side, method)};" : $"var read = {Read(side, method)};");
        var arguments = new List<string>();
        foreach (var parameter in method.Parameters)
        {
            arguments.Add($"read.{CSharpName.Escape(parameter.Name)}");
        }

        if (method.Token is not null)
        {
            arguments.Add("call.CancellationToken");
        }

        var call = $"(({method.DeclaringType})target).{CSharpName.Escape(method.Name)}({string.Join(", ", arguments)})";
        if (method.DeclaringType == side.Type)
        {
            call = $"target.{CSharpName.Escape(method.Name)}({string.Join(", ", arguments)})";
        }

        switch (method)
        {
            case { Return: ReturnKind.Void }:
                code.Line($"{call};").Line("return default;");
                break;
            case { IsCall: true, Result: { } result }:
                code.Line($"return call.Complete<{result.Type}, {result.Codec}>({call});");
                break;
            case { IsCall: true }:
                code.Line($"return call.Complete({call});");
                break;
            case { Return: ReturnKind.Task }:
                code.Line($"return new global::System.Threading.Tasks.ValueTask({call});");
                break;
            default:
                code.Line($"return {call};");
                break;
        }
    }

    private static void WriteRaise(CodeWriter code, InterfaceModel side)
    {
        using (code.Braces($"public override global::System.Threading.Tasks.ValueTask Raise({Hubs}.HandlerTable handlers, {Dispatching}) => method switch", "};"))
        {
            for (var id = 0; id < side.Methods.Count; id++)
            {
                var method = side.Methods[id];
                var handle = method switch
                {
                    { IsCall: false } => "Raise",
                    { Result: { } result } => $"Answer<{side.Arguments(method)}, {result.Type}, {result.Codec}>",
                    _ => "Answer",
                };
                code.Line($"{id} => handlers.{handle}({InterfaceModel.MethodField(method)}, {Read(side, method)}, call),");
            }

            code.Line("_ => throw new global::System.ArgumentOutOfRangeException(nameof(method)),");
        }
    }
}
