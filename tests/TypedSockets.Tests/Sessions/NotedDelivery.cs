using TypedSockets.Sessions;

namespace TypedSockets.Tests.Sessions;

/// <summary>Notes what an emit's sender is told.</summary>
internal sealed class NotedDelivery : Delivery
{
    /// <summary>What was told, in order.</summary>
    public List<string> Told { get; } = [];

    public override void NoteSent(int bytes) => Told.Add("sent");

    public override void NoteAcknowledged() => Told.Add("acknowledged");

    public override void NoteDropped(DropReason reason) => Told.Add($"dropped: {reason}");

    public override void NoteUnknown() => Told.Add("unknown");
}
