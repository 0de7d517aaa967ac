using Microsoft.CodeAnalysis;

namespace TypedSockets.Generators.Parsing;

/// <summary>Knows which types can never be a payload, and by which rule.</summary>
internal static class PayloadRefusals
{
    private static readonly HashSet<string> Asynchronous = new(StringComparer.Ordinal)
    {
        "System.Threading.Tasks.Task",
        "System.Threading.Tasks.Task`1",
        "System.Threading.Tasks.ValueTask",
        "System.Threading.Tasks.ValueTask`1",
        "System.Collections.Generic.IAsyncEnumerable`1",
        "System.Collections.Generic.IAsyncEnumerator`1",
    };

    /// <summary>The rule that a type breaks whatever its members are.</summary>
    internal static DiagnosticDescriptor? Find(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_Object } or { TypeKind: TypeKind.Dynamic } => PayloadRules.HoldsAnything,
        { TypeKind: TypeKind.Delegate } or { SpecialType: SpecialType.System_Delegate or SpecialType.System_MulticastDelegate } => PayloadRules.IsDelegate,
        { TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer } or { IsRefLikeType: true } => PayloadRules.PointsIntoMemory,
        { TypeKind: TypeKind.TypeParameter } or INamedTypeSymbol { IsUnboundGenericType: true } => PayloadRules.IsOpen,
        IArrayTypeSymbol { Rank: > 1 } => PayloadRules.HasSeveralDimensions,
        INamedTypeSymbol { IsTupleType: true, TupleElements.Length: > ContainerTable.MaxTupleElements } => PayloadRules.TupleIsTooLong,
        INamedTypeSymbol named => Find(named),
        _ => null,
    };

    /// <summary>
    /// Whether the type belongs to .NET or another signed library of Microsoft's. Its members are no wire contract: they change from version to version.
    /// </summary>
    internal static bool IsFramework(INamedTypeSymbol type)
    {
        if (type.ContainingAssembly is not { Identity.HasPublicKey: true } || !type.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty)
        {
            return false;
        }

        var space = type.ContainingNamespace;
        while (space is { ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space?.Name is "System" or "Microsoft";
    }

    /// <summary>The codec of a memory, segment or sequence of bytes; null for everything else.</summary>
    internal static string? ByteMemory(INamedTypeSymbol type) =>
        type.Arity != 1 || type.TypeArguments[0].SpecialType != SpecialType.System_Byte
            ? null
            : TypeText.MetadataName(type) switch
            {
                "System.Memory`1" => "MemoryCodec",
                "System.ReadOnlyMemory`1" => "ReadOnlyMemoryCodec",
                "System.Buffers.ReadOnlySequence`1" => "ReadOnlySequenceCodec",
                "System.ArraySegment`1" => "ArraySegmentCodec",
                _ => null,
            };

    private static DiagnosticDescriptor? Find(INamedTypeSymbol type) => TypeText.MetadataName(type) switch
    {
        "System.Type" => PayloadRules.IsSystemType,
        "System.Tuple`8" => PayloadRules.TupleIsTooLong,
        var name when Asynchronous.Contains(name) => PayloadRules.IsAsynchronous,
        _ => null,
    };
}
