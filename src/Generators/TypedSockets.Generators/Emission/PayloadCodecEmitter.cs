using TypedSockets.Generators.Model;

namespace TypedSockets.Generators.Emission;

/// <summary>Writes the codec of a payload type.</summary>
internal static class PayloadCodecEmitter
{
    /// <summary>Writes the whole file.</summary>
    internal static string Emit(PayloadModel payload)
    {
        var code = GeneratedFile.Begin(new CodeWriter());
        using (code.Braces($"namespace {payload.CodecNamespace}"))
        {
            code.Line($"/// <summary>Writes and reads <c>{payload.WireName.Replace("<", "&lt;").Replace(">", "&gt;")}</c>.</summary>");
            code.Line(GeneratedFile.Attribute);
            using (code.Braces($"internal readonly struct {payload.CodecName} : global::TypedSockets.Codecs.ISocketCodec<{payload.Type}>"))
            {
                ObjectCodecEmission.WriteMemberTable(code, payload.Members);
                code.Line();
                ObjectCodecEmission.WriteCodecMembers(
                    code, payload.Type, payload.Members, payload.IsReferenceType, body => WriteConstruction(body, payload));
                WriteAccessors(code, payload);
            }
        }

        return code.ToString();
    }

    private static void WriteConstruction(CodeWriter code, PayloadModel payload)
    {
        var arguments = ConstructorArguments(payload);
        var initializer = Initializer(payload);
        var creation = $"new {payload.Type}{(arguments.Length == 0 && initializer.Length > 0 ? "" : $"({arguments})")}{initializer};";
        var laterMembers = LaterMembers(payload);
        if (laterMembers.Count == 0)
        {
            code.Line($"return {creation}");
            return;
        }

        code.Line($"var result = {creation}");
        foreach (var position in laterMembers)
        {
            using (code.Braces($"if ({ObjectCodecEmission.Seen(position)})"))
            {
                code.Line(Assignment(payload, payload.Members[position]));
            }

            code.Line();
        }

        code.Line("return result;");
    }

    private static string ConstructorArguments(PayloadModel payload)
    {
        var arguments = new List<string>();
        foreach (var position in payload.ConstructorMembers)
        {
            arguments.Add(Argument(payload.Members[position]));
        }

        return string.Join(", ", arguments);
    }

    private static string Argument(PayloadMemberModel member) => ObjectCodecEmission.Local(member) + (member.ForgivesNull ? "!" : "");

    private static string Initializer(PayloadModel payload)
    {
        var assignments = new List<string>();
        foreach (var member in payload.Members)
        {
            if (member.Assignment is MemberAssignment.Initializer or MemberAssignment.ConstructorAndInitializer)
            {
                assignments.Add($"{CSharpName.Escape(member.Name)} = {ObjectCodecEmission.Local(member)}");
            }
        }

        return assignments.Count == 0 ? "" : $" {{ {string.Join(", ", assignments)} }}";
    }

    private static List<int> LaterMembers(PayloadModel payload)
    {
        var positions = new List<int>();
        for (var i = 0; i < payload.Members.Count; i++)
        {
            if (payload.Members[i].Assignment is MemberAssignment.Setter or MemberAssignment.Accessor)
            {
                positions.Add(i);
            }
        }

        return positions;
    }

    private static string Assignment(PayloadModel payload, PayloadMemberModel member)
    {
        var local = ObjectCodecEmission.Local(member);
        if (member.Accessor is not { } accessor)
        {
            return $"result.{CSharpName.Escape(member.Name)} = {local};";
        }

        var target = payload.IsReferenceType ? "result" : "ref result";
        return accessor.TypeParameters.Length == 0
            ? $"Set_{member.Name}({target}, {local});"
            : $"Set_{member.Name}{accessor.TypeArguments}.Invoke({target}, {local});";
    }

    // An init property can only be set later through its accessor method, which the C# compiler refuses to call.
    private static void WriteAccessors(CodeWriter code, PayloadModel payload)
    {
        foreach (var member in payload.Members)
        {
            if (member.Accessor is not { } accessor)
            {
                continue;
            }

            code.Line();
            if (accessor.TypeParameters.Length == 0)
            {
                WriteAccessor(code, "private", $"Set_{member.Name}", member, accessor);
                continue;
            }

            // The runtime finds a method of a generic type only by type parameters that are the accessor's own class's.
            using (code.Braces($"private static class Set_{member.Name}{accessor.TypeParameters}{accessor.Constraints}"))
            {
                WriteAccessor(code, "internal", "Invoke", member, accessor);
            }
        }
    }

    private static void WriteAccessor(CodeWriter code, string accessibility, string name, PayloadMemberModel member, PayloadAccessorModel accessor)
    {
        const string Kind = "global::System.Runtime.CompilerServices.UnsafeAccessorKind.Method";
        var target = accessor.IsStruct ? $"ref {accessor.DeclaringType}" : accessor.DeclaringType;
        code.Line($"[global::System.Runtime.CompilerServices.UnsafeAccessor({Kind}, Name = \"set_{member.Name}\")]");
        code.Line($"{accessibility} static extern void {name}({target} target, {accessor.PropertyType} value);");
    }
}
