namespace TypedSockets.Chaos.Tests.Model;

/// <summary>What one end of a session keeps whatever happens to its sockets: an outbox with its four cursors, and how far it has received.</summary>
/// <param name="Received">The number of the last message that it received.</param>
/// <param name="Numbered">The emits that have a number, which is their place from 1. Those up to <paramref name="Acked"/> are freed; the search keeps them to look at.</param>
/// <param name="Acked">Up to where the other end has acknowledged.</param>
/// <param name="Sent">Up to where it has written on the present socket.</param>
/// <param name="Pending">The emits without a number.</param>
internal readonly record struct EndState(int Received, EmitList Numbered, int Acked, int Sent, EmitList Pending)
{
    /// <summary>Sent before on another socket, and not said to be received.</summary>
    public bool CanResend => Sent < Numbered.Count;

    /// <summary>An emit gets its number when it is first written, behind all that has one.</summary>
    public bool CanNumber => !CanResend && Pending.Count > 0;

    public bool IsFlushed => Sent == Numbered.Count && Pending.Count == 0;

    public EndState Emit(int emit) => this with { Pending = Pending.Add(emit) };

    public EndState Acknowledge(int received) => this with { Acked = Math.Max(Acked, received) };

    public EndState Resend(out Frame frame)
    {
        frame = Frame.Data(Sent + 1, Numbered[Sent], Received);
        return this with { Sent = Sent + 1 };
    }

    public EndState NumberNext(out Frame frame)
    {
        var numbered = this with { Numbered = Numbered.Add(Pending[0]), Pending = Pending.Skip(1) };
        return numbered.Resend(out frame);
    }

    /// <summary>Whether an ack goes alone. It may at any time and again; no third frame and no same one waiting keeps the search finite.</summary>
    public bool CanAck(FrameQueue waiting) => Received > 0 && waiting.Count < 2 && !waiting.Contains(Frame.Ack(Received));

    /// <summary>
    /// Whether the other end can have received just this much. A server answers Lost to any other position, but here such a position is a
    /// violation: no rule was broken on the way, so none of them may lead to it.
    /// </summary>
    public bool CanResumeAt(int received) => received >= Acked && received <= Numbered.Count;

    /// <summary>A resume moves the sent cursor, and nothing else but what it acknowledges.</summary>
    public EndState ResumeAt(int received) => this with { Sent = received, Acked = Math.Max(Acked, received) };
}
