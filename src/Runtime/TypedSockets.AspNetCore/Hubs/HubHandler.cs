using Microsoft.Extensions.Logging;
using TypedSockets.Codecs;
using TypedSockets.Connections;
using TypedSockets.Hubs;

namespace TypedSockets.AspNetCore.Hubs;

/// <summary>What stands behind one hub of one session.</summary>
internal abstract partial class HubHandler(ContractSide side, HubBinding binding) : MessageHandler, IAsyncDisposable
{
    public sealed override ContractSide Side => side;

    protected HubBinding Binding => binding;

    /// <summary>Runs before the first message is handled.</summary>
    public abstract ValueTask ConnectedAsync();

    /// <summary>Runs when the line is lost.</summary>
    public abstract ValueTask PausedAsync();

    /// <summary>Runs when the line is back.</summary>
    public abstract ValueTask ResumedAsync();

    /// <summary>Runs once, after the last message was handled.</summary>
    public abstract ValueTask DisconnectedAsync(DisconnectReason reason);

    public virtual ValueTask DisposeAsync() => default;

    public sealed override void HandlerFailed(HubMethod method, Exception error)
    {
        if (error is PayloadException or NoHandlerException)
        {
            LogRefused(binding.Logger, method, binding.Context.ConnectionId, error.Message);
        }
        else
        {
            LogFailed(binding.Logger, method, binding.Context.ConnectionId, error);
        }
    }

    [LoggerMessage(10, LogLevel.Error, "The handler of '{Method}' failed on connection {ConnectionId}")]
    private static partial void LogFailed(ILogger logger, HubMethod method, string connectionId, Exception error);

    [LoggerMessage(11, LogLevel.Warning, "'{Method}' was not handled on connection {ConnectionId}: {Problem}")]
    private static partial void LogRefused(ILogger logger, HubMethod method, string connectionId, string problem);
}
