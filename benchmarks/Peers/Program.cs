using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Peers;
using Peers.Grpc;
using Peers.Plain;
using Peers.SignalR;
using Peers.Typed;

// One server that the load generator measures: it says READY with its port, answers what it is asked on its standard input, and ends with it.
IPeer peer = args is [var name] ? name switch
{
    "plain" => new PlainPeer(),
    "typedsockets" => new TypedPeer(),
    "frames" => new FramesPeer(),
    "signalr-msgpack" => new SignalRPeer(messagePack: true),
    "signalr-json" => new SignalRPeer(messagePack: false),
    "grpc" => new GrpcPeer(),
    _ => throw new ArgumentException($"there is no peer '{name}'"),
} : throw new ArgumentException("usage: Peers NAME");

var builder = WebApplication.CreateSlimBuilder();
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Logging.ClearProviders();
peer.Configure(builder);
await using var app = builder.Build();
peer.Map(app);
await app.StartAsync();
Console.WriteLine($"READY {new Uri(app.Urls.First()).Port} {peer.Details}");
await Questions.AnswerAsync();
