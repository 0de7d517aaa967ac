using TypedSockets.Generators.Model;

namespace TypedSockets.Generators.Emission;

/// <summary>Carries a contract member's documentation and <c>[Obsolete]</c> over to what is generated for it.</summary>
internal static class DocumentationEmission
{
    internal static void Write(CodeWriter code, MethodModel method)
    {
        code.Line(method.Summary.Length > 0 ? $"/// <summary>{method.Summary}</summary>" : $"/// <summary>See <see cref=\"{method.Cref}\"/>.</summary>");
        if (method.Summary.Length > 0)
        {
            code.Line($"/// <seealso cref=\"{method.Cref}\"/>");
        }

        if (method.Obsolete is { } obsolete)
        {
            code.Line(obsolete);
        }
    }
}
