using Microsoft.AspNetCore.Builder;
using TypedSockets.Soak.Server;

namespace TypedSockets.Chaos.Tests.Processes;

/// <summary>Row 16 of the fault matrix: how a server learns that a client's process is gone.</summary>
public sealed class ClientKillTests
{
    [Fact]
    public async Task Row_16_a_killed_client_is_disconnected_exactly_once_when_the_resume_window_is_over()
    {
        var backend = new RecordingBackend();
        await using (var server = await SoakServer.StartAsync(backend, configure: options => options.Resume.Window = TimeSpan.FromSeconds(1)))
        {
            await using var client = await ConnectAsync(server, backend);
            await client.KillAsync();
            await Eventually.UntilAsync(() => !backend.Disconnected.IsEmpty, () => "the session of the killed client did not expire");
        }

        // Also the end of the server, which ends every session that is left, has added nothing.
        Assert.Equal([DisconnectReason.Expired], backend.Disconnected);
    }

    [Fact]
    public async Task Row_16_a_client_that_leaves_is_disconnected_at_once()
    {
        var backend = new RecordingBackend();
        await using (var server = await SoakServer.StartAsync(backend, configure: options => options.Resume.Window = TimeSpan.FromDays(1)))
        {
            await using var client = await ConnectAsync(server, backend);
            client.EndInput();
            Assert.Equal(0, await client.ExitAsync());
            await Eventually.UntilAsync(() => !backend.Disconnected.IsEmpty, () => "that the client has left was not noticed");
        }

        Assert.Equal([DisconnectReason.Left], backend.Disconnected);
    }

    private static async Task<ChildProcess> ConnectAsync(WebApplication server, RecordingBackend backend)
    {
        var client = ChildProcess.Start(static _ => { }, "join", server.Urls.First());
        await Eventually.UntilAsync(() => backend.Ups > 100 || client.HasExited, () => "the client did not speak");
        Assert.False(client.HasExited, client.Errors);
        return client;
    }
}
