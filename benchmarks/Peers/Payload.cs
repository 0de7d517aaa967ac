namespace Peers;

/// <summary>The sizes that all peers share.</summary>
internal static class Payload
{
    /// <summary>The bytes of a broadcast event.</summary>
    public const int EventBytes = 64;

    public static byte[] Event { get; } = Bytes(EventBytes);

    public static byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        new Random(1).NextBytes(bytes);
        return bytes;
    }
}
