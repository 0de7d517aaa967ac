using TypedSockets.Generators.Model;

namespace TypedSockets.Generators.Emission;

/// <summary>Writes the client's one-way members as extension methods of its recipients. Calls are left out: a group cannot be asked for a result.</summary>
internal static class RecipientsEmitter
{
    internal static string Emit(InterfaceModel client)
    {
        var code = ContractFile.Begin(client);
        using (code.Braces("namespace TypedSockets"))
        {
            code.Line($"/// <summary>What several clients at once can be told: the one-way members of <see cref=\"{client.Names.Cref}\"/>.</summary>");
            code.Line(GeneratedFile.Attribute);
            using (code.Braces($"{client.Accessibility} static class {client.Names.Recipients}"))
            {
                var isFirst = true;
                foreach (var method in client.Methods)
                {
                    if (method.IsCall)
                    {
                        continue;
                    }

                    if (!isFirst)
                    {
                        code.Line();
                    }

                    isFirst = false;
                    WriteMethod(code, client, method);
                }
            }
        }

        return code.ToString();
    }

    private static void WriteMethod(CodeWriter code, InterfaceModel client, MethodModel method)
    {
        var recipients = FreeName.Of("recipients", new EquatableArray<MethodModel>([method]));
        var parameters = Signature.Parameters(method, forCallers: true);
        var separator = parameters.Length == 0 ? "" : ", ";
        CarriedParts.Write(code, method, first: $"/// <param name=\"{recipients}\">Whom to tell.</param>");
        code.Line($"public static {Signature.ReturnType(method)} {CSharpName.Escape(method.Name)}("
            + $"this global::TypedSockets.Recipients<{client.Type}> {recipients}{separator}{parameters}) =>");
        using (code.Indent())
        {
            code.Line($"{SendEmission.Expression($"{recipients}.Sender", GeneratedTypes.Anywhere(client), method)};");
        }
    }
}
