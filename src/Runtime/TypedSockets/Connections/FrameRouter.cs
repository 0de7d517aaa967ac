using System.Text;
using TypedSockets.Codecs;
using TypedSockets.Hubs;
using TypedSockets.Protocol;
using TypedSockets.Sessions;

namespace TypedSockets.Connections;

/// <summary>Takes received frames apart and hands each message to whom it concerns. It never waits for a handler.</summary>
internal sealed class FrameRouter(Peer peer, IControlMessages control)
{
    // A call's error text is written by our own code at the other end; this only bounds what a hostile one could send.
    private const int MaxErrorTextBytes = 4096;

    private readonly FrameTargets _targets = new(peer);
    private readonly StreamRouter _streams = new(peer);

    // Whether the frame made room for more to be sent.
    private bool _roomMade;

    /// <summary>Handles one frame. Its emits and calls reach their handlers with <see cref="Publish"/>, whatever else happens.</summary>
    /// <exception cref="ProtocolException">The other end broke the protocol.</exception>
    public void Receive(ReadOnlySpan<byte> bytes)
    {
        var frame = new FrameReader(bytes);
        if (frame.HasAck)
        {
            Acknowledge(frame.Ack);
        }

        RouteAll(ref frame);
        _targets.CheckWindow();
    }

    /// <summary>Hands on what the frames have brought since this was called last, and answers it.</summary>
    public void Publish()
    {
        _targets.Publish();
        WakePump();
    }

    private static ReadOnlySpan<byte> SkipHeaders(in FrameMessage message, ReadOnlySpan<byte> rest)
    {
        if (!message.HasHeaders)
        {
            return rest;
        }

        // No header has a meaning yet; they are skipped, so that a later version may send some.
        try
        {
            var reader = new PayloadReader(rest);
            reader.Skip();
            return rest[^(int)reader.Remaining..];
        }
        catch (PayloadException)
        {
            throw ProtocolErrors.Malformed("the headers cannot be read");
        }
    }

    private void RouteAll(ref FrameReader frame)
    {
        var number = peer.Inbox.Expand(frame.Sequence);
        if (frame.HasSequence)
        {
            // Before anything of the frame is handled: what has no number in it may build on what is missing.
            peer.Inbox.CheckNext(number);
        }

        var count = 0;
        while (frame.MoveNext(out var message))
        {
            if (++count > peer.Limits.MaxFrameMessages)
            {
                throw ProtocolErrors.TooManyMessages(peer.Limits.MaxFrameMessages);
            }

            if (MessageKinds.IsKnown(message.Kind))
            {
                MessageKinds.CheckNumbering(message.Kind, message.IsNumbered);
            }

            if (!message.IsNumbered || Accept(frame.HasSequence, number++, message.Body.Length))
            {
                Route(message);
            }
        }
    }

    private void WakePump()
    {
        if (peer.Inbox.IsAckDue)
        {
            peer.Frames.RequestAck();
        }
        else if (_roomMade)
        {
            peer.Wake?.Invoke();
        }

        _roomMade = false;
    }

    private void Acknowledge(ushort ack)
    {
        lock (peer.Gate)
        {
            var received = AckPosition.Expand(ack, peer.Outbox.Acked);
            if (!peer.Outbox.TryAcknowledge(received))
            {
                throw ProtocolErrors.ForgedAck(received, peer.Outbox.Sent);
            }

            peer.RoomMade();
            _roomMade = peer.Outbox.Sent < peer.Outbox.Tail;
        }
    }

    private bool Accept(bool hasSequence, long number, int bytes) =>
        hasSequence
            ? peer.Inbox.TryAccept(number, bytes)
            : throw ProtocolErrors.Malformed("a numbered message came in a frame without a sequence number");

