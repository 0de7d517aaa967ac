namespace TypedSockets.Codecs;

/// <summary>
/// Writes and reads one payload type. Codecs are structs without fields, so that generated code composes them as type arguments
/// (<c>ListCodec&lt;Message, MessageCodec&gt;</c>) and the JIT compiles each combination to straight-line code.
/// </summary>
/// <typeparam name="T">The payload type. A codec of a reference type neither writes nor reads null; the codec of the nullable type does.</typeparam>
public interface ISocketCodec<T>
{
    /// <summary>The size of the smallest encoding, in bytes, at least 1. Containers check their count against it before they allocate.</summary>
    static abstract int MinimumSize { get; }

    /// <summary>Writes <paramref name="value"/>.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="PayloadException">The value cannot be encoded: it, or something in it, is null or too deep.</exception>
    static abstract void Write(ref PayloadWriter writer, T value);

    /// <summary>Reads a value.</summary>
    /// <param name="reader">Where from.</param>
    /// <returns>The value.</returns>
    /// <exception cref="PayloadException">The bytes are not a valid encoding of <typeparamref name="T"/>.</exception>
    static abstract T Read(ref PayloadReader reader);
}
