using TypedSockets.Generators.Model;

namespace TypedSockets.Generators.Emission;

/// <summary>Writes the class that numbers the methods of one side and dispatches messages to them.</summary>
internal static class SideEmitter
{
    private const string Hubs = "global::TypedSockets.Hubs";

    internal static string Emit(InterfaceModel side)
    {
        var code = ContractFile.Begin(side);
        using (code.Braces($"namespace {side.Names.Namespace}"))
        {
            code.Line($"/// <summary>The methods of <see cref=\"{side.Names.Cref}\"/>, by their numbers on the wire.</summary>");
            code.Line(GeneratedFile.Attribute);
            if (UnusableMembers.Any(side))
            {
                code.Line(UnusableMembers.Permission);
            }

            using (code.Braces($"internal sealed class {side.Names.Side} : {Hubs}.ContractSide<{side.Type}>"))
            {
                WriteMethods(code, side);
                WriteProxy(code, side);
                code.Line();
                DispatchEmission.WriteDispatch(code, side);
                code.Line();
                DispatchEmission.WriteRaise(code, side);
            }
        }

        return code.ToString();
    }

    private static void WriteMethods(CodeWriter code, InterfaceModel side)
    {
        for (var id = 0; id < side.Methods.Count; id++)
        {
            var method = side.Methods[id];
            var kind = Kind(method);
            var concurrent = method.IsConcurrent ? ", concurrent: true" : "";
            var isVolatile = method.IsVolatile ? ", isVolatile: true" : "";
            code.Line($"internal static readonly {Hubs}.HubMethod {GeneratedTypes.FieldName(method)} =");
            using (code.Indent())
            {
                code.Line($"new(\"{method.DeclaringName}\", \"{method.Name}\", {id}, {Hubs}.HubMethodKind.{kind}{concurrent}{isVolatile}){Behaviour(method)};");
            }

            code.Line();
        }

        code.Line($"internal static readonly {side.Names.Side} Instance = new();").Line();
        WriteConstructor(code, side);
    }

    private static string Kind(MethodModel method) => method.IsStream ? "Stream" : method.IsCall ? "Call" : "Emit";

    private static string Behaviour(MethodModel method)
    {
        var parts = new List<string>();
        if (method.Timeout is { } milliseconds)
        {
            parts.Add($"Timeout = global::System.TimeSpan.FromMilliseconds({milliseconds})");
        }

        if (method.Streams.Count > 0)
        {
            parts.Add($"StreamParameters = {method.Streams.Count}");
        }

        if (method.Errors.Count > 0)
        {
            var errors = new List<string>();
            foreach (var error in method.Errors)
            {
                errors.Add($"new {Hubs}.DeclaredError<{error.Type}, {error.Codec}>()");
            }

            parts.Add($"Errors = [{string.Join(", ", errors)}]");
        }

        return parts.Count == 0 ? "" : $" {{ {string.Join(", ", parts)} }}";
    }

    private static void WriteConstructor(CodeWriter code, InterfaceModel side)
    {
        var fields = new List<string>();
        foreach (var method in side.Methods)
        {
            fields.Add(GeneratedTypes.FieldName(method));
        }

        code.Line($"private {side.Names.Side}()");
        using (code.Indent())
        {
            code.Line($": base({string.Join(", ", fields)})");
        }

        code.Line("{").Line("}").Line();
    }

    private static void WriteProxy(CodeWriter code, InterfaceModel side)
    {
        code.Line($"public override {side.Type} CreateProxy({Hubs}.MessageSender sender) =>");
        using (code.Indent())
        {
            code.Line(side.IsComplete
                ? $"new {side.Names.Proxy}({(side.Methods.Count == 0 ? "" : "sender")});"
                : $"throw new global::System.NotSupportedException(\"'{side.Names.Simple}' has members that a contract cannot have; see the TSKT errors.\");");
        }
    }
}
