using TypedSockets.Generators.Model;

namespace TypedSockets.Generators.Emission;

/// <summary>Writes how a codec reads and sets the members of an object, and the unsafe accessors that some of them need.</summary>
internal static class AccessorEmission
{
    /// <summary>The expression that reads a member of <c>value</c>.</summary>
    internal static string Read(PayloadMemberModel member, bool isReferenceType) =>
        member.Getter is { } getter ? Call(member, getter, isReferenceType ? "value" : "ref value") : $"value.{CSharpName.Escape(member.Name)}";

    /// <summary>The statement that gives a member of <c>result</c> what was read.</summary>
    internal static string Assignment(PayloadMemberModel member, bool isReferenceType)
    {
        var local = ObjectCodecEmission.Local(member);
        var target = isReferenceType ? "result" : "ref result";
        return member.Accessor switch
        {
            null => $"result.{CSharpName.Escape(member.Name)} = {local};",
            { Kind: AccessorKind.Field } field => $"{Call(member, field, target)} = {local};",
            var setter => $"{Call(member, setter, $"{target}, {local}")};",
        };
    }

    /// <summary>Writes the accessors that <see cref="Read"/> and <see cref="Assignment"/> call.</summary>
    internal static void WriteAccessors(CodeWriter code, EquatableArray<PayloadMemberModel> members)
    {
        foreach (var member in members)
        {
            if (member.Getter is { } getter)
            {
                WriteAccessor(code, member, getter);
            }

            if (member.Accessor is { Kind: AccessorKind.Setter } || (member.Accessor is not null && member.Getter is null))
            {
                WriteAccessor(code, member, member.Accessor!);
            }
        }
    }

    private static string Call(PayloadMemberModel member, PayloadAccessorModel accessor, string arguments) =>
        accessor.TypeParameters.Length == 0
            ? $"{Name(member, accessor)}({arguments})"
            : $"{Name(member, accessor)}{accessor.TypeArguments}.Invoke({arguments})";

    private static string Name(PayloadMemberModel member, PayloadAccessorModel accessor) => accessor.Kind switch
    {
        AccessorKind.Setter => $"Set_{member.Name}",
        AccessorKind.Getter => $"Get_{member.Name}",
        _ => $"Field_{member.Name}",
    };

    private static void WriteAccessor(CodeWriter code, PayloadMemberModel member, PayloadAccessorModel accessor)
    {
        code.Line();
        var name = Name(member, accessor);
        if (accessor.TypeParameters.Length == 0)
        {
            WriteDeclaration(code, $"private static extern {Signature(accessor, name)}", member, accessor);
            return;
        }

        // The runtime finds a member of a generic type only by type parameters that are the accessor's own class's.
        using (code.Braces($"private static class {name}{accessor.TypeParameters}{accessor.Constraints}"))
        {
            WriteDeclaration(code, $"internal static extern {Signature(accessor, "Invoke")}", member, accessor);
        }
    }

    private static string Signature(PayloadAccessorModel accessor, string name)
    {
        var target = accessor.IsStruct ? $"ref {accessor.DeclaringType}" : accessor.DeclaringType;
        return accessor.Kind switch
        {
            AccessorKind.Setter => $"void {name}({target} target, {accessor.MemberType} value)",
            AccessorKind.Getter => $"{accessor.MemberType} {name}({target} target)",
            _ => $"ref {accessor.MemberType} {name}({target} target)",
        };
    }

    private static void WriteDeclaration(CodeWriter code, string declaration, PayloadMemberModel member, PayloadAccessorModel accessor)
    {
        var (kind, name) = accessor.Kind switch
        {
            AccessorKind.Setter => ("Method", $"set_{member.Name}"),
            AccessorKind.Getter => ("Method", $"get_{member.Name}"),
            _ => ("Field", member.Name),
        };
        code.Line(
            $"[global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.{kind}, Name = \"{name}\")]");
        code.Line($"{declaration};");
    }
}
