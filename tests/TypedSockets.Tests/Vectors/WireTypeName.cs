using System.Numerics;
using System.Text;
using TypedSockets.Codecs;

namespace TypedSockets.Tests.Vectors;

/// <summary>Names what a codec writes, as the manifest of a contract does.</summary>
internal static class WireTypeName
{
    private static readonly Dictionary<Type, string> Scalars = new()
    {
        [typeof(bool)] = "bool",
        [typeof(byte)] = "uint8",
        [typeof(sbyte)] = "int8",
        [typeof(short)] = "int16",
        [typeof(ushort)] = "uint16",
        [typeof(int)] = "int32",
        [typeof(uint)] = "uint32",
        [typeof(long)] = "int64",
        [typeof(ulong)] = "uint64",
        [typeof(char)] = "char",
        [typeof(float)] = "float32",
        [typeof(double)] = "float64",
        [typeof(Half)] = "float16",
        [typeof(Int128)] = "int128",
        [typeof(UInt128)] = "uint128",
        [typeof(BigInteger)] = "bigint",
        [typeof(string)] = "string",
        [typeof(StringBuilder)] = "string",
        [typeof(DateOnly)] = "date",
        [typeof(TimeOnly)] = "time",
        [typeof(Vector2)] = "tuple(float32,float32)",
        [typeof(Vector3)] = "tuple(float32,float32,float32)",
        [typeof(Vector4)] = "tuple(float32,float32,float32,float32)",
        [typeof(Quaternion)] = "tuple(float32,float32,float32,float32)",
    };

    /// <param name="codec">The codec, with its type arguments.</param>
    /// <returns>Such as <c>map(string,int32)</c>; payload objects by their full name.</returns>
    public static string Of(Type codec)
    {
        var elements = string.Join(',', codec.GenericTypeArguments.Where(IsCodec).Select(Of));
        if (codec.Name.Split("Codec")[0] is var name && name is "Nullable" or "Optional")
        {
            return elements + "?";
        }

        return elements.Length > 0 ? $"{Container(name)}({elements})" : Scalar(ValueOf(codec));
    }

    public static bool IsCodec(Type type) => Interface(type) is not null;

    private static Type ValueOf(Type codec) => Interface(codec)!.GenericTypeArguments[0];

    private static Type? Interface(Type type) =>
        type.GetInterfaces().SingleOrDefault(x => x.IsGenericType && x.GetGenericTypeDefinition() == typeof(ISocketCodec<>));

    private static string Container(string codec) => codec switch
    {
        "Enum" => "enum",
        "KeyValuePair" => "tuple",
        _ when codec.Contains("Tuple", StringComparison.Ordinal) => "tuple",
        _ when codec.EndsWith("Dictionary", StringComparison.Ordinal) || codec == "SortedList" => "map",
        _ when codec.EndsWith("Set", StringComparison.Ordinal) => "set",
        _ => "list",
    };

    private static string Scalar(Type value) =>
        Scalars.TryGetValue(value, out var name) ? name
        : value == typeof(byte[]) || value.GenericTypeArguments is [var element] && element == typeof(byte) ? "bytes"
        : value.Namespace!.StartsWith("System", StringComparison.Ordinal) ? value.Name.ToLowerInvariant()
        : value.FullName!;
}
