using TypedSockets.Codecs;
using TypedSockets.Hubs;

namespace TypedSockets.Chaos.Tests.Simulation;

/// <summary>A call that notes its outcome, and how often it is told one.</summary>
internal sealed class SimCall(History history, SimMessage message) : PendingCall(message.Method, [])
{
    public SimMessage Message => message;

    private protected override bool IsCompleted => message.Outcomes > 0;

    internal override void Complete(ref PayloadReader result) =>
        history.CallEnded(message, Int32Codec.Read(ref result) == message.Id ? null : new InvalidDataException("the answer belongs to another call"));

    internal override void Fail(Exception error) => history.CallEnded(message, error);
}
