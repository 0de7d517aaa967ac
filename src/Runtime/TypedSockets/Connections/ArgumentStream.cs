using TypedSockets.Hubs;

namespace TypedSockets.Connections;

/// <summary>A stream that the application passes to a call: takes its items from it and sends them, until one of the two ends.</summary>
#pragma warning disable CA1001 // A source without a timer or a link holds nothing, and who stops the stream may come late.
internal sealed class ArgumentStream(Peer peer, Channel channel, PendingCall call, int index, ExecutionContext? context)
#pragma warning restore CA1001
    : OutboundStream(peer, call.Method, PeerStreams.ArgumentId(call.Id, index)), IThreadPoolWorkItem
{
    private readonly CancellationTokenSource _stopped = new();

    public override void Stop()
    {
        base.Stop();

        // What is registered there is the application's code: it must not run under the lock.
        ThreadPool.UnsafeQueueUserWorkItem(static stream => stream.Cancel(), this, preferLocal: false);
    }

    void IThreadPoolWorkItem.Execute()
    {
        if (context is null)
        {
            _ = RunAsync();
        }
        else
        {
            ExecutionContext.Run(context, static stream => _ = ((ArgumentStream)stream!).RunAsync(), this);
        }
    }

    private async Task RunAsync()
    {
        try
        {
            await call.Streams[index].SendAsync(this, _stopped.Token).ConfigureAwait(false);
            Peer.Streams.Complete(this);
        }
        catch (OperationCanceledException) when (IsOver)
        {
            // Nobody wants it any more.
        }
        catch (Exception error) when (IsOver)
        {
            channel.Handler.HandlerFailed(call.Method, error);
        }
        catch (Exception error)
        {
            // The caller's own stream has failed: that is what it is told.
            Peer.Calls.Abandon(call, error);
        }
    }

    private void Cancel()
    {
        try
        {
            _stopped.Cancel();
        }
        catch (AggregateException error)
        {
            channel.Handler.HandlerFailed(call.Method, error);
        }
    }
}
