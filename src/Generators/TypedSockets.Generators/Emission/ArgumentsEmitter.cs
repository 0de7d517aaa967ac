using TypedSockets.Generators.Model;

namespace TypedSockets.Generators.Emission;

/// <summary>Writes a struct, with its codec, for the arguments of each method of one side.</summary>
internal static class ArgumentsEmitter
{
    internal static string Emit(InterfaceModel side)
    {
        var code = GeneratedFile.Begin(new CodeWriter());
        using (code.Braces($"namespace {side.Namespace}"))
        {
            var isFirst = true;
            foreach (var method in side.Methods)
            {
                if (method.Parameters.Count == 0)
                {
                    continue;
                }

                if (!isFirst)
                {
                    code.Line();
                }

                isFirst = false;
                WriteStruct(code, side, method);
            }
        }

        return code.ToString();
    }

    private static void WriteStruct(CodeWriter code, InterfaceModel side, MethodModel method)
    {
        var type = side.ArgumentsName(method);
        var parameters = new List<string>();
        var names = new List<string>();
        var locals = new List<string>();
        foreach (var parameter in method.Parameters)
        {
            var name = CSharpName.Escape(parameter.Name);
            parameters.Add($"{parameter.Value.Type} {name}");
            names.Add(name);
            locals.Add(ObjectCodecEmission.Local(parameter));
        }

        code.Line($"/// <summary>The arguments of <c>{method.DeclaringName}.{method.Name}</c>.</summary>");
        code.Line(GeneratedFile.Attribute);
        using (code.Braces($"internal readonly struct {type}({string.Join(", ", parameters)}) : global::TypedSockets.Hubs.IMethodArguments"))
        {
            foreach (var parameter in method.Parameters)
            {
                var name = CSharpName.Escape(parameter.Name);
                code.Line($"internal readonly {parameter.Value.Type} {name} = {name};");
            }

            code.Line().Line($"object?[] global::TypedSockets.Hubs.IMethodArguments.ToArray() => [{string.Join(", ", names.ConvertAll(name => $"this.{name}"))}];");
        }

        // Not nested: a parameter may be called Codec.
        code.Line().Line($"/// <summary>Writes and reads the arguments of <c>{method.DeclaringName}.{method.Name}</c>.</summary>");
        code.Line(GeneratedFile.Attribute);
        using (code.Braces($"internal readonly struct {type}Codec : global::TypedSockets.Codecs.ISocketCodec<{type}>"))
        {
            ObjectCodecEmission.WriteMemberTable(code, method.Parameters);
            code.Line();
            ObjectCodecEmission.WriteCodecMembers(
                code, type, method.Parameters, isReferenceType: false, body => body.Line($"return new {type}({string.Join(", ", locals)});"));
        }
    }
}
