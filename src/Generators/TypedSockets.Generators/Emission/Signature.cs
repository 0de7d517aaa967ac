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
        ReturnKind.Task => Task(method),
        ReturnKind.Stream => Stream(method),
        _ => ValueTask(method),
    };

    /// <summary>The parameters, the token included.</summary>
    /// <param name="method">The member.</param>
    /// <param name="forCallers">Whether default values and <c>params</c> are repeated; an explicit implementation would only repeat them in vain.</param>
    internal static string Parameters(MethodModel method, bool forCallers)
    {
        var parameters = new List<string>();
        foreach (var parameter in method.Parameters)
        {
            var isParams = forCallers && parameter.IsParams ? "params " : "";
            var value = forCallers && parameter.HasDefault ? $" = {DefaultValue(parameter)}" : "";
            parameters.Add($"{isParams}{parameter.Type} {CSharpName.Escape(parameter.Name)}{value}");
        }

        if (method.Token is { } token)
        {
            parameters.Add($"{TokenType} {CSharpName.Escape(token)}{(forCallers ? " = default" : "")}");
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
            types.Add(parameter.Type);
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

    internal static string Stream(MethodModel method) => $"global::System.Collections.Generic.IAsyncEnumerable{ResultArgument(method)}";

    internal static string ValueTask(MethodModel method) => $"{Tasks}.ValueTask{ResultArgument(method)}";

    private static string DefaultValue(ParameterModel parameter) =>
        parameter.Member.DefaultValue ?? (parameter.Member.Value is { IsReferenceType: true, IsNullable: false } ? "default!" : "default");

    private static string ResultArgument(MethodModel method) => method.Result is { } result ? $"<{result.Type}>" : "";
}
