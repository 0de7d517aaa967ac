using TypedSockets.Connections;
using TypedSockets.Protocol;
using TypedSockets.Sessions;
using TypedSockets.Transports;

namespace TypedSockets.Client;

/// <summary>Dials until a socket is open and its handshake done: when, with which token, and which failures are final. Used by one loop.</summary>
internal sealed class Redialer(TypedSocketClientOptions options, IDialer dialer, Peer peer, ClientSession session, ClientEvents events)
{
    private const int Unauthorized = 401;
    private const int Forbidden = 403;

    private readonly RetrySchedule _retries = new(options.ReconnectPolicy, options.TimeProvider);
    private TokenReason _tokenReason;

    /// <summary>Called when the session turns out to be lost.</summary>
    public required Action<SessionLoss> SessionLost { get; init; }

    public required Action<SocketState> SetState { get; init; }

    public NetworkHints Network { get; } = new();

    /// <summary>Notes that an open socket was lost.</summary>
    public void NoteLost(int closeCode, TimeSpan? retryAfter)
    {
        _tokenReason = closeCode == (int)SocketCloseCode.TokenExpired ? TokenReason.Rejected : TokenReason.Dial;
        _retries.NoteLost(closeCode, retryAfter);
    }

    /// <summary>Dials until a socket is open.</summary>
    /// <param name="first">Whether the application waits for it: there is nothing to come back to, and a limit for how long.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="SocketConnectException">It failed for good, or for too long.</exception>
    public async Task<OpenedSocket> DialUntilOpenAsync(bool first, CancellationToken cancel)
    {
        if (first)
        {
            _retries.NoteWanted();
        }

        var atOnce = first;
        while (true)
        {
            if (!atOnce)
            {
                await WaitAsync(first, cancel).ConfigureAwait(false);
            }

            try
            {
                var socket = await DialAsync(cancel).ConfigureAwait(false);
                _retries.NoteOpened();
                return socket;
            }
            catch (SocketConnectException error)
            {
                atOnce = MayFetchToken(error);
                if (!atOnce && !MayRetry(error, first))
                {
                    throw;
                }

                _retries.NoteFailed(error);
                events.NoteDialFailed(error);
            }
        }
    }

    private async Task WaitAsync(bool first, CancellationToken cancel)
    {
        var delay = NextDelay() ?? throw ConnectErrors.GaveUp(dialer.Address, _retries.Attempt, _retries.LastError);
        if (first && options.FirstConnectTimeout != Timeout.InfiniteTimeSpan && _retries.Elapsed + delay > options.FirstConnectTimeout)
        {
            throw _retries.LastError ?? ConnectErrors.TimedOut(dialer.Address, options.FirstConnectTimeout);
        }

        if (!first)
        {
            SetState(new SocketState.Reconnecting(_retries.Attempt, delay));
        }

        await Network.WaitAsync(delay, options.TimeProvider, cancel).ConfigureAwait(false);
    }

    private TimeSpan? NextDelay()
    {
        try
        {
            // A timer takes at most 49 days, and no negative time.
            return _retries.Next() is { } delay ? TimeSpan.FromTicks(Math.Clamp(delay.Ticks, 0, TimeSpan.TicksPerDay)) : null;
        }
        catch (Exception error)
        {
            // A policy that fails must not end the client.
            events.NoteCallbackFailed(error);
            return new FullJitterPolicy().Next(new RetryContext(_retries.Attempt, _retries.Elapsed, LastError: null, CloseCode: null, ServerRetryAfter: null));
        }
    }

    // One token may be stale; a fresh one that is refused too will not become better.
    private bool MayFetchToken(SocketConnectException error)
    {
        if (error.StatusCode != Unauthorized || !dialer.HasToken || _tokenReason == TokenReason.Rejected)
        {
            return false;
        }

        _tokenReason = TokenReason.Rejected;
        return true;
    }

    // While the client has a session to come back to, only what says that it will never be let in is final: an error page may belong to a deployment.
    private bool MayRetry(SocketConnectException error, bool first)
    {
        if (error.CloseCode is { } code && CloseCodeRange.MeansNewSession((int)code))
        {
            SessionLost(session.Lose(code));
            return true;
        }

        return !error.IsPermanent || (!first && error.CloseCode is null && error.StatusCode is not (Unauthorized or Forbidden));
    }

    private async Task<OpenedSocket> DialAsync(CancellationToken cancel)
    {
        using var timeout = new CancellationTokenSource(options.ConnectTimeout, options.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, timeout.Token);
        ITransport? transport = null;
        try
        {
            transport = await dialer.DialAsync(_tokenReason, either.Token).ConfigureAwait(false);
            var handshake = new ClientHandshake(peer, session, dialer.Address) { SessionLost = SessionLost };
            var (welcome, replayed) = await handshake.RunAsync(transport, either.Token).ConfigureAwait(false);
            _tokenReason = TokenReason.Dial;
            return new OpenedSocket(transport, welcome, replayed);
        }
        catch (Exception error)
        {
            if (transport is not null)
            {
                transport.Abort();
                await transport.DisposeAsync().ConfigureAwait(false);
            }

            if (timeout.IsCancellationRequested && !cancel.IsCancellationRequested && error is not SocketConnectException { IsPermanent: true })
            {
                throw ConnectErrors.TimedOut(dialer.Address, options.ConnectTimeout);
            }

            if (error is SocketConnectException or OperationCanceledException)
            {
                throw;
            }

            throw ConnectErrors.Unexpected(dialer.Address, error);
        }
    }
}
