using TypedSockets.Generators.Model;

namespace TypedSockets.Generators.Emission;

/// <summary>Writes the class that implements an interface by sending.</summary>
internal static class ProxyEmitter
{
    private const string Sender = "global::TypedSockets.Hubs.MessageSender";

    internal static string Emit(InterfaceModel side)
    {
        var code = GeneratedFile.Begin(new CodeWriter());
        using (code.Braces($"namespace {side.Namespace}"))
        {
            code.Line($"/// <summary>Implements <see cref=\"{side.Type}\"/> by sending.</summary>");
            code.Line(GeneratedFile.Attribute);
            using (code.Braces($"internal sealed class {side.Prefix}Proxy : {side.Type}"))
            {
                code.Line($"private readonly {Sender} _sender;").Line();
                code.Line($"internal {side.Prefix}Proxy({Sender} sender) => _sender = sender;");
                foreach (var method in side.Methods)
                {
                    code.Line();
                    WriteMethod(code, side, method);
                }
            }
        }

        return code.ToString();
    }

    private static void WriteMethod(CodeWriter code, InterfaceModel side, MethodModel method)
    {
        code.Line($"{Signature.ReturnType(method)} {method.DeclaringType}.{CSharpName.Escape(method.Name)}({Signature.Parameters(method)}) =>");
        using (code.Indent())
        {
            code.Line($"{Send("this._sender", side, method)};");
        }
    }

    /// <summary>The expression that sends a message.</summary>
    internal static string Send(string sender, InterfaceModel side, MethodModel method)
    {
        var names = new List<string>();
        foreach (var parameter in method.Parameters)
        {
            names.Add(CSharpName.Escape(parameter.Name));
        }

        var result = method.Result is { } value ? $", {value.Type}, {value.Codec}" : "";
        var send = method switch
        {
            { IsCall: true } => "CallAsync",
            { Return: ReturnKind.Void } => "Emit",
            _ => "EmitAsync",
        };
        var token = method.Token is { } name ? $", {CSharpName.Escape(name)}" : "";
        var task = method.Return == ReturnKind.Task ? ".AsTask()" : "";
        return $"{sender}.{send}<{side.ArgumentsAndCodec(method)}{result}>({side.Method(method)}, new {side.Arguments(method)}({string.Join(", ", names)}){token}){task}";
    }
}
