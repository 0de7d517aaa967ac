using Microsoft.CodeAnalysis;

namespace TypedSockets.Generators.Parsing;

/// <summary>A property or field of a payload type that may go over the wire. Lives only while the type is parsed.</summary>
internal sealed class PayloadCandidate(ISymbol symbol, ITypeSymbol type, MemberAttributes attributes)
{
    public ISymbol Symbol { get; } = symbol;

    /// <summary>The normalized type.</summary>
    public ITypeSymbol Type { get; } = type;

    public string Name => Symbol.Name;

    /// <summary>What attributes say about it.</summary>
    public MemberAttributes Attributes { get; } = attributes;

    /// <summary>Its name on the wire.</summary>
    public string WireName { get; set; } = symbol.Name;

    /// <summary>The setter or <c>init</c> accessor that may be used, which an override may have inherited; null for fields.</summary>
    public IMethodSymbol? Setter { get; } = symbol is IPropertySymbol property ? FindSetter(property, attributes.Inclusion is not null) : null;

    /// <summary>The getter, if it is not public.</summary>
    public IMethodSymbol? HiddenGetter { get; } =
        symbol is IPropertySymbol { GetMethod: { DeclaredAccessibility: not Accessibility.Public } getter } ? getter : null;

    /// <summary>The field, if it is not public.</summary>
    public IFieldSymbol? HiddenField { get; } = symbol is IFieldSymbol { DeclaredAccessibility: not Accessibility.Public } field ? field : null;

    /// <summary>Whether it can be given a value without a constructor.</summary>
    public bool IsSettable => Setter is not null || Symbol is IFieldSymbol { IsReadOnly: false };

    /// <summary>Whether it is <c>required</c>.</summary>
    public bool IsRequired => Symbol is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true };

    /// <summary>The constructor parameter that it is given by, if there is one.</summary>
    public IParameterSymbol? Parameter { get; set; }

    /// <summary>The parameter of the record that declares it, where <c>[SocketMember]</c> may stand as well.</summary>
    public IParameterSymbol? RecordParameter { get; set; }

    private static IMethodSymbol? FindSetter(IPropertySymbol? property, bool isIncluded)
    {
        for (; property is not null; property = property.OverriddenProperty)
        {
            if (property.SetMethod is { } setter)
            {
                return isIncluded || setter.DeclaredAccessibility == Accessibility.Public ? setter : null;
            }
        }

        return null;
    }
}
