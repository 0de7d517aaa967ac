namespace TypedSockets;

/// <summary>
/// Says how a type, a member, a parameter or a result goes over the wire, where the built-in codecs do not serve: by a codec of your own, or by a formatter of the MessagePack package.
/// </summary>
/// <remarks>
/// A codec is a struct that implements <see cref="Codecs.ISocketCodec{T}"/> and composes the ones in <c>TypedSockets.Codecs</c>. A formatter is a class that
/// implements <c>IMessagePackFormatter&lt;T&gt;</c> and has a public constructor without parameters. <c>T</c> is the type that the attribute stands on. For a generic
/// type the codec may be generic as well: <c>typeof(PageCodec&lt;&gt;)</c>. Null is handled around it, where the contract allows null.
/// </remarks>
/// <param name="codec">The codec or formatter.</param>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum | AttributeTargets.Interface
    | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter | AttributeTargets.ReturnValue,
    Inherited = false)]
public sealed class SocketCodecAttribute(Type codec) : Attribute
{
    /// <summary>The codec or formatter.</summary>
    public Type Codec { get; } = codec;
}
