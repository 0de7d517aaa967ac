using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Peers.Grpc;

/// <summary>gRPC over HTTP/2 without TLS, one bidirectional stream a connection.</summary>
internal sealed class GrpcPeer : IPeer
{
    public void Configure(WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
    }

    public void Map(WebApplication app) => app.MapGrpcService<LoadStreams>();
}
