using TypedSockets.Hubs;

namespace TypedSockets.Generators.Tests.Running;

/// <summary>From the proxy over bytes to what is subscribed with <c>On</c>, and back.</summary>
public class SubscriptionTests
{
    private readonly HubClient<IKindsHub> _client;
    private readonly LoopbackSender _sender;
    private readonly IKindsClient _proxy;
    private readonly List<string> _seen = [];

    public SubscriptionTests()
    {
        var handlers = new HandlerTable(Contracts.Client<IKindsHub, IKindsClient>());
        _client = new HubClient<IKindsHub>(_ => LoopbackSender.To(Contracts.Server<IKindsHub>(), new RecordingHub()), handlers);
        _sender = LoopbackSender.To(handlers);
        _proxy = Contracts.Client<IKindsHub, IKindsClient>().CreateProxy(_sender);
    }

    [Fact]
    public void A_synchronous_lambda_handles_an_emit()
    {
        _client.On.Note((text, count) => _seen.Add($"{text} {count}"));
        _proxy.Note("hi");
        Assert.Equal(["hi 3"], _seen);
    }

    [Fact]
    public async Task An_async_lambda_is_awaited()
    {
        var gate = new TaskCompletionSource();
        _client.On.Note(async (text, _) =>
        {
            await gate.Task;
            _seen.Add(text);
        });
        _proxy.Note("hi");
        Assert.False(_sender.Handled.IsCompleted);
        gate.SetResult();
        await _sender.Handled;
        Assert.Equal(["hi"], _seen);
    }

    [Fact]
    public async Task A_call_is_answered_by_every_form_of_handler()
    {
        using (_client.On.Ask((text, _) => $"sync {text}"))
        {
            Assert.Equal("sync x", await _proxy.Ask("x"));
        }

        using (_client.On.Ask(async (text, cancel) =>
        {
            await Task.Yield();
            return $"async {text} {cancel.CanBeCanceled}";
        }))
        {
            using var source = new CancellationTokenSource();
            Assert.Equal("async x True", await _proxy.Ask("x", source.Token));
        }

        using (_client.On.Ask((text, _) => Task.FromResult($"task {text}")))
        {
            Assert.Equal("task x", await _proxy.Ask("x"));
        }
    }

    [Fact]
    public async Task A_call_without_a_result_completes_when_its_handler_has()
    {
        _client.On.DoTask(text => _seen.Add(text));
        await _proxy.DoTask("x");
        Assert.Equal(["x"], _seen);
    }

    [Fact]
    public void A_disposed_subscription_hears_no_more()
    {
        using (_client.On.Note((text, _) => _seen.Add(text)))
        {
            _proxy.Note("a");
        }

        _proxy.Note("b");
        Assert.Equal(["a"], _seen);
    }

    [Fact]
    public async Task Bind_subscribes_every_member_until_it_is_disposed()
    {
        var bound = new RecordingClient();
        var binding = _client.On.Bind(bound);
        _proxy.Note("a", 1);
        _proxy.Many(1, "b", "c");
        await _proxy.TellValueTask("d");
        await _proxy.DoTask("e");
        Assert.Equal("f?", await _proxy.Ask("f"));
        binding.Dispose();
        _proxy.Note("g");
        Assert.Equal(["Note a 1", "Many 1 b c", "TellValueTask d", "DoTask e", "Ask f"], bound.Calls);
    }

    [Fact]
    public async Task All_sees_names_and_arguments_before_the_handlers_do()
    {
        _client.On.All((name, arguments) => _seen.Add($"{name}({string.Join(", ", arguments)})"));
        _client.On.Note((_, _) => _seen.Add("handled"));
        _client.On.Ask((text, _) => text);
        _proxy.Note("a", 1);
        await _proxy.Ask("b");
        Assert.Equal(["Note(a, 1)", "handled", "Ask(b)"], _seen);
    }

    [Fact]
    public void Emit_reaches_the_hub_from_the_client() => _client.Emit.Nothing();
}
