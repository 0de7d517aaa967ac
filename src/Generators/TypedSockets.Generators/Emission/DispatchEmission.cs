using TypedSockets.Generators.Model;

namespace TypedSockets.Generators.Emission;

/// <summary>Writes the two ways of a message that came in: to an implementation of the interface, and to the handlers of <c>On</c>.</summary>
internal static class DispatchEmission
{
    private const string Task = "global::System.Threading.Tasks.ValueTask";
    private const string Incoming = "int method, ref global::TypedSockets.Codecs.PayloadReader arguments, global::TypedSockets.Hubs.InboundCall call";
    private const string Unknown = "throw new global::System.ArgumentOutOfRangeException(nameof(method))";

    internal static void WriteDispatch(CodeWriter code, InterfaceModel side)
    {
        code.Line($"public override {Task} Dispatch(");
        using (code.Braces($"    {side.Type} target, {Incoming})"))
        using (code.Braces("switch (method)"))
        {
            for (var id = 0; id < side.Methods.Count; id++)
            {
                using (code.Braces($"case {id}:"))
                {
                    WriteCall(code, side, side.Methods[id]);
                }

                code.Line();
            }

            code.Line("default:");
            using (code.Indent())
            {
                code.Line($"{Unknown};");
            }
        }
    }

    internal static void WriteRaise(CodeWriter code, InterfaceModel side)
    {
        code.Line($"public override {Task} Raise(");
        using (code.Braces($"    global::TypedSockets.Hubs.HandlerTable handlers, {Incoming})"))
        using (code.Braces("return method switch", "};"))
        {
            for (var id = 0; id < side.Methods.Count; id++)
            {
                var method = side.Methods[id];
                var handle = method switch
                {
                    { IsCall: false } => "Raise",
                    { IsStream: true, Result: { } items } => $"Stream<{GeneratedTypes.Near(side).Arguments(method)}, {items.Type}, {items.Codec}>",
                    { Result: { } result } => $"Answer<{GeneratedTypes.Near(side).Arguments(method)}, {result.Type}, {result.Codec}>",
                    _ => "Answer",
                };
                code.Line($"{id} => handlers.{handle}({GeneratedTypes.FieldName(method)}, {Read(side, method)}{WithStreams(method)}, call),");
            }

            code.Line($"_ => {Unknown},");
        }
    }

    /// <summary>The expression that reads a method's arguments.</summary>
    private static string Read(InterfaceModel side, MethodModel method) =>
        $"arguments.ReadArguments<{GeneratedTypes.Near(side).Arguments(method)}, {GeneratedTypes.Near(side).Codec(method)}>()";

    private static string ReadStream(ParameterModel parameter, int index) =>
        $"call.Read<{parameter.Member.Value.Type}, {parameter.Member.Value.Codec}>({index})";

    private static string WithStreams(MethodModel method)
    {
        var assignments = new List<string>();
        foreach (var parameter in method.Streams)
        {
            assignments.Add($"{CSharpName.Escape(parameter.Name)} = {ReadStream(parameter, assignments.Count)}");
        }

        return assignments.Count == 0 ? "" : $" with {{ {string.Join(", ", assignments)} }}";
    }

    private static void WriteCall(CodeWriter code, InterfaceModel side, MethodModel method)
    {
        code.Line(method.Values.Count == 0 ? $"{Read(side, method)};" : $"var read = {Read(side, method)};");
        var call = $"{Target(side, method)}.{CSharpName.Escape(method.Name)}({Arguments(method)})";
        switch (method)
        {
            case { Return: ReturnKind.Void }:
                code.Line($"{call};").Line("return default;");
                break;
            case { IsStream: true, Result: { } items }:
                code.Line($"return call.Stream<{items.Type}, {items.Codec}>({call});");
                break;
            case { IsCall: true, Result: { } result }:
                code.Line($"return call.Complete<{result.Type}, {result.Codec}>({call});");
                break;
            case { IsCall: true }:
                code.Line($"return call.Complete({call});");
                break;
            case { Return: ReturnKind.Task }:
                code.Line($"return new {Task}({call});");
                break;
            default:
                code.Line($"return {call};");
                break;
        }
    }

    // An invalid contract may have several members of a name.
    private static string Target(InterfaceModel side, MethodModel method) =>
        method.DeclaringType == side.Type ? "target" : $"(({method.DeclaringType})target)";

    private static string Arguments(MethodModel method)
    {
        var arguments = new List<string>();
        var stream = 0;
        foreach (var parameter in method.Parameters)
        {
            arguments.Add(parameter.IsStream ? ReadStream(parameter, stream++) : $"read.{CSharpName.Escape(parameter.Name)}");
        }

        if (method.Token is not null)
        {
            arguments.Add("call.CancellationToken");
        }

        return string.Join(", ", arguments);
    }
}
