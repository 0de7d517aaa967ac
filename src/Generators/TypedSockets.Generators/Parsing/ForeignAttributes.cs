using Microsoft.CodeAnalysis;

namespace TypedSockets.Generators.Parsing;

/// <summary>
/// Knows the attributes of other serializers that cannot be honoured. They are refused instead of ignored: who hides a member by one relies on it.
/// </summary>
internal static class ForeignAttributes
{
    private static readonly Dictionary<string, DiagnosticDescriptor> Rules = new(StringComparer.Ordinal)
    {
        ["System.Runtime.Serialization.DataContractAttribute"] = PayloadRules.HasDataContractAttribute,
        ["System.Runtime.Serialization.DataMemberAttribute"] = PayloadRules.HasDataContractAttribute,
        ["System.Runtime.Serialization.KnownTypeAttribute"] = PayloadRules.HasDataContractAttribute,
        ["System.Runtime.Serialization.CollectionDataContractAttribute"] = PayloadRules.HasDataContractAttribute,
        ["System.Text.Json.Serialization.JsonConverterAttribute"] = PayloadRules.HasJsonAttribute,
        ["System.Text.Json.Serialization.JsonExtensionDataAttribute"] = PayloadRules.HasJsonAttribute,
        ["Newtonsoft.Json.JsonConverterAttribute"] = PayloadRules.HasJsonAttribute,
        ["Newtonsoft.Json.JsonIgnoreAttribute"] = PayloadRules.HasJsonAttribute,
        ["Newtonsoft.Json.JsonObjectAttribute"] = PayloadRules.HasJsonAttribute,
        ["Newtonsoft.Json.JsonPropertyAttribute"] = PayloadRules.HasJsonAttribute,
    };

    /// <summary>Reports the first such attribute.</summary>
    /// <param name="symbol">The type, member or constructor.</param>
    /// <param name="path">Where it stands.</param>
    /// <param name="findings">Where to report.</param>
    internal static void Check(ISymbol symbol, string path, PayloadFindings findings)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { } type && Rules.TryGetValue(TypeText.MetadataName(type.OriginalDefinition), out var rule))
            {
                findings.Report(rule, path, type.Name.Replace("Attribute", ""));
                return;
            }
        }
    }
}
