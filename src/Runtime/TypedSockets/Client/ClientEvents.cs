using Microsoft.Extensions.Logging;
using TypedSockets.Hubs;
using TypedSockets.Sessions;

namespace TypedSockets.Client;

/// <summary>Raises a client's events and logs them. A subscriber's exception ends neither the connection nor the other subscribers' turn.</summary>
internal sealed partial class ClientEvents(ILogger logger)
{
    public event Action<SocketState>? StateChanged;

    public event Action<HandlerFailure>? HandlerFailed;

    public event Action<string>? Unhandled;

    public event Action<Gap>? Gap;

    public event Action<DroppedEmits>? Dropped;

    public event Action<IReadOnlyList<ContractDifference>>? ContractDiffers;

    public event Action<long>? Resumed;

    public event Func<ReplacedSession, Task>? NewSession;

    /// <summary>Whether somebody wants to set up new sessions.</summary>
    public bool HasNewSession => NewSession is not null;

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

    /// <summary>Raises what a lost session has cost: once for each direction in which something may be missing.</summary>
    public void RaiseGaps(SessionLoss loss)
    {
        if (loss.Unconfirmed.Count > 0)
        {
            RaiseGap(new Gap(GapDirection.ToServer, loss.Reason, loss.Unconfirmed.Count, loss.Unconfirmed));
        }

        if (loss.NotReceived is not 0)
        {
            RaiseGap(new Gap(GapDirection.FromServer, loss.Reason, loss.NotReceived, []));
        }
    }

    public void RaiseDropped(Drop drop, int count) => Raise(Dropped, new DroppedEmits(drop.Method.ToString(), count, drop.Reason));

    public void RaiseContractDiffers(HubContract contract, IReadOnlyList<ContractDifference> differences)
    {
        LogOtherVersion(logger, contract.Name, differences.Count);
        if (differences.Count == 0)
        {
            return;
        }

        foreach (var difference in differences)
        {
            LogDifference(logger, difference.Hub, difference.Member, difference.Reason);
        }

        Raise(ContractDiffers, differences);
    }

    public void RaiseResumed(long replayed) => Raise(Resumed, replayed);

    /// <summary>Lets the application set up a new session.</summary>
    /// <returns>Completes when all handlers have finished, or the time is over.</returns>
    public async Task RaiseNewSessionAsync(ReplacedSession session, TimeSpan limit, TimeProvider time)
    {
        try
        {
            await RaiseNewSessionAsync(session).WaitAsync(limit, time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            LogNewSessionLate(logger, limit.TotalSeconds);
        }
    }

    public void NoteDialFailed(SocketConnectException error) => LogDialFailed(logger, error.Message);

    public void NoteFault(Exception fault) => LogFault(logger, fault);

    public void NoteUnsettled(long messages) => LogUnsettled(logger, messages);

    public void NoteCallbackFailed(Exception error) => LogCallbackFailed(logger, error);

    private async Task RaiseNewSessionAsync(ReplacedSession session)
    {
        foreach (var handler in Delegate.EnumerateInvocationList(NewSession))
        {
            try
            {
                await handler(session).ConfigureAwait(false);
            }
            catch (Exception error)
            {
                LogSubscriberFailed(logger, error);
            }
        }
    }

    private void RaiseGap(Gap gap)
    {
        LogGap(logger, gap.Direction, gap.Reason, gap.Count);
        Raise(Gap, gap);
    }

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

    [LoggerMessage(8, LogLevel.Warning, "The session was lost ({Reason}): messages {Direction} may be missing ({Count})")]
    private static partial void LogGap(ILogger logger, GapDirection direction, GapReason reason, long? count);

    [LoggerMessage(9, LogLevel.Warning, "{Problem} The client tries again")]
    private static partial void LogDialFailed(ILogger logger, string problem);

    [LoggerMessage(10, LogLevel.Warning, "The handlers of NewSession have not finished within {Seconds} s; what was carried over follows now")]
    private static partial void LogNewSessionLate(ILogger logger, double seconds);

    [LoggerMessage(11, LogLevel.Information, "The server was built from another version of the contract of hub '{Hub}'; members that do not work: {Count}")]
    private static partial void LogOtherVersion(ILogger logger, string hub, int count);

    [LoggerMessage(12, LogLevel.Warning, "Hub '{Hub}': '{Member}' does not work with this server: {Reason}")]
    private static partial void LogDifference(ILogger logger, string hub, string member, string reason);
}
