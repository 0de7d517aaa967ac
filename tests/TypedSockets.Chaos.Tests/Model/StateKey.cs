namespace TypedSockets.Chaos.Tests.Model;

/// <summary>Writes a state as half bytes. Each list has its length in front, so two states never have the same ones.</summary>
internal ref struct StateKey(Span<byte> buffer)
{
    /// <summary>More bytes than a state can take within the largest bounds.</summary>
    public const int MaxLength = 512;

    private readonly Span<byte> _buffer = buffer;
    private int _count;

    public static int Write(ModelState state, Span<byte> buffer)
    {
        buffer.Clear();
        var key = new StateKey(buffer);
        key.Add(state.Client);
        key.Add(state.Sessions.Length);
        foreach (var session in state.Sessions)
        {
            key.Add(session);
        }

        key.Add(state.Sockets.Length);
        foreach (var socket in state.Sockets)
        {
            key.Add(socket);
        }

        key.AddObserved(state);
        return (key._count + 1) / 2;
    }

    private void AddObserved(ModelState state)
    {
        Add(state.Faults);
        Add(state.ServerMade);
        Add(state.DeliveredToServer);
        Add(state.DeliveredToClient);
        Add(state.Reported);
        Add(state.LostWithSession);
        Add(state.Tombstones);
    }

    private void Add(ClientState client)
    {
        Add(client.SessionId);
        Add(client.Attempt);
        Add(client.Socket + 1);
        Add((client.Creates ? 1 : 0) + (client.IsOpen ? 2 : 0));
        Add(client.Made);
        Add(client.End);
    }

    private void Add(SessionState session)
    {
        Add(session.Id);
        Add(session.Attempt);
        Add(session.Socket + 1);
        Add(session.End);
    }

    private void Add(SocketState socket)
    {
        Add((socket.IsCut ? 1 : 0) + (socket.IsServed ? 2 : 0));
        Add(socket.SessionId);
        Add(socket.ToServer);
        Add(socket.ToClient);
    }

    private void Add(EndState end)
    {
        Add(end.Received);
        Add(end.Acked);
        Add(end.Sent);
        Add(end.Numbered);
        Add(end.Pending);
    }

    private void Add(FrameQueue frames)
    {
        Add(frames.Count);
        for (var i = 0; i < frames.Count; i++)
        {
            for (int bits = frames[i].Bits, part = 0; part < 4; part++)
            {
                Add((bits >> (4 * part)) & 0xF);
            }
        }
    }

    private void Add(EmitList emits)
    {
        Add(emits.Count);
        for (var i = 0; i < emits.Count; i++)
        {
            Add(emits[i]);
        }
    }

    private void Add(NumberSet numbers)
    {
        Add(numbers.Bits & 0xF);
        Add(numbers.Bits >> 4);
    }

    private void Add(int halfByte)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(halfByte, 0xF);
        _buffer[_count / 2] |= (byte)(halfByte << (4 * (_count % 2)));
        _count++;
    }
}
