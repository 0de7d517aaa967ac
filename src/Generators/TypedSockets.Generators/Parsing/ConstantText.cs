using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedSockets.Generators.Parsing;

/// <summary>Writes the default value of a parameter as a C# expression.</summary>
internal static class ConstantText
{
    /// <summary>The default of an optional parameter; null if it is <c>default</c>, or if the parameter has none.</summary>
    internal static string? Of(IParameterSymbol parameter) =>
        parameter is { HasExplicitDefaultValue: true, ExplicitDefaultValue: { } value } ? Of(parameter.Type, value) : null;

    private static string Of(ITypeSymbol type, object value)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            type = nullable.TypeArguments[0];
        }

        return type.TypeKind == TypeKind.Enum ? $"({TypeText.Of(type)})({Literal(value)})" : Literal(value);
    }

    private static string Literal(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        string text => SymbolDisplay.FormatLiteral(text, quote: true),
        char character => SymbolDisplay.FormatLiteral(character, quote: true),
        float number => Floating(number, "float") ?? SyntaxFactory.Literal(number).ToString(),
        double number => Floating(number, "double") ?? SyntaxFactory.Literal(number).ToString(),
        decimal number => SyntaxFactory.Literal(number).ToString(),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => "default",
    };

    private static string? Floating(double number, string type) => number switch
    {
        double.NaN => $"{type}.NaN",
        double.PositiveInfinity => $"{type}.PositiveInfinity",
        double.NegativeInfinity => $"{type}.NegativeInfinity",
        _ => null,
    };
}
