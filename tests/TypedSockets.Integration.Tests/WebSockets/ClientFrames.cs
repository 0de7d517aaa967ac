using System.Buffers.Binary;

namespace TypedSockets.Integration.Tests.WebSockets;

/// <summary>Frames as a client writes them, byte by byte after RFC 6455, 5.2.</summary>
internal static class ClientFrames
{
    public const byte Final = 0x80;
    public const byte Continuation = 0x0;
    public const byte Text = 0x1;
    public const byte Binary = 0x2;
    public const byte Close = 0x8;
    public const byte Ping = 0x9;
    public const byte Pong = 0xA;

    private static readonly byte[] Mask = [0x37, 0xFA, 0x21, 0x3D];

    public static byte[] Message(byte[] payload) => Frame(Final | Binary, payload);

    public static byte[] Frame(int first, byte[] payload)
    {
        byte[] length = payload.Length switch
        {
            < 126 => [(byte)(0x80 | payload.Length)],
            <= ushort.MaxValue => [0x80 | 126, (byte)(payload.Length >> 8), (byte)payload.Length],
            _ => [0x80 | 127, 0, 0, 0, 0, (byte)(payload.Length >> 24), (byte)(payload.Length >> 16), (byte)(payload.Length >> 8), (byte)payload.Length],
        };
        return [(byte)first, .. length, .. Mask, .. payload.Select((one, at) => (byte)(one ^ Mask[at % 4]))];
    }

    public static byte[] CloseFrame(int code, byte[] reason)
    {
        var payload = new byte[2 + reason.Length];
        BinaryPrimitives.WriteUInt16BigEndian(payload, (ushort)code);
        reason.CopyTo(payload, 2);
        return Frame(Final | Close, payload);
    }
}
