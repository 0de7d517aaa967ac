using TypedSockets.Generators.Model;

namespace TypedSockets.Generators.Emission;

/// <summary>Writes the struct that <c>On</c> returns: for each method the ways to subscribe to it.</summary>
internal static class EventsEmitter
{
    private const string Disposable = "global::System.IDisposable";

    internal static string Emit(InterfaceModel side)
    {
        var code = ContractFile.Begin(side);
        using (code.Braces($"namespace {side.Names.Namespace}"))
        {
            code.Line($"/// <summary>Subscribes to the members of <see cref=\"{side.Names.Cref}\"/>. Disposing what is returned ends a subscription.</summary>");
            code.Line(GeneratedFile.Attribute);
            using (code.Braces($"{side.Accessibility} readonly struct {side.Names.Events}"))
            {
                code.Line("private readonly global::TypedSockets.Hubs.HandlerTable _handlers;").Line();
                code.Line($"internal {side.Names.Events}(global::TypedSockets.Hubs.HandlerTable handlers) => _handlers = handlers;").Line();
                var types = GeneratedTypes.Beside(side);
                foreach (var method in side.Methods)
                {
                    WriteMethod(code, types, method);
                }

                WriteAll(code);
                if (side.IsComplete)
                {
                    code.Line();
                    BindEmission.Write(code, side);
                }
            }
        }

        return code.ToString();
    }

    private static void WriteMethod(CodeWriter code, GeneratedTypes types, MethodModel method)
    {
        if (method.IsStream)
        {
            WriteOverload(code, types, method, Signature.Delegate(method, Signature.Stream(method)), "", Call(method));
            return;
        }

        var wrapped = $"new {Signature.ValueTask(method)}({Call(method)})";
        WriteOverload(code, types, method, Signature.Delegate(method, method.Result?.Type), "", method.Result is null ? null : wrapped);
        WriteOverload(code, types, method, Signature.Delegate(method, Signature.Task(method)), "", wrapped);

        // An async lambda fits all three; without the priority it would be ambiguous, or bind to Action in silence.
        WriteOverload(code, types, method, Signature.Delegate(method, Signature.ValueTask(method)),
            "[global::System.Runtime.CompilerServices.OverloadResolutionPriority(1)]", Call(method));
    }

    private static void WriteOverload(CodeWriter code, GeneratedTypes types, MethodModel method, string type, string attribute, string? body)
    {
        CarriedParts.Write(code, method);
        if (attribute.Length > 0)
        {
            code.Line(attribute);
        }

        var result = method.Result is { } value ? $", {value.Type}" : "";
        code.Line($"public {Disposable} {CSharpName.Escape(method.Name)}({type} handler) =>");
        using (code.Indent())
        {
            code.Line($"_handlers.Subscribe{(method.IsStream ? "Stream" : "")}<{types.Arguments(method)}{result}>(");
            using (code.Indent())
            {
                code.Line($"{types.Field(method)},");
                WriteLambda(code, method, body);
            }
        }

        code.Line();
    }

    private static void WriteLambda(CodeWriter code, MethodModel method, string? body)
    {
        if (body is not null)
        {
            code.Line($"(arguments, cancel) => {body});");
            return;
        }

        using (code.Braces("(arguments, cancel) =>", "});"))
        {
            code.Line($"{Call(method)};").Line("return default;");
        }
    }

    private static string Call(MethodModel method)
    {
        var arguments = new List<string>();
        foreach (var parameter in method.Parameters)
        {
            arguments.Add($"arguments.{CSharpName.Escape(parameter.Name)}");
        }

        if (method.Token is not null)
        {
            arguments.Add("cancel");
        }

        return $"handler({string.Join(", ", arguments)})";
    }

    private static void WriteAll(CodeWriter code)
    {
        code.Line("/// <summary>Sees every emit and call before its handlers do, with the method's name and its arguments; for debugging.</summary>");
        code.Line($"public {Disposable} All(global::System.Action<string, global::System.Collections.Generic.IReadOnlyList<object?>> handler) =>");
        using (code.Indent())
        {
            code.Line("_handlers.SubscribeAll(handler);");
        }
    }
}
