using TypedSockets.Generators.Model;

namespace TypedSockets.Generators.Emission;

/// <summary>Writes a struct, with its codec, for the arguments of each method of one side.</summary>
internal static class ArgumentsEmitter
{
    private static readonly HashSet<string> ObjectMembers = new(StringComparer.Ordinal)
    {
        "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString",
    };

    /// <summary>Whether any method has arguments at all.</summary>
    internal static bool IsNeeded(InterfaceModel side)
    {
        foreach (var method in side.Methods)
        {
            if (method.Parameters.Count > 0)
            {
                return true;
            }
        }

        return false;
    }

    internal static string Emit(InterfaceModel side)
    {
        var code = ContractFile.Begin(side);
        using (code.Braces($"namespace {side.Names.Namespace}"))
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
                WriteStruct(code, side.Names.Arguments(method), method);
            }
        }

        return code.ToString();
    }

    private static void WriteStruct(CodeWriter code, string type, MethodModel method)
    {
        var parameters = new List<string>();
        var fields = new List<string>();
        foreach (var parameter in method.Values)
        {
            var name = CSharpName.Escape(parameter.Name);
            parameters.Add($"{parameter.Type} {name}");
            fields.Add($"this.{name}");
        }

        code.Line($"/// <summary>The arguments of <c>{method.DeclaringName}.{method.Name}</c>.</summary>");
        code.Line(GeneratedFile.Attribute);
        using (code.Braces($"internal readonly struct {type}({string.Join(", ", parameters)}) : global::TypedSockets.Hubs.IMethodArguments"))
        {
            foreach (var parameter in method.Parameters)
            {
                var name = CSharpName.Escape(parameter.Name);
                var hides = ObjectMembers.Contains(parameter.Name) ? "new " : "";
                code.Line(parameter.IsStream
                    ? $"internal {hides}{parameter.Type} {name} {{ get; init; }} = null!;"
                    : $"internal {hides}readonly {parameter.Type} {name} = {name};");
            }

            code.Line().Line($"object?[] global::TypedSockets.Hubs.IMethodArguments.ToArray() => [{string.Join(", ", fields)}];").Line();
            WriteCodec(code, type, method);
        }
    }

    private static void WriteCodec(CodeWriter code, string type, MethodModel method)
    {
        var values = method.Values;
        var members = new PayloadMemberModel[values.Count];
        var locals = new string[members.Length];
        for (var i = 0; i < members.Length; i++)
        {
            members[i] = values[i].Member;
            locals[i] = ObjectCodecEmission.Local(members[i]);
        }

        using (code.Braces($"internal readonly struct {GeneratedTypes.CodecName(method)} : global::TypedSockets.Codecs.ISocketCodec<{type}>"))
        {
            ObjectCodecEmission.WriteMemberTable(code, new(members));
            code.Line();
            ObjectCodecEmission.WriteCodecMembers(
                code, type, new(members), isReferenceType: false, isMap: false, body => body.Line($"return new {type}({string.Join(", ", locals)});"));
        }
    }
}
