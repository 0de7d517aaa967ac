using Microsoft.CodeAnalysis.CSharp;

namespace TypedSockets.Generators.Emission;

/// <summary>Writes C# literals.</summary>
internal static class CSharpLiteral
{
    /// <summary>A string literal.</summary>
    internal static string Of(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
