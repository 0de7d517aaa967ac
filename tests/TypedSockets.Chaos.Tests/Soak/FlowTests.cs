using TypedSockets.Soak.Traffic;

namespace TypedSockets.Chaos.Tests.Soak;

/// <summary>A soak that finds nothing says something only if it could find something.</summary>
public sealed class FlowTests
{
    [Fact]
    public void What_comes_once_and_in_order_is_perfect()
    {
        var flow = Receive(1, 2, 3);
        Assert.True(flow.IsPerfect);
        Assert.Equal(3, flow.Received);
    }

    [Fact]
    public void A_message_that_was_overtaken_and_does_not_come_is_lost()
    {
        var flow = Receive(1, 3);
        Assert.Equal((1, 1, 0, 0), (flow.Outstanding, flow.Overtaken, flow.Duplicated, flow.Reordered));
        Assert.False(flow.IsPerfect);
    }

    [Fact]
    public void The_last_message_is_lost_if_it_does_not_come()
    {
        var flow = Receive(1, 2);
        Assert.Equal((1, 0), (flow.Outstanding, flow.Overtaken));
        Assert.False(flow.IsPerfect);
    }

    [Fact]
    public void A_message_that_comes_twice_is_duplicated()
    {
        var flow = Receive(1, 2, 2, 3, 1);
        Assert.Equal((0, 2, 0), (flow.Outstanding, flow.Duplicated, flow.Reordered));
        Assert.False(flow.IsPerfect);
    }

    [Fact]
    public void A_message_that_comes_late_is_reordered_and_not_lost()
    {
        var flow = Receive(2, 1, 3);
        Assert.Equal((0, 0, 1), (flow.Outstanding, flow.Duplicated, flow.Reordered));
        Assert.False(flow.IsPerfect);
    }

    [Fact]
    public void A_payload_of_another_message_is_noticed()
    {
        var flow = new Flow();
        flow.Receive(flow.Next(), Payload.Of(2).Span);
        Assert.Equal(1, flow.Damaged);
        Assert.False(flow.IsPerfect);
    }

    [Fact]
    public void Payloads_have_8_to_8192_bytes_and_differ()
    {
        var payloads = Enumerable.Range(1, 10_000).Select(number => Payload.Of(number)).ToList();
        Assert.All(payloads, payload => Assert.InRange(payload.Length, 8, 8192));
        Assert.True(payloads.Select(payload => payload.Length).Distinct().Count() > 100);
        Assert.All(Enumerable.Range(1, 9_999), number => Assert.False(Payload.IsOf(number, payloads[number].Span)));
    }

    // Three messages are sent; these come.
    private static Flow Receive(params long[] numbers)
    {
        var flow = new Flow();
        for (var i = 0; i < 3; i++)
        {
            flow.Next();
        }

        foreach (var number in numbers)
        {
            flow.Receive(number);
        }

        return flow;
    }
}
