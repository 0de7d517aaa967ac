using Google.Protobuf;
using Grpc.Core;

namespace Peers.Grpc;

/// <summary>The streams of all connections.</summary>
internal sealed class LoadStreams : Load.LoadBase
{
    private static readonly Reply Event = new() { Data = ByteString.CopyFrom(Payload.Event) };
    private static readonly Lock Joining = new();
    private static LoadStream[] _streams = [];
    private static long _read;

    public override async Task Connect(IAsyncStreamReader<Request> requestStream, IServerStreamWriter<Reply> responseStream, ServerCallContext context)
    {
        using var stream = new LoadStream(responseStream);
        Change(streams => [.. streams, stream]);
        try
        {
            // The generator waits for this before it counts the connection as open.
            await context.WriteResponseHeadersAsync([]);
            while (await requestStream.MoveNext())
            {
                await HandleAsync(stream, requestStream.Current);
            }
        }
        catch (IOException)
        {
            // The generator cuts its sockets.
        }
        finally
        {
            Change(streams => [.. streams.Where(other => other != stream)]);
        }
    }

    private static async ValueTask HandleAsync(LoadStream stream, Request request)
    {
        switch (request.Kind)
        {
            case 0:
                await stream.WriteAsync(new Reply { Player = request.Player, X = request.X, Y = request.Y });
                break;
            case 1:
                _read += request.Player.Length;
                break;
            case 2:
                foreach (var one in _streams)
                {
                    await one.WriteAsync(Event);
                }

                break;
            default:
                await PushAsync(stream, request.X, (int)request.Y);
                break;
        }
    }

    private static async Task PushAsync(LoadStream stream, int count, int bytes)
    {
        var reply = new Reply { Data = ByteString.CopyFrom(Payload.Bytes(bytes)) };
        for (var i = 0; i < count; i++)
        {
            await stream.WriteAsync(reply);
        }
    }

    private static void Change(Func<LoadStream[], LoadStream[]> change)
    {
        lock (Joining)
        {
            _streams = change(_streams);
        }
    }
}
