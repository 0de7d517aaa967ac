using System.Runtime.InteropServices;

namespace TypedSockets.Codecs;

/// <summary>Writes and reads <see cref="List{T}"/> as an array of its elements, 1 byte or more.</summary>
/// <remarks>
/// Null in either direction, nesting beyond <see cref="PayloadLimits.MaxDepth"/>, a count that the bytes cannot hold, and a bad element,
/// whose index is told, are errors. A list of bytes is written as an array of integers, and read from bin too.
/// </remarks>
/// <typeparam name="T">The element.</typeparam>
/// <typeparam name="TCodec">Its codec.</typeparam>
public readonly struct ListCodec<T, TCodec> : ISocketCodec<List<T>>
    where TCodec : struct, ISocketCodec<T>
{
    /// <inheritdoc />
    public static int MinimumSize => 1;

    /// <inheritdoc />
    public static void Write(ref PayloadWriter writer, List<T> value)
    {
        if (value is null)
        {
            PayloadErrors.ThrowNull();
        }

        ListElements.Write<T, TCodec>(ref writer, CollectionsMarshal.AsSpan(value));
    }

    /// <inheritdoc />
    public static List<T> Read(ref PayloadReader reader) => ListElements.ReadList<T, TCodec>(ref reader);
}
