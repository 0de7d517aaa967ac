using MessagePack;
using TypedSockets.Codecs;
using TypedSockets.Hubs;

namespace TypedSockets.Generators.Tests.Running;

/// <summary>From the proxy over bytes to the implementation, and back.</summary>
public class RoundTripTests
{
    private readonly RecordingHub _hub = new();
    private readonly LoopbackSender _sender;
    private readonly IKindsHub _proxy;

    public RoundTripTests()
    {
        _sender = LoopbackSender.To(Contracts.Server<IKindsHub>(), _hub);
        _proxy = Contracts.Server<IKindsHub>().CreateProxy(_sender);
    }

    [Fact]
    public void An_emit_carries_its_arguments_and_the_contract_s_defaults()
    {
        _proxy.Note("hi");
        _proxy.Note("ho", 4, Color.Red, 2.25m, "more");
        Assert.Equal(["Note hi 3 Green 1.5 null", "Note ho 4 Red 2.25 more"], _hub.Calls);
    }

    [Fact]
    public void An_emit_without_arguments_arrives()
    {
        _proxy.Nothing();
        Assert.Equal(["Nothing"], _hub.Calls);
    }

    [Fact]
    public void A_volatile_emit_arrives_as_any_other()
    {
        _proxy.Move(1, -2);
        Assert.Equal(["Move 1 -2"], _hub.Calls);
    }

    [Fact]
    public async Task One_way_members_arrive_and_are_awaited_by_the_dispatcher()
    {
        await _proxy.TellTask("a");
        await _proxy.TellValueTask("b");
        Assert.Equal(["TellTask a", "TellValueTask b"], _hub.Calls);
    }

    [Fact]
    public async Task Calls_complete_when_the_handler_has()
    {
        await _proxy.DoTask("a");
        await _proxy.DoValueTask("b");
        Assert.Equal(["DoTask a", "DoValueTask b"], _hub.Calls);
    }

    [Fact]
    public async Task Calls_bring_their_results()
    {
        Assert.Equal(5, await _proxy.AskTask("hello"));
        Assert.Equal([new Item("x", 1), new Item("xx", 2)], await _proxy.AskValueTask("x"));
        Assert.Equal(("why", 8), await _proxy.AskTuple((7, "why")));
        Assert.Equal("class x", await _proxy.@class("x"));
        Assert.Null(await _proxy.@class(null));
    }

    [Fact]
    public async Task The_dispatcher_hands_on_the_token_of_the_call()
    {
        using var source = new CancellationTokenSource();
        await _proxy.AskValueTask("x", source.Token);
        Assert.Equal(source.Token, _hub.LastToken);
    }

    [Fact]
    public async Task The_token_is_no_argument_on_the_wire()
    {
        await _proxy.DoValueTask("x", CancellationToken.None);
        Assert.Equal("[\"x\"]", MessagePackSerializer.ConvertToJson(_sender.Sent.Single().Body));
    }

    [Theory]
    [InlineData("""["hi"]""", "Note hi 3 Green 1.5 null")]
    [InlineData("""["hi",5]""", "Note hi 5 Green 1.5 null")]
    [InlineData("""["hi",5,0]""", "Note hi 5 Red 1.5 null")]
    [InlineData("""{"text":"hi","more":"m"}""", "Note hi 3 Green 1.5 m")]
    [InlineData("""["hi",5,0,"2","m","from a newer contract",7]""", "Note hi 5 Red 2 m")]
    public void Missing_trailing_arguments_get_the_contract_s_defaults_and_unknown_ones_are_skipped(string arguments, string expected)
    {
        Dispatch(nameof(IKindsHub.Note), arguments);
        Assert.Equal([expected], _hub.Calls);
    }

    [Fact]
    public void A_missing_argument_without_a_default_is_refused()
    {
        var error = Assert.ThrowsAny<TypedSocketException>(() => Dispatch(nameof(IKindsHub.DoTask), "[]"));
        Assert.Contains("text", error.Message);
        Assert.Empty(_hub.Calls);
    }

    [Fact]
    public void A_number_that_is_no_method_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => Dispatch(99, "[]"));

    [Fact]
    public void Methods_are_numbered_in_ordinal_order_and_know_what_they_are()
    {
        var methods = Contracts.Server<IKindsHub>().Methods.ToArray();
        Assert.Equal(
            ["AskTask", "AskTuple", "AskValueTask", "DoTask", "DoValueTask", "Move", "Note", "Nothing", "TellTask", "TellValueTask", "class"],
            methods.Select(method => method.Name));
        Assert.Equal(Enumerable.Range(0, methods.Length), methods.Select(method => method.Id));
        Assert.Equal(["Move", "Note", "Nothing", "TellTask", "TellValueTask"], methods.Where(method => method.Kind == HubMethodKind.Emit).Select(method => method.Name));
        Assert.Equal(["DoValueTask"], methods.Where(method => method.IsConcurrent).Select(method => method.Name));
        Assert.All(methods, method => Assert.Equal("IKindsHub", method.Contract));
    }

    [Fact]
    public void Volatile_members_of_either_side_are_known_as_such()
    {
        Assert.Equal(["Move"], Volatile(Contracts.Server<IKindsHub>()));
        Assert.Equal(["TellValueTask"], Volatile(Contracts.Client<IKindsHub, IKindsClient>()));

        static IEnumerable<string> Volatile(ContractSide side) => side.Methods.ToArray().Where(method => method.IsVolatile).Select(method => method.Name);
    }

    [Fact]
    public void The_contract_has_its_wire_name_and_its_sides()
    {
        var contract = Contracts.Of<IKindsHub>();
        Assert.Equal("kinds", contract.Name);
        Assert.Equal(HubContract.FingerprintLength, contract.Fingerprint.Length);
        Assert.Same(Contracts.Server<IKindsHub>(), contract.Server);
        Assert.Same(Contracts.Client<IKindsHub, IKindsClient>(), contract.Client);
    }

    private void Dispatch(string method, string arguments) =>
        Dispatch(Array.FindIndex(Contracts.Server<IKindsHub>().Methods.ToArray(), candidate => candidate.Name == method), arguments);

    private void Dispatch(int method, string arguments)
    {
        var reader = new PayloadReader(MessagePackSerializer.ConvertFromJson(arguments));
        Contracts.Server<IKindsHub>().Dispatch(_hub, method, ref reader, new LoopbackCall(null, default)).AsTask().GetAwaiter().GetResult();
    }
}
