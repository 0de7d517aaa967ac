using TypedSockets.Connections;

namespace TypedSockets.Chaos.Tests.Simulation;

/// <summary>What must hold at every step: nothing twice, nothing out of order, one outcome for each call.</summary>
internal sealed class HistoryChecker
{
    private readonly HandlingOrder[] _atClient = [.. Enumerable.Range(0, SimSide.Hubs).Select(_ => new HandlingOrder())];

    /// <summary>Whether frames were doubled or lost below the WebSocket: what has no number is not protected from that.</summary>
    public bool IsLineForged { get; set; }

    /// <summary>The first thing that must not have happened.</summary>
    public string? Violation { get; private set; }

    public void Handled(SimMessage message, SimServerSession? at)
    {
        message.Handled++;
        if (message.Method.IsVolatile && IsLineForged)
        {
            return;
        }

        Require(message.Handled == 1, "handled twice", message);
        Require(message.Dropped is null, "reported as dropped, and handled", message);
        Require(message.Failure is not (NotDeliveredException or BufferFullException), "a call was told that it never ran, and ran", message);
        Require(message.IsToServer == (at is not null), "came back to its sender", message);
        var order = at is null ? _atClient[message.Hub] : at.Order[message.Hub];
        Require(order.TryNote(message, message.From?.ClientSession ?? 0), "handled out of order", message);
    }

    public void Dropped(SimMessage message, DropReason reason)
    {
        Require(message.Dropped is null, $"dropped twice ({message.Dropped}, {reason})", message);
        Require(message.Number == 0, "dropped after it had a number", message);
        Require(message.Handled == 0, "dropped after it was handled", message);
    }

    public void CallEnded(SimMessage call, Exception? failure)
    {
        call.Failure = failure;
        Require(++call.Outcomes == 1, "a call got a second outcome", call);
        Require(failure is not InvalidDataException, "a call got another call's answer", call);
        Require(failure is not null || call.Handled == 1, "a call was answered that never ran", call);
        Require(failure is not (NotDeliveredException or BufferFullException) || call.Handled == 0, "a call ran, and was told that it never did", call);
    }

    public void Require(bool condition, string invariant, SimMessage message)
    {
        if (!condition)
        {
            Fail($"{invariant}: {message}");
        }
    }

    /// <summary>Notes what must not have happened. The run ends at its next step: an exception could be caught on its way by what is tested.</summary>
    public void Fail(string invariant) => Violation ??= invariant;
}
