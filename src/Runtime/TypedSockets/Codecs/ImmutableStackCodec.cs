using System.Collections.Immutable;

namespace TypedSockets.Codecs;

/// <summary>Writes and reads <see cref="ImmutableStack{T}"/> as an array of its elements, the one on top first, 1 byte or more.</summary>
/// <remarks>
/// Null in either direction, nesting beyond <see cref="PayloadLimits.MaxDepth"/>, a count that the bytes cannot hold, and a bad element, whose index is
/// told, are errors.
/// </remarks>
/// <typeparam name="T">The element.</typeparam>
/// <typeparam name="TCodec">Its codec.</typeparam>
public readonly struct ImmutableStackCodec<T, TCodec> : ISocketCodec<ImmutableStack<T>>
    where TCodec : struct, ISocketCodec<T>
{
    /// <inheritdoc />
    public static int MinimumSize => 1;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, ImmutableStack<T> value) => ListElements.Write<T, TCodec>(ref writer, value);

    /// <inheritdoc />
    public static ImmutableStack<T> Read(ref PayloadReader reader) => [.. ListElements.ReadReversed<T, TCodec>(ref reader)];
}
