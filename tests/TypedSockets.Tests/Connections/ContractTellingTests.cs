using TypedSockets.Connections;
using TypedSockets.Hubs;
using TypedSockets.Protocol;

namespace TypedSockets.Tests.Connections;

/// <summary>What a client makes of the manifest that a server tells.</summary>
public sealed class ContractTellingTests
{
    [Fact]
    public void A_client_whose_generated_code_gives_no_manifest_refuses_another_contract()
    {
        using var client = new TestPeer(PeerRole.Client, open: false);
        var error = Assert.Throws<ProtocolException>(() => client.Peer.Channels.Open(new ChannelGrant("test", 0, "{}")));
        Assert.Equal(SocketCloseCode.Contract, error.CloseCode);
    }

    [Fact]
    public void A_manifest_that_cannot_be_read_breaks_the_protocol()
    {
        using var client = new TestPeer(PeerRole.Client, open: false);
        var contract = new HubContract(
            "told", new string('0', 32), client.Contract.Server, client.Contract.Client, """{"server":[],"client":[],"payloads":[]}""");
        client.Peer.Channels.Add(contract, client.Handler);
        var error = Assert.Throws<ProtocolException>(() => client.Peer.Channels.Open(new ChannelGrant("told", 0, "{}")));
        Assert.Equal(SocketCloseCode.ProtocolError, error.CloseCode);
    }
}
