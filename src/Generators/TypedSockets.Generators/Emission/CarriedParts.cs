using TypedSockets.Generators.Model;

namespace TypedSockets.Generators.Emission;

/// <summary>Repeats a contract member's documentation and attributes on what is generated for it.</summary>
internal static class CarriedParts
{
    /// <summary>Writes the documentation, then the attributes.</summary>
    /// <param name="code">Where to.</param>
    /// <param name="method">The contract member.</param>
    /// <param name="first">The documentation of a first parameter that the generated member has besides; null if its parameters are others altogether.</param>
    internal static void Write(CodeWriter code, MethodModel method, string? first = null)
    {
        var documentation = method.Documentation;
        var summary = documentation.Summary.Length > 0 ? documentation.Summary : $"See <see cref=\"{method.Cref}\"/>.";
        code.Line($"/// <summary>{summary}</summary>");
        if (first is not null && documentation.Parameters.Count > 0)
        {
            WriteParameters(code, method, first);
        }

        if (documentation.Remarks.Length > 0)
        {
            code.Line($"/// <remarks>{documentation.Remarks}</remarks>");
        }

        if (documentation.Summary.Length > 0)
        {
            code.Line($"/// <seealso cref=\"{method.Cref}\"/>");
        }

        foreach (var attribute in method.Attributes)
        {
            code.Line(attribute);
        }
    }

    private static void WriteParameters(CodeWriter code, MethodModel method, string first)
    {
        code.Line(first);
        var texts = method.Documentation.Parameters;
        for (var i = 0; i < texts.Count; i++)
        {
            var name = i < method.Parameters.Count ? method.Parameters[i].Name : method.Token;
            code.Line($"/// <param name=\"{name}\">{texts[i]}</param>");
        }
    }
}
