using TypedSockets.Generators.Model;

namespace TypedSockets.Generators.Emission;

/// <summary>Writes the class that implements an interface by sending.</summary>
internal static class ProxyEmitter
{
    internal static string Emit(InterfaceModel side)
    {
        var code = ContractFile.Begin(side);
        using (code.Braces($"namespace {side.Names.Namespace}"))
        {
            var sender = FreeName.Of("sender", side.Methods);
            var types = GeneratedTypes.Beside(side);
            code.Line($"/// <summary>Implements <see cref=\"{side.Names.Cref}\"/> by sending.</summary>");
            code.Line(GeneratedFile.Attribute);
            var parameters = side.Methods.Count == 0 ? "" : $"(global::TypedSockets.Hubs.MessageSender {sender})";
            using (code.Braces($"internal sealed class {side.Names.Proxy}{parameters} : {side.Type}"))
            {
                for (var i = 0; i < side.Methods.Count; i++)
                {
                    if (i > 0)
                    {
                        code.Line();
                    }

                    WriteMethod(code, sender, types, side.Methods[i]);
                }
            }
        }

        return code.ToString();
    }

    private static void WriteMethod(CodeWriter code, string sender, GeneratedTypes types, MethodModel method)
    {
        code.Line($"{Signature.ReturnType(method)} {method.DeclaringType}.{CSharpName.Escape(method.Name)}({Signature.Parameters(method, forCallers: false)}) =>");
        using (code.Indent())
        {
            code.Line($"{SendEmission.Expression(sender, types, method)};");
        }
    }
}
