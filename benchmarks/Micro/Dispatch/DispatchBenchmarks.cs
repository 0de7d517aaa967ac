using BenchmarkDotNet.Attributes;
using TypedSockets;
using TypedSockets.Codecs;
using TypedSockets.Connections;
using TypedSockets.Generated.Micro;
using TypedSockets.Hubs;
using TypedSockets.Protocol;

namespace Micro.Dispatch;

/// <summary>
/// A frame of one event, from its bytes to the handler, on one thread: frame reader, the copy that outlives the receive buffer, generated dispatcher, codec,
/// handler.
/// </summary>
[MemoryDiagnoser]
public class DispatchBenchmarks
{
    private readonly CountingHub _hub = new();
    private readonly EmitContext _context = new(CancellationToken.None);
    private readonly TypedSocketClient _client = new("ws://127.0.0.1");
    private HandlerTable? _handlers;
    private long _sum;
    private byte[] _tick = [];
    private byte[] _note = [];
    private byte[] _ticked = [];
    private byte[] _noted = [];

    /// <summary>Subscribes, and writes the frames.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var client = _client.Hub<IMicroHub>();
        client.On.Ticked((number, _, _) => _sum += number);
        client.On.Noted((text, number, _) => _sum += text.Length + number);
        _handlers = client.Handlers;
        _tick = Frame<MicroHub_TickArguments, MicroHub_TickArguments.Codec>(MicroHubSide.TickMethod, new(1, 123456, 12.5));
        _note = Frame<MicroHub_NoteArguments, MicroHub_NoteArguments.Codec>(MicroHubSide.NoteMethod, new("sixteen letters.", 123456, 12.5));
        _ticked = Frame<MicroClient_TickedArguments, MicroClient_TickedArguments.Codec>(MicroClientSide.TickedMethod, new(1, 123456, 12.5));
        _noted = Frame<MicroClient_NotedArguments, MicroClient_NotedArguments.Codec>(MicroClientSide.NotedMethod, new("sixteen letters.", 123456, 12.5));
    }

    /// <summary>Disposes the client, which never connected.</summary>
    [GlobalCleanup]
    public async Task Cleanup() => await _client.DisposeAsync();

    /// <summary>To the hub's method; nothing in the arguments needs memory.</summary>
    [Benchmark]
    public long DispatchTick() => Dispatch(_tick);

    /// <summary>To the hub's method, with a text of 16 characters.</summary>
    [Benchmark]
    public long DispatchNote() => Dispatch(_note);

    /// <summary>To a subscribed handler; nothing in the arguments needs memory.</summary>
    [Benchmark]
    public long RaiseTicked() => Raise(_ticked);

    /// <summary>To a subscribed handler, with a text of 16 characters.</summary>
    [Benchmark]
    public long RaiseNoted() => Raise(_noted);

    private long Dispatch(byte[] frame)
    {
        var body = Take(frame, out var method);
        var reader = new PayloadReader(body.Span);
        var handling = MicroHubSide.Instance.Dispatch(_hub, method, ref reader, _context);
        body.Release();
        return handling.IsCompletedSuccessfully ? _hub.Sum : throw new InvalidOperationException("The handler did not run at once.");
    }

    private long Raise(byte[] frame)
    {
        var body = Take(frame, out var method);
        var reader = new PayloadReader(body.Span);
        var handling = MicroClientSide.Instance.Raise(_handlers!, method, ref reader, _context);
        body.Release();
        return handling.IsCompletedSuccessfully ? _sum : throw new InvalidOperationException("The handlers did not run at once.");
    }

    private static MessageBody Take(byte[] bytes, out int method)
    {
        var frame = new FrameReader(bytes);
        frame.MoveNext(out var message);
        var rest = message.Body;
        Varint.Read(ref rest);
        method = (int)Varint.Read(ref rest);
        return MessageBody.Copy(rest);
    }

    private static byte[] Frame<TArguments, TCodec>(HubMethod method, TArguments arguments)
        where TCodec : struct, ISocketCodec<TArguments>
    {
        var body = MessageBody.Rent();
        var payload = new PayloadWriter(body);
        TCodec.Write(ref payload, arguments);
        payload.Flush();
        using var frame = new FrameWriter();
        frame.AppendEmit(number: 1, channel: 0, (uint)method.Id, body.Span);
        body.Release();
        return frame.Complete(received: null).ToArray();
    }
}
