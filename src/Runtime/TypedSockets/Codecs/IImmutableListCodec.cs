using System.Collections.Immutable;

namespace TypedSockets.Codecs;

/// <summary>Writes and reads <see cref="IImmutableList{T}"/> as an array of its elements, 1 byte or more.</summary>
/// <remarks>
/// What is read is an <see cref="ImmutableList{T}"/>. Null in either direction, nesting beyond <see cref="PayloadLimits.MaxDepth"/>, a count that the
/// bytes cannot hold, and a bad element, whose index is told, are errors.
/// </remarks>
/// <typeparam name="T">The element.</typeparam>
/// <typeparam name="TCodec">Its codec.</typeparam>
public readonly struct IImmutableListCodec<T, TCodec> : ISocketCodec<IImmutableList<T>>
    where TCodec : struct, ISocketCodec<T>
{
    /// <inheritdoc />
    public static int MinimumSize => 1;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, IImmutableList<T> value) => ListElements.Write<T, TCodec>(ref writer, value);

    /// <inheritdoc />
    public static IImmutableList<T> Read(ref PayloadReader reader) => ImmutableListCodec<T, TCodec>.Read(ref reader);
}
