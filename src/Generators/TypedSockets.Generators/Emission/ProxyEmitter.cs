using TypedSockets.Generators.Model;

namespace TypedSockets.Generators.Emission;

/// <summary>Writes the class that implements an interface by sending.</summary>
internal static class ProxyEmitter
{
    internal static string Emit(InterfaceModel side)
    {
        var code = GeneratedFile.Begin(new CodeWriter());
        using (code.Braces($"namespace {side.Namespace}"))
        {
            code.Line($"/// <summary>Implements <see cref=\"{side.Type}\"/> by sending.</summary>");
            code.Line(GeneratedFile.Attribute);
            using (code.Braces($"internal sealed class {side.Prefix}Proxy(global::TypedSockets.Hubs.MessageSender sender) : {side.Type}"))
            {
                for (var i = 0; i < side.Methods.Count; i++)
                {
                    if (i > 0)
                    {
                        code.Line();
                    }

                    WriteMethod(code, side, side.Methods[i]);
                }
            }
        }

        return code.ToString();
    }

    private static void WriteMethod(CodeWriter code, InterfaceModel side, MethodModel method)
    {
        code.Line($"{Signature.ReturnType(method)} {method.DeclaringType}.{CSharpName.Escape(method.Name)}({Signature.Parameters(method, defaults: false)}) =>");
        using (code.Indent())
        {
            code.Line($"{Send("sender", side, method)};");
        }
    }

    /// <summary>The expression that sends a message.</summary>
    internal static string Send(string sender, InterfaceModel side, MethodModel method)
    {
        var type = Signature.Arguments(side, method);
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
        return $"{sender}.{send}<{type}, {type}.Codec{result}>({side.Side}.{CSharpName.Escape(method.Name)}, new {type}({string.Join(", ", names)}){token}){task}";
    }
}
