namespace TypedSockets.Hubs;

/// <summary>The names of types in manifests: <c>int32</c>, <c>list(string?)</c>, <c>map(string,Shop.Item)</c>.</summary>
internal static class WireTypeText
{
    /// <summary>Takes a container and its elements apart.</summary>
    /// <returns>The name, and the names in its parentheses; none if it is no container.</returns>
    public static (string Container, IReadOnlyList<string> Elements) Split(string type)
    {
        var open = type.AsSpan().IndexOf('(');
        if (open <= 0 || type[^1] != ')' || type.AsSpan(0, open).IndexOf('<') >= 0)
        {
            return (type, []);
        }

        List<string> elements = [];
        var (depth, start) = (0, open + 1);
        for (var i = start; i < type.Length - 1; i++)
        {
            depth += type[i] switch { '(' or '<' or '[' => 1, ')' or '>' or ']' => -1, _ => 0 };
            if (type[i] == ',' && depth == 0)
            {
                elements.Add(type[start..i]);
                start = i + 1;
            }
        }

        elements.Add(type[start..^1]);
        return (type[..open], elements);
    }
}
