using System.Net;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using TypedSockets.Integration.Tests.Kit;
using TypedSockets.Protocol;

namespace TypedSockets.Integration.Tests.WebSockets;

/// <summary>The ways in which a request becomes a socket, each used once.</summary>
public sealed class WebSocketUpgradeTests
{
    [Fact]
    public async Task Over_TLS_everything_goes_through_TLS()
    {
        using var certificate = CreateCertificate();
        await using var server = await TestServer.StartAsync(builder => builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(
            kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate))));
        Assert.StartsWith("https:", server.Address, StringComparison.Ordinal);
        await CallAsync(server, options => options.RemoteCertificateValidationCallback = (_, found, _, _) => found?.GetCertHashString() == certificate.Thumbprint);
    }

    [Fact]
    public async Task Over_HTTP_2_the_frameworks_WebSocket_is_taken()
    {
        await using var server = await TestServer.StartAsync(builder => builder.WebHost.ConfigureKestrel(
            kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2)));
        using var http = new HttpMessageInvoker(new SocketsHttpHandler());
        using var raw = await RawClient.ConnectAsync(server, http);
        await raw.SayHelloAsync(Contracts.Probe);
        await raw.SendAsync(RawClient.Frame(MessageKind.Ping, 0, []));
        Assert.NotNull(await raw.ReceiveAsync());
    }

    [Fact]
    public async Task Who_puts_himself_around_the_upgraded_stream_sees_every_byte()
    {
        var seen = new WatchedUpgrade();
        await using var server = await TestServer.StartAsync(map: app =>
        {
            app.Use((http, next) =>
            {
                seen.Around(http.Features.GetRequiredFeature<IHttpUpgradeFeature>());
                http.Features.Set<IHttpUpgradeFeature>(seen);
                return next(http);
            });
            app.UseRouting();
            app.MapTypedSockets("/ws");
        });
        await CallAsync(server, _ => { });
        Assert.True(seen.Read > 100);
        Assert.True(seen.Written > 100);
    }

    private static async Task CallAsync(TestServer server, Action<ClientWebSocketOptions> configure)
    {
        var (socket, hub) = await server.ConnectAsync(options => options.ConfigureWebSocket = configure);
        await using var _ = socket;
        Assert.Equal(3, await hub.Emit.Add(1, 2));
    }

    private static X509Certificate2 CreateCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}