    private void Route(in FrameMessage message)
    {
        var rest = message.Body;
        switch (message.Kind)
        {
            case MessageKind.Emit:
                ReceiveEmit(message, rest);
                break;
            case MessageKind.Invoke:
                ReceiveInvoke(message, rest);
                break;
            case MessageKind.Result:
                ReceiveResult(rest);
                break;
            case MessageKind.Error:
                ReceiveError(rest);
                break;
            case MessageKind.Cancel or MessageKind.StreamItem or MessageKind.Credit or MessageKind.Complete:
                _roomMade |= _streams.Receive(message.Kind, rest);
                break;
            case MessageKind.Taken:
                ReceiveTaken(rest);
                break;
            case MessageKind.Ping or MessageKind.Pong or MessageKind.Ack:
                ReceiveSign(message.Kind);
                break;
            case MessageKind.Hello or MessageKind.Welcome:
                throw ProtocolErrors.WrongDirection(message.Kind);
            default:
                // What it sets off may queue behind what came before it.
                _targets.Publish();
                if (!control.TryHandle(message.Kind, rest) && message.MustUnderstand)
                {
                    throw ProtocolErrors.MustUnderstand(message.Kind);
                }

                break;
        }
    }

    // An ack says all in its frame's header.
    private void ReceiveSign(MessageKind kind)
    {
        if (kind == MessageKind.Ping)
        {
            peer.Frames.RequestPong();
        }
        else if (kind == MessageKind.Pong)
        {
            // It says that all before it has come: nobody may see it before that.
            _targets.Publish();
            peer.Progress.NotePong();
        }
    }

    private void ReceiveEmit(in FrameMessage message, ReadOnlySpan<byte> rest)
    {
        var channel = _targets.Reach(Varint.Read(ref rest));
        var id = Varint.Read(ref rest);
        var method = channel.FindMethod(id);
        if (method is not { Kind: HubMethodKind.Emit } && !channel.Ignores(id))
        {
            throw ProtocolErrors.UnknownEvent(channel.WireId ?? 0, id);
        }

        var arguments = SkipHeaders(message, rest);
        if (message.IsNumbered)
        {
            channel.AddEmit(method, arguments);
        }
        else if (method is not null)
        {
            channel.AddVolatile(method, arguments);
        }
    }

    private void ReceiveInvoke(in FrameMessage message, ReadOnlySpan<byte> rest)
    {
        var channel = _targets.Reach(Varint.Read(ref rest));
        var methodId = Varint.Read(ref rest);
        var id = Varint.Read(ref rest);
        var method = channel.FindMethod(methodId);
        var call = new ChannelCall(peer, channel, method, id);
        peer.Calls.Register(call);

        // Also one of an unknown method: it was counted as sent, so it must be counted as taken.
        channel.AddCall(method, SkipHeaders(message, rest), call);
        if (method is null)
        {
            call.Fail(SocketErrorCode.UnknownMethod, SocketErrors.UnknownMethod(channel, methodId));
        }
    }

    private void ReceiveResult(ReadOnlySpan<byte> rest)
    {
        var id = Varint.Read(ref rest);
        _roomMade = true;
        if (peer.Calls.End(id) is { } call)
        {
            var body = MessageBody.Copy(rest);
            var reader = new PayloadReader(body.Span);
            call.Complete(ref reader);
            body.Release();
        }
    }

    private void ReceiveError(ReadOnlySpan<byte> rest)
    {
        var id = Varint.Read(ref rest);
        var code = (SocketErrorCode)Varint.Read(ref rest);
        var data = ReadOnlySpan<byte>.Empty;
        var hasData = !rest.IsEmpty;
        if (hasData)
        {
            var length = Varint.Read(ref rest);
            if (length > (uint)rest.Length)
            {
                throw ProtocolErrors.Truncated("an error's text");
            }

            data = rest[..(int)length];
        }

        _roomMade = true;
        if (peer.Calls.End(id) is { } call)
        {
            call.Fail(
                DeclaredError.Owns(code) ? SocketErrors.Declared(code, call.Method, data)
                : SocketErrors.Remote(code, call.Method, hasData ? Encoding.UTF8.GetString(data[..Math.Min(data.Length, MaxErrorTextBytes)]) : null));
        }
    }

    private void ReceiveTaken(ReadOnlySpan<byte> rest)
    {
        var channel = FindChannel(Varint.Read(ref rest));
        var count = Varint.Read(ref rest);
        lock (peer.Gate)
        {
            if (!peer.Outbox.TryTaken(channel.Index, count))
            {
                throw ProtocolErrors.ForgedTaken(channel.WireId ?? 0);
            }

            peer.RoomMade();
        }

        _roomMade = true;
    }

    private Channel FindChannel(uint id) => peer.Channels.Find(id) ?? throw ProtocolErrors.UnknownChannel(id);
}
