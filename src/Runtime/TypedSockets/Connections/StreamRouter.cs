using TypedSockets.Protocol;

namespace TypedSockets.Connections;

/// <summary>Takes the messages of streams apart, and those that end a call or a stream early. What comes late, for what has ended here, is nothing wrong.</summary>
internal sealed class StreamRouter(Peer peer)
{
    /// <summary>Handles a cancellation, an item, a credit or the end of a stream.</summary>
    /// <returns>Whether more may be sent because of it.</returns>
    /// <exception cref="ProtocolException">The other end broke the protocol.</exception>
    public bool Receive(MessageKind kind, ReadOnlySpan<byte> rest)
    {
        var id = Varint.Read(ref rest);
        switch (kind)
        {
            case MessageKind.Cancel:
                ReceiveCancel(id);
                break;
            case MessageKind.StreamItem:
                ReceiveItem(id, rest);
                break;
            case MessageKind.Credit:
                peer.Streams.Credit(id, Varint.Read(ref rest));
                break;
            default:
                ReceiveEnd(id);
                break;
        }

        return kind is MessageKind.Credit or MessageKind.Complete;
    }

    // What has this end's bit is a stream that it has passed: nobody takes more of it.
    private void ReceiveCancel(uint id)
    {
        if ((id & 1) == (uint)peer.Role)
        {
            lock (peer.Gate)
            {
                peer.Streams.Stop(id);
            }
        }
        else if (peer.Calls.FindInbound(id) is { } call)
        {
            // The registered callbacks are the handler's code: they must not run on the receive loop.
            ThreadPool.UnsafeQueueUserWorkItem(static call => call.Cancel(), call, preferLocal: false);
        }
    }

    private void ReceiveItem(uint id, ReadOnlySpan<byte> item)
    {
        if (peer.Streams.FindInbound(id) is { } items && !items.TryAdd(MessageBody.Copy(item)))
        {
            throw ProtocolErrors.CreditExceeded(id);
        }
    }

    // A stream of this end's id is the result of a call, and its end is the call's.
    private void ReceiveEnd(uint id)
    {
        if ((id & 1) == (uint)peer.Role)
        {
            peer.Calls.End(id)?.Complete();
        }
        else
        {
            peer.Streams.EndInbound(id)?.End(error: null);
        }
    }
}
