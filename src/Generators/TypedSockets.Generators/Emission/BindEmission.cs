using TypedSockets.Generators.Model;

namespace TypedSockets.Generators.Emission;

/// <summary>Writes <c>Bind</c>, which subscribes all members of an object.</summary>
internal static class BindEmission
{
    private const string Disposable = "global::System.IDisposable";

    internal static void Write(CodeWriter code, InterfaceModel side)
    {
        code.Line("/// <summary>Subscribes every member of an object.</summary>");
        if (!UnusableMembers.Any(side))
        {
            WriteBody(code, $"public {Disposable} Bind({side.Type} implementation)", side);
            return;
        }

        code.Line($"public {Disposable} Bind({side.Type} implementation) => BindAll(implementation);").Line();
        code.Line(UnusableMembers.Permission);
        WriteBody(code, $"private {Disposable} BindAll({side.Type} implementation)", side);
    }

    private static void WriteBody(CodeWriter code, string head, InterfaceModel side)
    {
        code.Line($"{head} =>");
        using (code.Indent())
        {
            code.Line("new global::TypedSockets.Hubs.SubscriptionSet(");
            using (code.Indent())
            {
                for (var i = 0; i < side.Methods.Count; i++)
                {
                    var end = i == side.Methods.Count - 1 ? ");" : ",";
                    code.Line(Subscription(side.Methods[i]) + end);
                }

                if (side.Methods.Count == 0)
                {
                    code.Line("[]);");
                }
            }
        }
    }

    private static string Subscription(MethodModel method)
    {
        var name = CSharpName.Escape(method.Name);
        var type = method.Return switch
        {
            ReturnKind.Void => Signature.Delegate(method, null),
            ReturnKind.Task => Signature.Delegate(method, Signature.Task(method)),
            ReturnKind.Stream => Signature.Delegate(method, Signature.Stream(method)),
            _ => Signature.Delegate(method, Signature.ValueTask(method)),
        };
        return $"{name}(({type})implementation.{name})";
    }
}
