using TypedSockets.Generators.Model;

namespace TypedSockets.Generators.Emission;

/// <summary>Names generated variables beside those that carry a contract's names.</summary>
internal static class FreeName
{
    /// <summary>The name, with <c>__</c> in front if a parameter of the methods has it.</summary>
    internal static string Of(string name, EquatableArray<MethodModel> methods)
    {
        foreach (var method in methods)
        {
            if (method.Token == name)
            {
                return Of("__" + name, methods);
            }

            foreach (var parameter in method.Parameters)
            {
                if (parameter.Name == name)
                {
                    return Of("__" + name, methods);
                }
            }
        }

        return name;
    }
}
