using TypedSockets.Hubs;
using TypedSockets.Protocol;
using TypedSockets.Sessions;

namespace TypedSockets.Connections;

/// <summary>Completes the task of an emit when it has come as far as its sender wants to wait.</summary>
internal sealed class EmitDelivery(HubMethod method, EmitCompletion level) : Delivery
{
    private readonly TaskCompletionSource? _completion =
        level is EmitCompletion.Sent or EmitCompletion.Acked ? new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously) : null;

    /// <summary>Of an emit that only replaces others; null if it replaces none.</summary>
    public static EmitDelivery? Replacing(HubMethod method, MessageBody body) =>
        body.CoalesceKey is { } key ? new EmitDelivery(method, EmitCompletion.Queued) { CoalesceKey = key } : null;

    /// <summary>Completes when the emit has come so far; at once if it only had to be queued.</summary>
    public Task Completion => _completion?.Task ?? Task.CompletedTask;

    public override void NoteSent(int bytes)
    {
        if (level == EmitCompletion.Sent)
        {
            _completion?.TrySetResult();
        }
    }

    public override void NoteAcknowledged() => _completion?.TrySetResult();

    public override void NoteDropped(DropReason reason) =>
        _completion?.TrySetException(SocketErrors.NotDelivered(method, $"it was dropped ({reason})"));

    public override void NoteUnknown() =>
        _completion?.TrySetException(SocketErrors.OutcomeUnknown(method, "the session was lost"));
}
