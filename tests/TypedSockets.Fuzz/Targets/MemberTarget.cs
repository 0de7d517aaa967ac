using TypedSockets.Codecs;
using TypedSockets.Hubs;
using TypedSockets.Integration.Tests.Kit.Catalogue;

namespace TypedSockets.Fuzz.Targets;

/// <summary>The arguments of one member, as the generated dispatcher reads them; what could be read is encoded again for the answer.</summary>
internal sealed class MemberTarget(ContractSide<ICatalogue> side, HubMethod method, IReadOnlyList<byte[]> examples) : FuzzTarget($"member-{method.Name}")
{
    private const int RoundsOfImplementation = 1000;

    private Catalogue _target = new();

    public override IReadOnlyList<byte[]> Examples => examples;

    public override void Prepare(long round)
    {
        if (round % RoundsOfImplementation == 0)
        {
            _target = new Catalogue();
        }
    }

    public override bool Read(byte[] input)
    {
        try
        {
            var reader = new PayloadReader(input);
            var handling = side.Dispatch(_target, method.Id, ref reader, new Answers());
            if (handling.IsCompleted)
            {
                handling.GetAwaiter().GetResult();
            }

            return true;
        }
        catch (Exception error) when (error is BadArgumentsException or PayloadException or SocketRemoteException or OperationCanceledException)
        {
            return false;
        }
    }
}
