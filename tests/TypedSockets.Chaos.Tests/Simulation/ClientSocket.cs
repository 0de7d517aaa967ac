using TypedSockets.Protocol;

namespace TypedSockets.Chaos.Tests.Simulation;

/// <summary>A socket at the client, from the dial on: its handshake, then its frames.</summary>
internal sealed class ClientSocket(Simulation sim, SimClient client, SimLine line)
{
    private readonly long _openedAt = sim.Time.GetTimestamp();

    public SimLine Line => line;

    /// <summary>The socket after its handshake.</summary>
    public SocketEnd? End { get; private set; }

    public void Receive(LineItem item)
    {
        if (End is not null)
        {
            End.Receive(item);
            if (item.Bytes is null)
            {
                line.Client = null;
            }
        }
        else if (item.Bytes is { } bytes)
        {
            client.HearWelcome(this, bytes);
        }
        else
        {
            line.Client = null;
            client.NoteRefused(this, item.Code);
        }
    }

    public void Tick(long now)
    {
        End?.Tick(now);
        if (End is null && now - _openedAt > TimeSpan.FromSeconds(10).Ticks)
        {
            sim.Note(Happening.HandshakeTimedOut, line.Id);
            client.Abandon(this);
        }
    }

    public void SayHello()
    {
        sim.Writer.Reset();
        sim.Writer.Append(MessageKind.Hello, number: 0, [], client.Session.CreateHello(client.Peer.Channels).ToBytes());
        line.ToServer.Send(new LineItem(sim.Writer.Complete(received: null).ToArray()));
    }

    /// <summary>Leaves the line to itself. What was written before may still arrive.</summary>
    public void Leave()
    {
        line.Client = null;
        line.ToServer.Break(line.ToServer.Items.Count, isNoticed: sim.Random.Chance(70));
    }

    /// <summary>Closes before the handshake is done.</summary>
    public void Close(SocketCloseCode code)
    {
        line.Client = null;
        line.ToServer.Send(new LineItem(null, Code: (int)code));
    }

    /// <summary>Attaches the socket to the session.</summary>
    public void Start()
    {
        End = new SocketEnd(sim, client.Peer, client, line.ToServer, _ => client.NoteEnded(this)) { FrameHeard = client.NoteFrame };
        End.Attach();
    }
}
