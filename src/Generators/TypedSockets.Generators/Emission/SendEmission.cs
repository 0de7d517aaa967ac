using TypedSockets.Generators.Model;

namespace TypedSockets.Generators.Emission;

/// <summary>Writes the expression that sends a message, for proxies and recipients.</summary>
internal static class SendEmission
{
    internal static string Expression(string sender, GeneratedTypes types, MethodModel method)
    {
        var result = method.Result is { } value ? $", {value.Type}, {value.Codec}" : "";
        var send = method switch
        {
            { IsStream: true } => "Stream",
            { IsCall: true } => "CallAsync",
            { Return: ReturnKind.Void } => "Emit",
            _ => "EmitAsync",
        };
        var token = method.Token is { } name ? $", {CSharpName.Escape(name)}" : "";
        if (method.IsStream || method.Streams.Count > 0)
        {
            token = $", {Streams(method)}{(token.Length > 0 ? token : ", default")}";
        }

        var key = method.CoalesceKey is { } expression ? $", {expression}" : "";
        var task = method.Return == ReturnKind.Task ? ".AsTask()" : "";
        return $"{sender}.{send}<{types.Arguments(method)}, {types.Codec(method)}{result}>({types.Field(method)}, {Arguments(method)}{key}{token}){task}";
    }

    private static string Arguments(MethodModel method)
    {
        var names = new List<string>();
        foreach (var parameter in method.Values)
        {
            names.Add(CSharpName.Escape(parameter.Name));
        }

        return names.Count == 0 ? "default" : $"new({string.Join(", ", names)})";
    }

    private static string Streams(MethodModel method)
    {
        var streams = new List<string>();
        foreach (var parameter in method.Streams)
        {
            var items = parameter.Member.Value;
            streams.Add($"new global::TypedSockets.Hubs.StreamArgument<{items.Type}, {items.Codec}>({CSharpName.Escape(parameter.Name)})");
        }

        return $"[{string.Join(", ", streams)}]";
    }
}
