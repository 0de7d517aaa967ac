namespace TypedSockets.Chaos.Tests.Model;

/// <summary>All that the client can do next.</summary>
internal sealed class ClientActions(ModelRules rules)
{
    public void Collect(ModelState state, Steps steps)
    {
        Emit(state, steps);
        Dial(state, steps);
        if (!state.Client.HasSocket)
        {
            return;
        }

        if (!state.Sockets[state.Client.Socket].IsCut)
        {
            Write(state, steps);
            Read(state, steps);
        }
        else if (state.Client.IsOpen)
        {
            var client = state.Client with { Socket = ClientState.NoSocket, IsOpen = false };
            steps.Add(ModelAction.ClientNoticesCut, state with { Client = client });
        }
    }

    private void Emit(ModelState state, Steps steps)
    {
        var client = state.Client;
        if (client.Made < rules.Bounds.ClientEmits)
        {
            var emit = client.Made + 1;
            steps.Add(ModelAction.ClientEmits, state with { Client = client with { Made = emit, End = client.End.Emit(emit) } });
        }
    }

    // At any time: for the first time, after a loss, or giving up a socket that is alive.
    private void Dial(ModelState state, Steps steps)
    {
        if (state.Sockets.Length < rules.Bounds.Dials)
        {
            var client = state.Client with { Attempt = state.Client.Attempt + 1, Socket = state.Sockets.Length, IsOpen = false };
            var socket = new SocketState { IsServed = true }.WithFrameToServer(Frame.Hello(client));
            steps.Add(ModelAction.ClientDials, state with { Client = client, Sockets = state.Sockets.Add(socket) });
        }
    }

    private static void Write(ModelState state, Steps steps)
    {
        var client = state.Client;
        if (!client.IsOpen)
        {
            return;
        }

        if (client.End.CanResend)
        {
            var end = client.End.Resend(out var frame);
            steps.Add(ModelAction.ClientResends, Written(state, end, frame));
        }
        else if (client.End.CanNumber)
        {
            var end = client.End.NumberNext(out var frame);
            steps.Add(ModelAction.ClientNumbers, Written(state, end, frame));
        }

        if (client.End.CanAck(state.Sockets[client.Socket].ToServer))
        {
            steps.Add(ModelAction.ClientAcks, Written(state, client.End, Frame.Ack(client.End.Received)));
        }
    }

    private static ModelState Written(ModelState state, EndState end, Frame frame)
    {
        var client = state.Client with { End = end };
        return state.WithSocket(client.Socket, state.Sockets[client.Socket].WithFrameToServer(frame)) with { Client = client };
    }

    private void Read(ModelState state, Steps steps)
    {
        var socket = state.Sockets[state.Client.Socket];
        if (socket.ToClient.IsEmpty)
        {
            return;
        }

        var frame = socket.ToClient[0];
        var read = state.WithSocket(state.Client.Socket, socket with { ToClient = socket.ToClient.RemoveFirst() });
        switch (frame.Kind)
        {
            case FrameKind.Welcome when frame.Outcome == Outcome.Lost:
                steps.Add(ModelAction.ClientStartsAnew, StartAnew(read));
                break;
            case FrameKind.Welcome:
                Open(read, frame, steps);
                break;
            case FrameKind.Ack:
                var end = read.Client.End.Acknowledge(frame.Received);
                steps.Add(ModelAction.ClientHearsAck, read with { Client = read.Client with { End = end } });
                break;
            default:
                Receive(read, frame, steps);
                break;
        }
    }

    // Says a second Hello on the same socket. What never had a number goes over to the new session, and the rest is reported.
    private ModelState StartAnew(ModelState state)
    {
        var old = state.Client.End;
        var unknown = old.Numbered.Skip(old.Acked);
        var carried = rules.Lacks(Mutations.NumberedSentAgain) ? unknown.AddAll(old.Pending) : old.Pending;
        var client = state.Client with
        {
            SessionId = state.Client.SessionId + 1,
            Creates = true,
            Attempt = 1,
            IsOpen = false,
            End = new EndState { Pending = carried },
        };
        var socket = state.Sockets[client.Socket].WithFrameToServer(Frame.Hello(client));
        return state.WithSocket(client.Socket, socket) with
        {
            Client = client,
            Reported = rules.Lacks(Mutations.NothingReported) ? state.Reported : state.Reported.AddAll(unknown),
        };
    }

    private void Open(ModelState state, Frame welcome, Steps steps)
    {
        var client = state.Client;
        var position = rules.Lacks(Mutations.BlindResend) ? client.End.Acked : welcome.Received;
        if (welcome.Outcome == Outcome.New && (client.End.Received > 0 || client.End.Numbered.Count > 0))
        {
            steps.Violate(ModelAction.ClientOpens, "the server knows nothing of a session that the client has used");
        }
        else if (!client.End.CanResumeAt(position))
        {
            steps.Violate(ModelAction.ClientOpens, $"the client cannot resume at {position}: {client.End.Acked} acked, {client.End.Numbered.Count} numbered");
        }
        else
        {
            client = client with { Creates = false, IsOpen = true, End = client.End.ResumeAt(position) };
            steps.Add(ModelAction.ClientOpens, state with { Client = client });
        }
    }

    private void Receive(ModelState state, Frame frame, Steps steps)
    {
        var reception = Reception.Of(frame, state.Client.End, state.DeliveredToClient, rules);
        var action = reception.IsTaken ? ModelAction.ClientTakes : ModelAction.ClientSkips;
        var violation = state.Client.IsOpen ? reception.Violation : "data came before the Welcome";
        if (violation is not null)
        {
            steps.Violate(action, $"at the client, {violation}");
            return;
        }

        var client = state.Client with { End = reception.End };
        steps.Add(action, state with { Client = client, DeliveredToClient = reception.Delivered });
    }
}
