using TypedSockets.Generators.Model;

namespace TypedSockets.Generators.Emission;

/// <summary>Writes the codec of a record, class or struct.</summary>
internal static class ObjectCodecEmitter
{
    /// <summary>Writes what stands between the codec's braces.</summary>
    internal static void WriteBody(CodeWriter code, ObjectModel payload)
    {
        ObjectCodecEmission.WriteMemberTable(code, payload.Members);
        code.Line();
        ObjectCodecEmission.WriteCodecMembers(
            code, payload.Type, payload.Members, payload.IsReferenceType, payload.IsMap, body => WriteConstruction(body, payload));
        AccessorEmission.WriteAccessors(code, payload.Members);
    }

    private static void WriteConstruction(CodeWriter code, ObjectModel payload)
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
                code.Line(AccessorEmission.Assignment(payload.Members[position], payload.IsReferenceType));
            }

            code.Line();
        }

        code.Line("return result;");
    }

    private static string ConstructorArguments(ObjectModel payload)
    {
        var arguments = new List<string>();
        foreach (var position in payload.ConstructorMembers)
        {
            arguments.Add(Argument(payload.Members[position]));
        }

        return string.Join(", ", arguments);
    }

    private static string Argument(PayloadMemberModel member) => ObjectCodecEmission.Local(member) + (member.ForgivesNull ? "!" : "");

    private static string Initializer(ObjectModel payload)
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

    private static List<int> LaterMembers(ObjectModel payload)
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
}
