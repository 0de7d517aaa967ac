using Microsoft.Extensions.Logging;
using TypedSockets.Hubs;

namespace TypedSockets.Client;

/// <summary>Raises a client's events and logs them. A subscriber's exception ends neither the connection nor the other subscribers' turn.</summary>
internal sealed partial class ClientEvents(ILogger logger)
{
    public event Action<SocketState>? StateChanged;

    public event Action<HandlerFailure>? HandlerFailed;

    public event Action<string>? Unhandled;

    public void RaiseStateChanged(SocketState state)
    {
        LogState(logger, state);
        Raise(StateChanged, state);
    }

    public void RaiseHandlerFailed(HubMethod method, Exception error)
    {
        LogHandlerFailed(logger, method, error);
        Raise(HandlerFailed, new HandlerFailure(method.ToString(), error));
    }

    public void RaiseUnhandled(HubMethod method)
    {
        LogUnhandled(logger, method);
        Raise(Unhandled, method.ToString());
    }

    public void NoteFault(Exception fault) => LogFault(logger, fault);

    public void NoteUnsettled(long messages) => LogUnsettled(logger, messages);

    public void NoteCallbackFailed(Exception error) => LogCallbackFailed(logger, error);

    private void Raise<T>(Action<T>? handlers, T argument)
    {
        foreach (var handler in Delegate.EnumerateInvocationList(handlers))
        {
            try
            {
                handler(argument);
            }
            catch (Exception error)
            {
                LogSubscriberFailed(logger, error);
            }
        }
    }

    [LoggerMessage(1, LogLevel.Debug, "The connection is now {State}")]
    private static partial void LogState(ILogger logger, SocketState state);

    [LoggerMessage(2, LogLevel.Error, "A handler of '{Method}' failed")]
    private static partial void LogHandlerFailed(ILogger logger, HubMethod method, Exception error);

    [LoggerMessage(3, LogLevel.Warning, "Nothing handles '{Method}'; subscribe with On before connecting")]
    private static partial void LogUnhandled(ILogger logger, HubMethod method);

    [LoggerMessage(4, LogLevel.Error, "A subscriber of one of the client's events failed")]
    private static partial void LogSubscriberFailed(ILogger logger, Exception error);

    [LoggerMessage(5, LogLevel.Critical, "The connection was ended by a defect of TypedSockets; please report it")]
    private static partial void LogFault(ILogger logger, Exception fault);

    [LoggerMessage(6, LogLevel.Warning, "The client was disposed before the server had received {Messages} messages; a longer FlushTimeout gives it more time")]
    private static partial void LogUnsettled(ILogger logger, long messages);

    [LoggerMessage(7, LogLevel.Error, "A callback that was registered for the end of the session failed")]
    private static partial void LogCallbackFailed(ILogger logger, Exception error);
}
