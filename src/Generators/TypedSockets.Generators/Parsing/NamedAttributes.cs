using Microsoft.CodeAnalysis;

namespace TypedSockets.Generators.Parsing;

/// <summary>Finds attributes by their full names: those of libraries that a compilation need not reference.</summary>
internal static class NamedAttributes
{
    internal const string SocketCodec = "TypedSockets.SocketCodecAttribute";
    internal const string SocketMember = "TypedSockets.SocketMemberAttribute";
    internal const string SocketUnion = "TypedSockets.SocketUnionAttribute";

    internal const string MessagePackObject = "MessagePack.MessagePackObjectAttribute";
    internal const string MessagePackKey = "MessagePack.KeyAttribute";
    internal const string MessagePackIgnore = "MessagePack.IgnoreMemberAttribute";
    internal const string MessagePackUnion = "MessagePack.UnionAttribute";
    internal const string MessagePackFormatter = "MessagePack.MessagePackFormatterAttribute";
    internal const string MessagePackConstructor = "MessagePack.SerializationConstructorAttribute";
    internal const string DataIgnore = "System.Runtime.Serialization.IgnoreDataMemberAttribute";

    internal const string JsonConstructor = "System.Text.Json.Serialization.JsonConstructorAttribute";
    internal const string JsonDerivedType = "System.Text.Json.Serialization.JsonDerivedTypeAttribute";
    internal const string JsonIgnore = "System.Text.Json.Serialization.JsonIgnoreAttribute";
    internal const string JsonInclude = "System.Text.Json.Serialization.JsonIncludeAttribute";
    internal const string JsonName = "System.Text.Json.Serialization.JsonPropertyNameAttribute";
    internal const string JsonOrder = "System.Text.Json.Serialization.JsonPropertyOrderAttribute";
    internal const string JsonRequired = "System.Text.Json.Serialization.JsonRequiredAttribute";

    /// <summary>The first attribute of that name; null if there is none.</summary>
    internal static AttributeData? Find(ISymbol? symbol, string name) => symbol is null ? null : Find(symbol.GetAttributes(), name);

    /// <summary>The first attribute of that name; null if there is none.</summary>
    internal static AttributeData? Find(IEnumerable<AttributeData> attributes, string name)
    {
        foreach (var attribute in attributes)
        {
            if (Is(attribute, name))
            {
                return attribute;
            }
        }

        return null;
    }

    /// <summary>Whether the attribute has that full name.</summary>
    // The simple name first, because spelling the full one allocates.
    internal static bool Is(AttributeData attribute, string name) =>
        attribute.AttributeClass is { } type && name.EndsWith(type.MetadataName, StringComparison.Ordinal) && TypeText.MetadataName(type) == name;

    /// <summary>The attribute's name as it is written in brackets.</summary>
    internal static string ShortName(AttributeData attribute) => attribute.AttributeClass!.Name.Replace("Attribute", "");
}
