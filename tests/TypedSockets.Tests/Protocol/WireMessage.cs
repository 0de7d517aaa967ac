using TypedSockets.Protocol;

namespace TypedSockets.Tests.Protocol;

/// <summary>A message of a frame, kept after the frame's buffer is gone.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="IsNumbered">Whether it counts in the sequence.</param>
/// <param name="Body">Its body, as hexadecimal digits: compared by value.</param>
internal sealed record WireMessage(MessageKind Kind, bool IsNumbered, string Body)
{
    public byte[] Bytes => Convert.FromHexString(Body);

    /// <summary>The first numbers of the body.</summary>
    public uint[] Fields(int count)
    {
        ReadOnlySpan<byte> rest = Bytes;
        var fields = new uint[count];
        for (var i = 0; i < count; i++)
        {
            fields[i] = Varint.Read(ref rest);
        }

        return fields;
    }
}
