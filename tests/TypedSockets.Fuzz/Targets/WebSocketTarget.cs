using System.Buffers;
using TypedSockets.AspNetCore.WebSockets;
using TypedSockets.Integration.Tests.WebSockets;
using TypedSockets.Protocol;
using TypedSockets.Transports;

namespace TypedSockets.Fuzz.Targets;

/// <summary>The server's own reading of RFC 6455.</summary>
internal sealed class WebSocketTarget() : FuzzTarget("websocket")
{
    private const int MaxBytes = 64 * 1024;

    public override IReadOnlyList<byte[]> Examples { get; } =
    [
        ClientFrames.Message([1, 2, 3]),
        ClientFrames.Message(new byte[300]),
        [.. ClientFrames.Frame(ClientFrames.Binary, [1]), .. ClientFrames.Frame(ClientFrames.Continuation, [2]), .. ClientFrames.Frame(ClientFrames.Final | ClientFrames.Continuation, [3])],
        [.. ClientFrames.Frame(ClientFrames.Final | ClientFrames.Ping, [1, 2]), .. ClientFrames.Frame(ClientFrames.Final | ClientFrames.Pong, []), .. ClientFrames.Message([4])],
        ClientFrames.CloseFrame(1000, "bye"u8.ToArray()),
    ];

    public override bool Read(byte[] input)
    {
        var reader = new WebSocketReader();
        var buffer = new FrameBuffer();
        var bytes = new ReadOnlySequence<byte>(input);
        try
        {
            // Each part takes something, so there are no more of them than bytes.
            for (var parts = 0; reader.Read(ref bytes, buffer, MaxBytes) is var part and not WebSocketPart.None; parts++)
            {
                if (part == WebSocketPart.Close || reader.IsBroken)
                {
                    return true;
                }

                if (parts > input.Length)
                {
                    throw new InvalidOperationException("the reader gives parts without taking bytes");
                }
            }

            return true;
        }
        catch (ProtocolException)
        {
            return false;
        }
    }
}
