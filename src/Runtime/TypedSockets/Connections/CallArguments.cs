using TypedSockets.Hubs;
using TypedSockets.Sessions;

namespace TypedSockets.Connections;

/// <summary>Lets the streams flow that are passed to a call, once the call itself has been written: nothing of them may come before it.</summary>
internal sealed class CallArguments(Peer peer, Channel channel, PendingCall call) : Delivery
{
    // The streams are the application's code, and run for whoever made the call.
    private readonly ExecutionContext? _context = ExecutionContext.Capture();

    public override void NoteSent(int bytes)
    {
        for (var i = 0; i < call.Streams.Length; i++)
        {
            var stream = new ArgumentStream(peer, channel, call, i, _context);
            peer.Streams.Send(stream);
            peer.Schedule(stream);
        }
    }
}
