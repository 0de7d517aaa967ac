using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedSockets.Generators.Model;

namespace TypedSockets.Generators.Parsing;

/// <summary>
/// The attributes of contract members that their generated members repeat: <c>[Obsolete]</c> and <c>[Experimental]</c>, by which the compiler warns of
/// uses. Generated code uses such members all the same, and so has to name the warnings that it does without.
/// </summary>
internal sealed class CarriedAttributes(KnownTypes known)
{
    /// <summary>The attributes to repeat, as C#.</summary>
    internal EquatableArray<string> Of(ISymbol member)
    {
        var texts = new List<string>();
        foreach (var attribute in member.GetAttributes())
        {
            if (KnownTypes.Is(attribute.AttributeClass, known.Obsolete))
            {
                texts.Add(Text("Obsolete", attribute));
            }
            else if (KnownTypes.Is(attribute.AttributeClass, known.Experimental))
            {
                texts.Add(Text("Diagnostics.CodeAnalysis.Experimental", attribute));
            }
        }

        return new EquatableArray<string>([.. texts]);
    }

    /// <summary>Whether the compiler refuses every use of the member that is not obsolete itself.</summary>
    internal bool IsUnusable(ISymbol member) =>
        KnownTypes.Find(member, known.Obsolete) is { ConstructorArguments: [_, { Value: true }] };

    /// <summary>Adds the ids of the warnings that a use of the symbol, or of what it is declared in, brings.</summary>
    internal void AddSuppressions(ISymbol symbol, SortedSet<string> ids)
    {
        for (var level = symbol; level is IMethodSymbol or INamedTypeSymbol; level = level.ContainingType)
        {
            foreach (var attribute in level.GetAttributes())
            {
                if (KnownTypes.Is(attribute.AttributeClass, known.Obsolete))
                {
                    Add(Named(attribute, "DiagnosticId"));
                }
                else if (KnownTypes.Is(attribute.AttributeClass, known.Experimental) && attribute.ConstructorArguments is [{ Value: var id }])
                {
                    Add(id);
                }
            }
        }

        void Add(object? id)
        {
            // Only an identifier can stand in a pragma; the compiler warns of ids that are none.
            if (id is string { Length: > 0 } text && SyntaxFacts.IsValidIdentifier(text))
            {
                ids.Add(text);
            }
        }
    }

    private static object? Named(AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name)
            {
                return argument.Value.Value;
            }
        }

        return null;
    }

    private static string Text(string type, AttributeData attribute)
    {
        var arguments = new List<string>();
        foreach (var argument in attribute.ConstructorArguments)
        {
            arguments.Add(Literal(argument.Value));
        }

        foreach (var argument in attribute.NamedArguments)
        {
            arguments.Add($"{argument.Key} = {Literal(argument.Value.Value)}");
        }

        return arguments.Count == 0 ? $"[global::System.{type}]" : $"[global::System.{type}({string.Join(", ", arguments)})]";
    }

    private static string Literal(object? value) => value switch
    {
        string text => SymbolDisplay.FormatLiteral(text, quote: true),
        true => "true",
        false => "false",
        _ => "null",
    };
}
