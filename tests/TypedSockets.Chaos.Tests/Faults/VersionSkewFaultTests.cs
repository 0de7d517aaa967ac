using Microsoft.Extensions.DependencyInjection;
using TypedSockets.Chaos.Tests.Faults.Kit;
using TypedSockets.Testing;
using V1 = TypedSockets.Integration.Tests.Kit.Versions.V1;
using V2 = TypedSockets.Integration.Tests.Kit.Versions.V2;

namespace TypedSockets.Chaos.Tests.Faults;

/// <summary>An old client of a new server, whose line is cut.</summary>
public sealed class VersionSkewFaultTests
{
    [Theory]
    [InlineData(FaultDirection.ToServer)]
    [InlineData(FaultDirection.ToClient)]
    public async Task Row_38_Known_members_of_another_version_are_sent_once_and_in_order_when_the_line_is_cut(FaultDirection direction)
    {
        const int Cuts = 10;
        await using var server = await StartAsync();
        await using var client = await FaultClient.ConnectAsync(server);
        var hub = client.Socket.Hub<V1.ILibraryHub>();
        for (var i = 0; i < Cuts; i++)
        {
            client.Proxy.CutAfter(direction, 11 + (i * 7));
            hub.Emit.Wish($"{i}");
            Assert.Equal($"{i} given back", await hub.Emit.Return($"{i}").AsTask().WaitAsync(Integration.Tests.Kit.Limit.Long));
        }

        for (var i = 0; i < Cuts; i++)
        {
            Assert.Equal($"wish {i} 1", await server.Host.Probe.NextHappened());
        }

        await Assert.ThrowsAsync<ContractMismatchException>(async () => await hub.Emit.Sell("Emma"));
        client.ExpectNoGap();
        Assert.InRange(client.Events.CountOf("Resumed"), 1, Cuts);
    }

    [Fact]
    public async Task Row_38_The_contract_is_told_again_with_a_new_session()
    {
        var clock = new StepClock();
        await using var server = await StartAsync(clock);
        await using var client = await FaultClient.ConnectAsync(server);
        var hub = client.Socket.Hub<V1.ILibraryHub>();
        Assert.Equal("Emma given back", await hub.Emit.Return("Emma"));
        await client.GoAwayAsync();
        await server.UntilAwayAsync();
        hub.Emit.Wish("Persuasion");
        await clock.PassAsync(TimeSpan.FromSeconds(130));
        client.ComeBack();
        Assert.Equal("wish Persuasion 1", await server.Host.Probe.NextHappened());
        Assert.Equal("Emma given back", await hub.Emit.Return("Emma"));
        await Assert.ThrowsAsync<ContractMismatchException>(async () => await hub.Emit.Sell("Emma"));
    }

    private static Task<FaultServer> StartAsync(StepClock? clock = null) =>
        FaultServer.StartAsync(clock: clock, configure: builder => builder.Services.AddTypedSockets().AddHub<V2.ILibraryHub, V2.LibraryHub>());
}
