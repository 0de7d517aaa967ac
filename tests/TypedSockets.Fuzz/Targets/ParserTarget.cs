namespace TypedSockets.Fuzz.Targets;

/// <summary>A function that reads bytes, and refuses them by one kind of exception.</summary>
/// <typeparam name="TRefusal">The exception.</typeparam>
/// <param name="name">What it is called.</param>
/// <param name="read">Reads the bytes.</param>
/// <param name="examples">Bytes that are right.</param>
internal sealed class ParserTarget<TRefusal>(string name, Action<byte[]> read, params byte[][] examples) : FuzzTarget(name)
    where TRefusal : Exception
{
    public override IReadOnlyList<byte[]> Examples => examples;

    public override bool Read(byte[] input)
    {
        try
        {
            read(input);
            return true;
        }
        catch (TRefusal)
        {
            return false;
        }
    }
}
