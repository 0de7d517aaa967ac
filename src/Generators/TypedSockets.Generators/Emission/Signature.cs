using TypedSockets.Generators.Model;

namespace TypedSockets.Generators.Emission;

/// <summary>Spells the parts of a contract member's signature.</summary>
internal static class Signature
{
    private const string Tasks = "global::System.Threading.Tasks";
    private const string TokenType = "global::System.Threading.CancellationToken";

    internal static string ReturnType(MethodModel method) => method.Return switch
    {
        ReturnKind.Void => "void",
        ReturnKind.Task => $"{Tasks}.Task{ResultArgument(method)}",
        _ => $"{Tasks}.ValueTask{ResultArgument(method)}",
    };

    /// <summary>The parameters as a proxy declares them, whose explicit members need no more than the types.</summary>
    internal static string Parameters(MethodModel method) => Parameters(method, isCallable: false);

    /// <summary>The parameters as they are to be called: with their defaults, and <c>params</c>.</summary>
    internal static string CallableParameters(MethodModel method) => Parameters(method, isCallable: true);

    private static string Parameters(MethodModel method, bool isCallable)
    {
        var parameters = new List<string>();
        foreach (var parameter in method.Parameters)
        {
            var value = isCallable && !parameter.IsRequired ? $" = {parameter.DefaultValue ?? ObjectCodecEmission.Absent(parameter.Value)}" : "";
            var modifier = isCallable && parameter.IsParams ? "params " : "";
            parameters.Add($"{modifier}{parameter.Value.Type} {CSharpName.Escape(parameter.Name)}{value}");
        }

        if (method.Token is { } token)
        {
            parameters.Add($"{TokenType} {CSharpName.Escape(token)}{(isCallable ? " = default" : "")}");
        }

        return string.Join(", ", parameters);
    }

    /// <summary>A delegate type that takes the member's parameters, the token included.</summary>
    /// <param name="method">The member.</param>
    /// <param name="result">What the delegate returns, or null for an action.</param>
    internal static string Delegate(MethodModel method, string? result)
    {
        var types = new List<string>();
        foreach (var parameter in method.Parameters)
        {
            types.Add(parameter.Value.Type);
        }

        if (method.Token is not null)
        {
            types.Add(TokenType);
        }

        if (result is not null)
        {
            types.Add(result);
        }

        var arguments = types.Count == 0 ? "" : $"<{string.Join(", ", types)}>";
        return result is null ? $"global::System.Action{arguments}" : $"global::System.Func{arguments}";
    }

    internal static string Task(MethodModel method) => $"{Tasks}.Task{ResultArgument(method)}";

    internal static string ValueTask(MethodModel method) => $"{Tasks}.ValueTask{ResultArgument(method)}";

    private static string ResultArgument(MethodModel method) => method.Result is { } result ? $"<{result.Type}>" : "";
}
