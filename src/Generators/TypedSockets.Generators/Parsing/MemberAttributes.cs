using Microsoft.CodeAnalysis;

namespace TypedSockets.Generators.Parsing;

/// <summary>What attributes say about one property or field of a payload type: ours, the MessagePack package's and those of System.Text.Json.</summary>
internal sealed class MemberAttributes
{
    // System.Text.Json.Serialization.JsonIgnoreCondition.Always; the others only speak of defaults, which this wire always has.
    private const int Always = 1;

    private MemberAttributes(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            Take(attribute);
        }
    }

    /// <summary>The attribute that says that the member is not sent.</summary>
    public AttributeData? Ignore { get; private set; }

    /// <summary>MessagePack's key.</summary>
    public AttributeData? Key { get; private set; }

    /// <summary>Its name by System.Text.Json.</summary>
    public string? JsonName { get; private set; }

    /// <summary>Its place by System.Text.Json.</summary>
    public int? JsonOrder { get; private set; }

    /// <summary>Whether its absence is an error although C# does not say so.</summary>
    public bool IsDemanded { get; private set; }

    /// <summary>The attribute by which it goes over the wire even if it is not public, or has a setter that is not.</summary>
    public AttributeData? Inclusion { get; private set; }

    /// <summary>The attribute that names its codec.</summary>
    public AttributeData? Codec { get; private set; }

    internal static MemberAttributes Of(ISymbol symbol) => new(symbol);

    private void Take(AttributeData attribute)
    {
        if (attribute.AttributeClass is not { } type)
        {
            return;
        }

        switch (TypeText.MetadataName(type))
        {
            case NamedAttributes.MessagePackIgnore or NamedAttributes.DataIgnore:
                Ignore = attribute;
                break;
            case NamedAttributes.JsonIgnore when IsAlways(attribute):
                Ignore = attribute;
                break;
            case NamedAttributes.MessagePackKey:
                Key = attribute;
                Inclusion = attribute;
                break;
            case NamedAttributes.SocketMember or NamedAttributes.JsonInclude:
                Inclusion = attribute;
                break;
            case NamedAttributes.JsonName:
                JsonName = attribute.ConstructorArguments is [{ Value: string name }] ? name : null;
                break;
            case NamedAttributes.JsonOrder:
                JsonOrder = attribute.ConstructorArguments is [{ Value: int order }] ? order : null;
                break;
            case NamedAttributes.JsonRequired:
                IsDemanded = true;
                break;
            case NamedAttributes.SocketCodec:
                Codec = attribute;
                break;
            case NamedAttributes.MessagePackFormatter:
                Codec ??= attribute;
                break;
        }
    }

    private static bool IsAlways(AttributeData attribute)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == "Condition")
            {
                return argument.Value.Value is Always;
            }
        }

        return true;
    }
}
