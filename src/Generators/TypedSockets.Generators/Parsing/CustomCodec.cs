using Microsoft.CodeAnalysis;

namespace TypedSockets.Generators.Parsing;

/// <summary>Finds the codec that an attribute names for a type, and makes sure that it is one.</summary>
internal static class CustomCodec
{
    /// <summary>The attribute that names a codec; null if there is none.</summary>
    internal static AttributeData? AttributeOf(IEnumerable<AttributeData> attributes) =>
        NamedAttributes.Find(attributes, NamedAttributes.SocketCodec) ?? NamedAttributes.Find(attributes, NamedAttributes.MessagePackFormatter);

    /// <summary>Whether the codec that the attribute names is one for exactly this type.</summary>
    internal static bool Serves(AttributeData attribute, ITypeSymbol type) => Codec(attribute, type) is { } codec && Kind(codec, type) is not null;

    /// <summary>The codec's type in generated code, and its name in manifests.</summary>
    /// <returns>Null if it is no codec for the type, which has been reported.</returns>
    internal static (string Codec, string WireType)? Find(AttributeData attribute, ITypeSymbol type, Compilation compilation, PayloadFindings findings)
    {
        if (Codec(attribute, type) is not { } codec)
        {
            Report(attribute, type, "it has to be a type, and to be as generic as what it serves", findings);
            return null;
        }

        if (Kind(codec, type) is not { } kind)
        {
            Report(attribute, type, $"it has to be a struct that implements ISocketCodec<{type.Name}>, or a class that implements IMessagePackFormatter<{type.Name}>", findings);
            return null;
        }

        if (Obstacle(attribute, codec, kind, compilation) is { } obstacle)
        {
            Report(attribute, type, obstacle, findings);
            return null;
        }

        var name = TypeText.NotNull(codec);
        return (
            kind == TypeKind.Struct ? name : $"global::TypedSockets.Codecs.FormatterCodec<{TypeText.NotNull(type)}, {name}>",
            $"custom({TypeText.FullName(codec)})");
    }

    private static INamedTypeSymbol? Codec(AttributeData attribute, ITypeSymbol type)
    {
        if (attribute.ConstructorArguments.IsEmpty || attribute.ConstructorArguments[0].Value is not INamedTypeSymbol codec)
        {
            return null;
        }

        if (!codec.IsUnboundGenericType)
        {
            return codec;
        }

        return type is INamedTypeSymbol named && named.Arity == codec.Arity && codec.ContainingType is null
            ? codec.OriginalDefinition.Construct(named.TypeArguments, named.TypeArgumentNullableAnnotations)
            : null;
    }

    private static TypeKind? Kind(INamedTypeSymbol codec, ITypeSymbol type)
    {
        var contract = codec.TypeKind switch
        {
            TypeKind.Struct => "TypedSockets.Codecs.ISocketCodec`1",
            TypeKind.Class => "MessagePack.Formatters.IMessagePackFormatter`1",
            _ => null,
        };
        foreach (var implemented in codec.AllInterfaces)
        {
            if (TypeText.MetadataName(implemented) == contract && SymbolEqualityComparer.Default.Equals(implemented.TypeArguments[0], type))
            {
                return codec.TypeKind;
            }
        }

        return null;
    }

    private static string? Obstacle(AttributeData attribute, INamedTypeSymbol codec, TypeKind kind, Compilation compilation)
    {
        if (!PayloadAccess.Suffices(codec, Accessibility.Internal) || !compilation.IsSymbolAccessibleWithin(codec, compilation.Assembly))
        {
            return "generated code cannot reach it; make it and its containing types internal or public";
        }

        if (attribute.ConstructorArguments.Length > 1)
        {
            return "arguments of a formatter are not supported; derive a formatter that needs none";
        }

        return kind == TypeKind.Struct || IsCreatable(codec) ? null : "it must not be abstract, and needs a public constructor without parameters";
    }

    private static bool IsCreatable(INamedTypeSymbol formatter)
    {
        if (formatter.IsAbstract)
        {
            return false;
        }

        foreach (var constructor in formatter.InstanceConstructors)
        {
            if (constructor is { Parameters.IsEmpty: true, DeclaredAccessibility: Accessibility.Public })
            {
                return true;
            }
        }

        return false;
    }

    private static void Report(AttributeData attribute, ITypeSymbol type, string why, PayloadFindings findings)
    {
        var name = !attribute.ConstructorArguments.IsEmpty && attribute.ConstructorArguments[0].Value is ITypeSymbol codec ? codec.ToDisplayString() : "null";
        findings.Report(PayloadRules.CodecDoesNotFit, "", name, type.ToDisplayString(), why);
    }
}
