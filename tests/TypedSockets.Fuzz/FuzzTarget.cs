namespace TypedSockets.Fuzz;

/// <summary>Something that reads bytes from the other end.</summary>
/// <param name="name">What it is called on the command line.</param>
internal abstract class FuzzTarget(string name)
{
    public string Name => name;

    /// <summary>Bytes that are right, to be damaged.</summary>
    public abstract IReadOnlyList<byte[]> Examples { get; }

    /// <summary>What may be allocated for nothing: an exception and its trace, buffers that are kept, what the other end is answered.</summary>
    public static long FreeBytes => 64 * 1024;

    /// <summary>How many bytes of memory one byte of input may cost.</summary>
    public static long BytesPerByte => 64;

    /// <summary>Prepares for an input, outside what is measured.</summary>
    /// <param name="round">Which input it is.</param>
    public virtual void Prepare(long round)
    {
    }

    /// <summary>Reads an input.</summary>
    /// <returns>False if it was refused in the way that is documented.</returns>
    public abstract bool Read(byte[] input);
}
