using TypedSockets.Codecs;
using TypedSockets.Connections;
using TypedSockets.Fuzz.Targets;

namespace TypedSockets.Fuzz;

/// <summary>All that reads bytes of the other end.</summary>
internal static class FuzzTargets
{
    public static IReadOnlyList<FuzzTarget> All() =>
    [
        new FrameTarget(PeerRole.Server),
        new FrameTarget(PeerRole.Client),
        new WebSocketTarget(),
        .. Handshakes.Targets(),
        new ParserTarget<PayloadException>("skip", Skip, [0x93, 0x01, 0xA1, 0x61, 0x81, 0x01, 0xC4, 0x02, 0x01, 0x02]),
        .. Members.Targets(),
    ];

    // What a later version may add, and an earlier one leaves unread.
    private static void Skip(byte[] bytes)
    {
        var reader = new PayloadReader(bytes);
        while (reader.Remaining > 0)
        {
            reader.Skip();
        }
    }
}
