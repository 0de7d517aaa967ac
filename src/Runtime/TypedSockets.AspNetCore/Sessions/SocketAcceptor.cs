using System.Collections.ObjectModel;
using Microsoft.AspNetCore.Http;
using TypedSockets.AspNetCore.Hosting;
using TypedSockets.AspNetCore.Hubs;
using TypedSockets.Protocol;
using TypedSockets.Sessions;
using TypedSockets.Transports;

namespace TypedSockets.AspNetCore.Sessions;

/// <summary>Takes a new socket in: hears its Hello, and finds or founds the session that it belongs to (docs/protocol/handshake.md).</summary>
internal sealed class SocketAcceptor(SocketServer server, IReadOnlyList<HubRegistration> hubs)
{
    // The second one founds a new session, when the one of the first is lost.
    private const int MaxHellos = 2;

    /// <summary>Serves one socket until it has ended.</summary>
    public async Task ServeAsync(ITransport transport, HttpContext http)
    {
        try
        {
            // Nothing of the handshake is held while the socket is served.
            var socket = await AcceptAsync(transport, http).ConfigureAwait(false);
            await socket.RunAsync().ConfigureAwait(false);
        }
        catch (ProtocolException error)
        {
            SessionLog.Refused(server.Logger, Address(http), (int)error.CloseCode, error.Message);
            await RefuseAsync(transport, error).ConfigureAwait(false);
        }
        catch (IOException error)
        {
            SessionLog.Refused(server.Logger, Address(http), TransportClose.AbnormalClosure, error.Message);
        }
    }

    private static string Address(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "unknown";

    private async Task<SessionSocket> AcceptAsync(ITransport transport, HttpContext http)
    {
        for (var hellos = 0; hellos < MaxHellos; hellos++)
        {
            var hello = await ServerHandshake.ReceiveHelloAsync(transport, server).ConfigureAwait(false);
            if (await TryAcceptAsync(transport, hello, http).ConfigureAwait(false) is { } socket)
            {
                return socket;
            }
        }

        throw ProtocolErrors.Malformed("the second Hello asks for a session that is lost too");
    }

    /// <returns>Null if the session is lost: the client knows, and may say another Hello.</returns>
    private async Task<SessionSocket?> TryAcceptAsync(ITransport transport, HelloMessage hello, HttpContext http)
    {
        // All that may be refused is looked at before a session is touched.
        var admission = new HubAdmission(hubs, http, server.Options);
        if (hello.Token is { } token)
        {
            await admission.SignInAsync(token).ConfigureAwait(false);
        }

        var registrations = await admission.AdmitAsync(hello.Channels, hello.MaxFrameBytes).ConfigureAwait(false);
        var credentials = new SessionCredentials(hello.SessionId, hello.Secret);
        while (true)
        {
            var claim = server.Registry.Claim(credentials, admission.UserId, hello.Attempt, hello.Create);
            switch (claim.Outcome)
            {
                case SessionClaimOutcome.MayCreate when server.IsDraining:
                    throw ProtocolErrors.Draining(server.Options.ReconnectSpread);
                case SessionClaimOutcome.MayCreate:
                    if (Found(credentials, admission, registrations, hello, http) is { } founded)
                    {
                        return await AttachAsync(founded, transport, admission, hello, resumes: false).ConfigureAwait(false);
                    }

                    continue;
                case SessionClaimOutcome.Resume:
                    await admission.AuthorizeAsync(claim.Session!.Hubs.Registrations).ConfigureAwait(false);
                    return await AttachAsync(claim.Session, transport, admission, hello, resumes: true).ConfigureAwait(false);
                case SessionClaimOutcome.Stale:
                    throw ProtocolErrors.Superseded();
                case SessionClaimOutcome.OtherUser:
                    SessionLog.OtherUser(server.Logger, claim.Session!.ConnectionId);
                    throw ProtocolErrors.OtherUser();
                default:
                    await SayLostAsync(transport, claim.Reason, claim.Numbered).ConfigureAwait(false);
                    return null;
            }
        }
    }

    // Null if another socket of the same client was faster.
    private ServerSession? Found(
        SessionCredentials credentials, HubAdmission admission, List<HubRegistration> registrations, HelloMessage hello, HttpContext http)
    {
        var session = new ServerSession(server, admission, credentials, hello.Attempt, Snapshot(http));
        session.Hubs.Open(registrations);
        if (!server.Registry.TryAdd(session.Entry))
        {
            session.Discard();
            return null;
        }

        server.Run(session);
        SessionLog.Opened(server.Logger, session.ConnectionId, registrations.Count);
        return session;
    }

    private async Task<SessionSocket?> AttachAsync(ServerSession session, ITransport transport, HubAdmission admission, HelloMessage hello, bool resumes)
    {
        var socket = new SessionSocket(session, server, admission, transport);
        if (!await session.TryAttachAsync(socket, hello, resumes).ConfigureAwait(false))
        {
            await SayLostAsync(transport, GapReason.PositionMismatch, numbered: -1).ConfigureAwait(false);
            return null;
        }

        if (resumes)
        {
            SessionLog.Resumed(server.Logger, session.ConnectionId);
        }

        return socket;
    }

    private async Task SayLostAsync(ITransport transport, GapReason reason, long numbered)
    {
        SessionLog.Lost(server.Logger, reason);
        var welcome = server.CreateWelcome(SessionOutcome.Lost);
        welcome.LostReason = (int)reason;
        welcome.Numbered = numbered;
        await ServerHandshake.SendAsync(transport, welcome).ConfigureAwait(false);
    }

    private static SocketRequest Snapshot(HttpContext http) => new(
        http.Request.Path,
        http.Request.Query is { Count: > 0 } query
            ? query.ToDictionary(pair => pair.Key, pair => pair.Value.LastOrDefault() ?? "")
            : ReadOnlyDictionary<string, string>.Empty,
        http.Connection.RemoteIpAddress);

    // Tells the client why, and gives it a moment to read that before the socket goes.
    private async Task RefuseAsync(ITransport transport, ProtocolException error)
    {
        using var timeout = new CancellationTokenSource(server.Times.Close, server.Time);
        await transport.CloseAsync(error.CloseCode, error.Message, timeout.Token).ConfigureAwait(false);
        var buffer = new FrameBuffer();
        try
        {
            while (await transport.ReceiveAsync(buffer, server.Limits.MaxFrameBytes, timeout.Token).ConfigureAwait(false))
            {
            }
        }
        catch (Exception late) when (late is ProtocolException or InvalidOperationException)
        {
            // It is still sending, or never sent anything: there is no more to say to it.
            transport.Abort();
        }
        finally
        {
            buffer.GiveBack();
        }
    }
}
