using Microsoft.CodeAnalysis;

namespace TypedSockets.Generators.Parsing;

/// <summary>A public property or field of a payload type that may go over the wire. Lives only while the type is parsed.</summary>
internal sealed class PayloadCandidate(ISymbol symbol, ITypeSymbol type)
{
    public ISymbol Symbol { get; } = symbol;

    /// <summary>The normalized type.</summary>
    public ITypeSymbol Type { get; } = type;

    public string Name => Symbol.Name;

    /// <summary>The public setter or <c>init</c> accessor, which an override may have inherited; null for fields.</summary>
    public IMethodSymbol? Setter { get; } = symbol is IPropertySymbol property ? FindSetter(property) : null;

    /// <summary>Whether it can be given a value without a constructor.</summary>
    public bool IsSettable => Setter is not null || Symbol is IFieldSymbol { IsReadOnly: false };

    /// <summary>Whether it is <c>required</c>.</summary>
    public bool IsRequired => Symbol is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true };

    /// <summary>The constructor parameter that it is given by, if there is one.</summary>
    public IParameterSymbol? Parameter { get; set; }

    /// <summary>The parameter of the record that declares it, where <c>[SocketMember]</c> may stand as well.</summary>
    public IParameterSymbol? RecordParameter { get; set; }

    private static IMethodSymbol? FindSetter(IPropertySymbol? property)
    {
        for (; property is not null; property = property.OverriddenProperty)
        {
            if (property.SetMethod is { } setter)
            {
                return setter.DeclaredAccessibility == Accessibility.Public ? setter : null;
            }
        }

        return null;
    }
}
