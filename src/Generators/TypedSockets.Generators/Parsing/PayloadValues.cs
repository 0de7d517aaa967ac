using Microsoft.CodeAnalysis;
using TypedSockets.Generators.Model;

namespace TypedSockets.Generators.Parsing;

/// <summary>Finds the codec of any type: a scalar's, a container's, an enum's, or a user's type's.</summary>
internal sealed class PayloadValues(PayloadGraph graph)
{
    private const string Codecs = "global::TypedSockets.Codecs.";

    private readonly Dictionary<ITypeSymbol, ParsedValue> _known = new(SymbolEqualityComparer.IncludeNullability);

    /// <summary>Finds the codec.</summary>
    /// <param name="type">The type, normalized.</param>
    /// <param name="path">Where it stands, relative to what <paramref name="findings"/> are about.</param>
    /// <param name="findings">Takes what is wrong, and the user's types that are met.</param>
    internal ValueModel? Parse(ITypeSymbol type, string path, PayloadFindings findings)
    {
        if (!_known.TryGetValue(type, out var parsed))
        {
            var own = new PayloadFindings();
            parsed = new ParsedValue(ParseNew(type, own), own);
            _known[type] = parsed;
        }

        findings.Include(parsed.Findings, path);
        return parsed.Value;
    }

    /// <summary>Finds the codec of a value that has an attribute which names one.</summary>
    internal ValueModel? ParseCustom(AttributeData attribute, ITypeSymbol type, string path, PayloadFindings findings)
    {
        var own = new PayloadFindings();
        var underlying = Underlying(type);
        var value = underlying is not null && !CustomCodec.Serves(attribute, type)
            ? Nullable(CustomCodec.Find(attribute, underlying, graph.Compilation, own) is { } inner ? Describe(underlying, inner) : null)
            : CustomCodec.Find(attribute, type, graph.Compilation, own) is { } found ? Describe(type, found) : null;
        findings.Include(own, path);
        return value;
    }

    /// <summary>Finds the codec of a union's case: never the union's own.</summary>
    internal ValueModel? ParseCase(INamedTypeSymbol type, string path, PayloadFindings findings) =>
        Parse(type.IsReferenceType ? type.WithNullableAnnotation(NullableAnnotation.NotAnnotated) : type, path, findings);

    private ValueModel? ParseNew(ITypeSymbol type, PayloadFindings findings) =>
        Underlying(type) is { } underlying ? Nullable(Parse(underlying, "", findings))
        : ParseNotNull(type, findings) is { } parsed ? Describe(type, parsed)
        : null;

    private static ITypeSymbol? Underlying(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : null;

    private static ValueModel? Nullable(ValueModel? value) => value is null
        ? null
        : new ValueModel($"{value.Type}?", $"{Codecs}NullableCodec<{value.Type}, {value.Codec}>", value.WireType + "?", IsNullable: true);

    private static ValueModel Describe(ITypeSymbol type, (string Codec, string WireType) parsed)
    {
        var bare = new ValueModel(TypeText.NotNull(type), parsed.Codec, parsed.WireType, IsNullable: false) { IsReferenceType = type.IsReferenceType };
        return !type.IsReferenceType || type.NullableAnnotation != NullableAnnotation.Annotated
            ? bare
            : bare with
            {
                Type = $"{bare.Type}?",
                Codec = $"{Codecs}OptionalCodec<{bare.Type}, {bare.Codec}>",
                WireType = bare.WireType + "?",
                IsNullable = true,
            };
    }

    private (string Codec, string WireType)? ParseNotNull(ITypeSymbol type, PayloadFindings findings)
    {
        if (PayloadRefusals.Find(type) is { } rule)
        {
            findings.Report(rule, "", type.ToDisplayString());
            return null;
        }

        if (type is IArrayTypeSymbol array)
        {
            return ParseArray(array, findings);
        }

        if (type is not INamedTypeSymbol named || named.TypeKind == TypeKind.Error)
        {
            findings.Break();
            return null;
        }

        if (CustomCodec.AttributeOf(named.GetAttributes()) is { } custom)
        {
            return CustomCodec.Find(custom, named, graph.Compilation, findings);
        }

        if (ScalarTable.TryFind(named, out var scalar))
        {
            Advise(named, findings);
            return (Codecs + scalar.Codec, scalar.WireType);
        }

        return named.TypeKind == TypeKind.Enum ? ParseEnum(named) : ParseNamed(named, findings);
    }

    private (string Codec, string WireType)? ParseArray(IArrayTypeSymbol array, PayloadFindings findings)
    {
        if (array.ElementType.SpecialType == SpecialType.System_Byte)
        {
            return (Codecs + "ByteArrayCodec", "bytes");
        }

        return Parse(array.ElementType, "[]", findings) is not { } element
            ? null
            : ($"{Codecs}ArrayCodec<{element.Type}, {element.Codec}>", $"list({element.WireType})");
    }

    private static (string Codec, string WireType)? ParseEnum(INamedTypeSymbol type)
    {
        var underlying = type.EnumUnderlyingType!;
        return !ScalarTable.TryFind(underlying, out var row)
            ? null
            : ($"{Codecs}EnumCodec<{TypeText.Of(type)}, {TypeText.Of(underlying)}, {Codecs}{row.Codec}>", $"enum({row.WireType})");
    }

    private (string Codec, string WireType)? ParseNamed(INamedTypeSymbol type, PayloadFindings findings)
    {
        if (ContainerTable.TryFind(type, out var container))
        {
            return ParseContainer(type, container, findings);
        }

        if (PayloadRefusals.ByteMemory(type) is { } codec)
        {
            return (Codecs + codec, "bytes");
        }

        if (PayloadRefusals.IsFramework(type))
        {
            findings.Report(PayloadRules.IsUnknownFrameworkType, "", type.ToDisplayString());
            return null;
        }

        var node = graph.Node(type);
        findings.Link("", node);
        return (node.Codec, TypeText.FullName(type));
    }

    private (string Codec, string WireType)? ParseContainer(INamedTypeSymbol type, ContainerTable.Row row, PayloadFindings findings)
    {
        if (row.IsKeyed && type.TypeArguments[0] is { TypeKind: not TypeKind.Error } key && !ScalarTable.IsKey(key))
        {
            findings.Report(PayloadRules.KeyIsNotScalar, "", type.ToDisplayString(), key.ToDisplayString());
            return null;
        }

        var types = new List<string>();
        var codecs = new List<string>();
        var wireTypes = new List<string>();
        for (var i = 0; i < type.TypeArguments.Length; i++)
        {
            if (Parse(type.TypeArguments[i], ElementPath(type, i), findings) is not { } element)
            {
                return null;
            }

            types.Add(element.Type);
            codecs.Add(element.Codec);
            wireTypes.Add(element.WireType);
        }

        return ($"{Codecs}{row.Codec}<{string.Join(", ", types)}, {string.Join(", ", codecs)}>", $"{row.WireType}({string.Join(",", wireTypes)})");
    }

    private static string ElementPath(INamedTypeSymbol type, int index) => type.MetadataName switch
    {
        "KeyValuePair`2" => index == 0 ? ".Key" : ".Value",
        var name when name.StartsWith("ValueTuple`", StringComparison.Ordinal) || name.StartsWith("Tuple`", StringComparison.Ordinal) => $".Item{index + 1}",
        _ => "[]",
    };

    private static void Advise(INamedTypeSymbol scalar, PayloadFindings findings)
    {
        if (scalar.SpecialType == SpecialType.System_DateTime)
        {
            findings.Report(PayloadRules.PreferDateTimeOffset, "");
        }
    }
}
