using Microsoft.CodeAnalysis;

namespace TypedSockets.Generators.Parsing;

/// <summary>
/// The types that are one value on the wire. A further scalar is one row here, one codec in the runtime, and one file of vectors.
/// </summary>
internal static class ScalarTable
{
    private static readonly Dictionary<string, Row> Rows = new(StringComparer.Ordinal)
    {
        ["System.Boolean"] = new("BooleanCodec", "bool"),
        ["System.Byte"] = new("ByteCodec", "uint8"),
        ["System.SByte"] = new("SByteCodec", "int8"),
        ["System.Int16"] = new("Int16Codec", "int16"),
        ["System.UInt16"] = new("UInt16Codec", "uint16"),
        ["System.Int32"] = new("Int32Codec", "int32"),
        ["System.UInt32"] = new("UInt32Codec", "uint32"),
        ["System.Int64"] = new("Int64Codec", "int64"),
        ["System.UInt64"] = new("UInt64Codec", "uint64"),
        ["System.Char"] = new("CharCodec", "char"),
        ["System.Single"] = new("SingleCodec", "float32", IsKey: false),
        ["System.Double"] = new("DoubleCodec", "float64", IsKey: false),
        ["System.Half"] = new("HalfCodec", "float16", IsKey: false),
        ["System.Int128"] = new("Int128Codec", "int128", IsKey: false),
        ["System.UInt128"] = new("UInt128Codec", "uint128", IsKey: false),
        ["System.Numerics.BigInteger"] = new("BigIntegerCodec", "bigint", IsKey: false),
        ["System.Decimal"] = new("DecimalCodec", "decimal"),
        ["System.String"] = new("StringCodec", "string"),
        ["System.Text.StringBuilder"] = new("StringBuilderCodec", "string", IsKey: false),
        ["System.Text.Rune"] = new("RuneCodec", "rune", IsKey: false),
        ["System.Guid"] = new("GuidCodec", "guid"),
        ["System.DateTime"] = new("DateTimeCodec", "datetime"),
        ["System.DateTimeOffset"] = new("DateTimeOffsetCodec", "datetimeoffset"),
        ["System.TimeSpan"] = new("TimeSpanCodec", "timespan"),
        ["System.DateOnly"] = new("DateOnlyCodec", "date"),
        ["System.TimeOnly"] = new("TimeOnlyCodec", "time"),
        ["System.Uri"] = new("UriCodec", "uri", IsKey: false),
        ["System.Version"] = new("VersionCodec", "version", IsKey: false),
        ["System.Numerics.Vector2"] = new("Vector2Codec", "tuple(float32,float32)", IsKey: false),
        ["System.Numerics.Vector3"] = new("Vector3Codec", "tuple(float32,float32,float32)", IsKey: false),
        ["System.Numerics.Vector4"] = new("Vector4Codec", "tuple(float32,float32,float32,float32)", IsKey: false),
        ["System.Numerics.Quaternion"] = new("QuaternionCodec", "tuple(float32,float32,float32,float32)", IsKey: false),
    };

    /// <summary>Looks a type up.</summary>
    internal static bool TryFind(INamedTypeSymbol type, out Row row) => Rows.TryGetValue(TypeText.MetadataName(type), out row);

    /// <summary>Whether values of the type may be dictionary keys and set elements: their hash codes can be defended against flooding.</summary>
    internal static bool IsKey(ITypeSymbol type) =>
        type is INamedTypeSymbol named && (named.TypeKind == TypeKind.Enum || (TryFind(named, out var row) && row.IsKey));

    /// <param name="Codec">The codec's name in the runtime.</param>
    /// <param name="WireType">The name in manifests.</param>
    /// <param name="IsKey">Whether dictionaries may be keyed by it.</param>
    internal readonly record struct Row(string Codec, string WireType, bool IsKey = true);
}
