using TypedSockets.Connections;
using TypedSockets.Sessions;

namespace TypedSockets.Chaos.Tests.Simulation;

/// <summary>Notes what the outbox says of an emit.</summary>
internal sealed class SimDelivery(History history, Peer peer, SimMessage message) : Delivery
{
    public override void NoteSent(int bytes) => history.Numbered(message, peer.Outbox.Numbered);

    public override void NoteAcknowledged()
    {
    }

    public override void NoteDropped(DropReason reason) => history.Dropped(message, reason);

    public override void NoteUnknown() => history.Note(Happening.Unknown, message.Id);
}
