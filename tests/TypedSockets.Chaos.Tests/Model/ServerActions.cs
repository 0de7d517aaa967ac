namespace TypedSockets.Chaos.Tests.Model;

/// <summary>All that the server can do next.</summary>
internal sealed class ServerActions(ModelRules rules)
{
    private readonly ServerHandshake _handshake = new(rules);

    public void Collect(ModelState state, Steps steps)
    {
        Emit(state, steps);
        for (var i = 0; i < state.Sessions.Length; i++)
        {
            Write(state, i, steps);
        }

        for (var i = 0; i < state.Sockets.Length; i++)
        {
            var socket = state.Sockets[i];
            if (socket.IsServed && !socket.IsCut && !socket.ToServer.IsEmpty)
            {
                Read(state, i, steps);
            }
            else if (socket.IsServed && socket.IsCut && socket.SessionId != 0)
            {
                steps.Add(ModelAction.ServerNoticesCut, Detach(state, i));
            }
        }
    }

    // A server without a session has nobody to emit to.
    private void Emit(ModelState state, Steps steps)
    {
        if (state.ServerMade < rules.Bounds.ServerEmits && state.Sessions.Length > 0)
        {
            var last = state.Sessions.Length - 1;
            var emit = state.ServerMade + 1;
            var session = state.Sessions[last] with { End = state.Sessions[last].End.Emit(emit) };
            steps.Add(ModelAction.ServerEmits, state.WithSession(last, session) with { ServerMade = emit });
        }
    }

    private static void Write(ModelState state, int index, Steps steps)
    {
        var session = state.Sessions[index];
        if (!session.IsAttached || state.Sockets[session.Socket].IsCut)
        {
            return;
        }

        if (session.End.CanResend)
        {
            var end = session.End.Resend(out var frame);
            steps.Add(ModelAction.ServerResends, Written(state, index, end, frame));
        }
        else if (session.End.CanNumber)
        {
            var end = session.End.NumberNext(out var frame);
            steps.Add(ModelAction.ServerNumbers, Written(state, index, end, frame));
        }

        if (session.End.CanAck(state.Sockets[session.Socket].ToClient))
        {
            steps.Add(ModelAction.ServerAcks, Written(state, index, session.End, Frame.Ack(session.End.Received)));
        }
    }

    private static ModelState Written(ModelState state, int index, EndState end, Frame frame)
    {
        var session = state.Sessions[index] with { End = end };
        var socket = state.Sockets[session.Socket].WithFrameToClient(frame);
        return state.WithSession(index, session).WithSocket(session.Socket, socket);
    }

    private static ModelState Detach(ModelState state, int socketIndex)
    {
        var socket = state.Sockets[socketIndex];
        var detached = state.WithSocket(socketIndex, socket with { IsServed = false });
        var index = state.FindSession(socket.SessionId);
        return index >= 0 && state.Sessions[index].Socket == socketIndex
            ? detached.WithSession(index, state.Sessions[index] with { Socket = ClientState.NoSocket })
            : detached;
    }

    private void Read(ModelState state, int socketIndex, Steps steps)
    {
        var socket = state.Sockets[socketIndex];
        var frame = socket.ToServer[0];
        var read = state.WithSocket(socketIndex, socket with { ToServer = socket.ToServer.RemoveFirst() });
        if (frame.Kind == FrameKind.Hello)
        {
            _handshake.Answer(read, socketIndex, frame, steps);
            return;
        }

        var index = read.FindSession(socket.SessionId);
        if (index < 0 || (read.Sessions[index].Socket != socketIndex && !rules.Lacks(Mutations.OldSocketRead)))
        {
            steps.Add(ModelAction.ServerDropsFrame, read);
        }
        else if (frame.Kind == FrameKind.Ack)
        {
            var session = read.Sessions[index];
            steps.Add(ModelAction.ServerHearsAck, read.WithSession(index, session with { End = session.End.Acknowledge(frame.Received) }));
        }
        else
        {
            Receive(read, index, frame, steps);
        }
    }

    private void Receive(ModelState state, int index, Frame frame, Steps steps)
    {
        var session = state.Sessions[index];
        var reception = Reception.Of(frame, session.End, state.DeliveredToServer, rules);
        var action = reception.IsTaken ? ModelAction.ServerTakes : ModelAction.ServerSkips;
        if (reception.Violation is not null)
        {
            steps.Violate(action, $"at the server, {reception.Violation}");
            return;
        }

        var taken = state.WithSession(index, session with { End = reception.End });
        steps.Add(action, taken with { DeliveredToServer = reception.Delivered });
    }
}
