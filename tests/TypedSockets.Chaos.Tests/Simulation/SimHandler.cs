using TypedSockets.Codecs;
using TypedSockets.Connections;
using TypedSockets.Hubs;
using TypedSockets.Protocol;

namespace TypedSockets.Chaos.Tests.Simulation;

/// <summary>Handles what arrives at one end of a hub: notes it, and is done at once, later, or with an exception.</summary>
/// <param name="sim">The run.</param>
/// <param name="hub">The hub.</param>
/// <param name="at">The server's session; null at the client.</param>
internal sealed class SimHandler(Simulation sim, int hub, SimServerSession? at) : MessageHandler
{
    public override ContractSide Side => at is null ? SimSide.Contracts[hub].Client : SimSide.Contracts[hub].Server;

    public override bool HoldsChannel(HubMethod method) => (at is not null || method.Kind == HubMethodKind.Emit) && base.HoldsChannel(method);

    public override ValueTask Handle(HubMethod method, ReadOnlySpan<byte> arguments, InboundCall call)
    {
        var reader = new PayloadReader(arguments);
        var id = Int32Codec.Read(ref reader);
        sim.History.Handled(id, at);
        if (sim.Mutation == Mutation.HandleTwice && sim.Random.Chance(10))
        {
            sim.History.Handled(id, at);
        }

        if (sim.Random.Chance(sim.Settings.LateHandlers))
        {
            return HandleLate(method, id, call);
        }

        if (sim.Random.Chance(5))
        {
            sim.Note(Happening.HandlerThrew, id);
            throw new InvalidTimeZoneException("on purpose");
        }

        return method.Kind == HubMethodKind.Call ? call.Complete<int, Int32Codec>(new ValueTask<int>(id)) : default;
    }

    public override void HandlerFailed(HubMethod method, Exception error)
    {
        if (error is not InvalidTimeZoneException)
        {
            sim.Checker.Fail($"a handler of {method} failed: {error}");
        }
    }

    // Without asynchronous continuations: what follows runs where the run finishes the handler.
    private ValueTask HandleLate(HubMethod method, int id, InboundCall call)
    {
        var late = new TaskCompletionSource<int>();
        sim.Unfinished.Add((late, id));
        return method.Kind == HubMethodKind.Call ? call.Complete<int, Int32Codec>(late.Task) : new ValueTask(late.Task);
    }
}
