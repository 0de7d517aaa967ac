using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace TypedSockets.Codecs;

/// <summary>Writes and reads <see cref="ImmutableArray{T}"/> as an array of its elements, or as nil if it is the default, 1 byte or more.</summary>
/// <remarks>
/// Nil is read as the default. Nesting beyond <see cref="PayloadLimits.MaxDepth"/>, a count that the bytes cannot hold, and a bad element, whose index is
/// told, are errors.
/// </remarks>
/// <typeparam name="T">The element.</typeparam>
/// <typeparam name="TCodec">Its codec.</typeparam>
public readonly struct ImmutableArrayCodec<T, TCodec> : ISocketCodec<ImmutableArray<T>>
    where TCodec : struct, ISocketCodec<T>
{
    /// <inheritdoc />
    public static int MinimumSize => 1;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, ImmutableArray<T> value)
    {
        if (value.IsDefault)
        {
            writer.WriteNil();
        }
        else
        {
            ListElements.Write<T, TCodec>(ref writer, value.AsSpan());
        }
    }

    /// <inheritdoc />
    public static ImmutableArray<T> Read(ref PayloadReader reader) =>
        reader.TryReadNil() ? default : ImmutableCollectionsMarshal.AsImmutableArray(ListElements.ReadArray<T, TCodec>(ref reader));
}
