using TypedSockets.Generators.Model;

namespace TypedSockets.Generators.Emission;

/// <summary>Writes the struct that <c>On</c> returns: for each method the ways to subscribe to it.</summary>
internal static class EventsEmitter
{
    private const string Disposable = "global::System.IDisposable";

    internal static string Emit(InterfaceModel side)
    {
        var code = GeneratedFile.Begin(new CodeWriter());
        using (code.Braces($"namespace {side.Namespace}"))
        {
            code.Line($"/// <summary>Subscribes to the members of <see cref=\"{side.Type}\"/>. Disposing what is returned ends a subscription.</summary>");
            code.Line(GeneratedFile.Attribute);
            using (code.Braces($"{side.Accessibility} readonly struct {InterfaceModel.EventsName(side.Prefix)}"))
            {
                code.Line("private readonly global::TypedSockets.Hubs.HandlerTable _handlers;").Line();
                code.Line($"internal {InterfaceModel.EventsName(side.Prefix)}(global::TypedSockets.Hubs.HandlerTable handlers) => _handlers = handlers;").Line();
                foreach (var method in side.Methods)
                {
                    WriteMethod(code, side, method);
                }

                WriteAll(code);
                if (side.IsComplete)
                {
                    code.Line();
                    WriteBind(code, side);
                }
            }
        }

        return code.ToString();
    }

    private static void WriteMethod(CodeWriter code, InterfaceModel side, MethodModel method)
    {
        // An async lambda fits all three; without the priority it would be ambiguous, or bind to Action in silence.
        if (method.Result is { } result)
        {
            WriteOverload(code, side, method, Signature.Delegate(method, result.Type), "", $"new {Signature.ValueTask(method)}({Call(method)})");
        }
        else
        {
            WriteOverload(code, side, method, Signature.Delegate(method, null), "", null);
        }

        WriteOverload(code, side, method, Signature.Delegate(method, Signature.Task(method)), "", $"new {Signature.ValueTask(method)}({Call(method)})");
        WriteOverload(code, side, method, Signature.Delegate(method, Signature.ValueTask(method)),
            "[global::System.Runtime.CompilerServices.OverloadResolutionPriority(1)]", Call(method));
    }

    private static void WriteOverload(CodeWriter code, InterfaceModel side, MethodModel method, string type, string attribute, string? body)
    {
        DocumentationEmission.Write(code, method);
        if (attribute.Length > 0)
        {
            code.Line(attribute);
        }

        var types = method.Result is { } result ? $"{side.Arguments(method)}, {result.Type}" : side.Arguments(method);
        code.Line($"public {Disposable} {CSharpName.Escape(method.Name)}({type} handler) =>");
        using (code.Indent())
        {
            var subscribe = $"_handlers.Subscribe<{types}>({side.Method(method)}, (arguments, cancel) =>";
            if (body is not null)
            {
                code.Line($"{subscribe} {body});");
            }
            else
            {
                using (code.Braces(subscribe, "});"))
                {
                    code.Line($"{Call(method)};").Line("return default;");
                }
            }
        }

        code.Line();
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

    private static void WriteBind(CodeWriter code, InterfaceModel side)
    {
        code.Line("/// <summary>Subscribes every member of an object.</summary>");
        var implementation = CSharpName.Free("implementation", side.Methods);
        if (side.HasObsoleteMethod)
        {
            code.Line($"public {Disposable} Bind({side.Type} implementation) => __Bind(implementation);").Line();
            code.Line("[global::System.Obsolete]");
        }

        var name = side.HasObsoleteMethod ? $"private {Disposable} __Bind" : $"public {Disposable} Bind";
        code.Line($"{name}({side.Type} {implementation}) => new global::TypedSockets.Hubs.SubscriptionSet(");
        using (code.Indent())
        {
            for (var i = 0; i < side.Methods.Count; i++)
            {
                var method = side.Methods[i];
                var names = Names(method);
                var end = i == side.Methods.Count - 1 ? ");" : ",";
                code.Line($"{CSharpName.Escape(method.Name)}(({DelegateOf(method)})(({names}) => (({method.DeclaringType}){implementation}).{CSharpName.Escape(method.Name)}({names}))){end}");
            }

            if (side.Methods.Count == 0)
            {
                code.Line(");");
            }
        }
    }

    private static string DelegateOf(MethodModel method) => method.Return switch
    {
        ReturnKind.Void => Signature.Delegate(method, null),
        ReturnKind.Task => Signature.Delegate(method, Signature.Task(method)),
        _ => Signature.Delegate(method, Signature.ValueTask(method)),
    };

    private static string Names(MethodModel method)
    {
        var names = new List<string>();
        foreach (var parameter in method.Parameters)
        {
            names.Add(CSharpName.Escape(parameter.Name));
        }

        if (method.Token is { } token)
        {
            names.Add(CSharpName.Escape(token));
        }

        return string.Join(", ", names);
    }
}
