using System;
using System.Linq;
using Contract;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Server;

var builder = WebApplication.CreateSlimBuilder();
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Logging.ClearProviders();
builder.Services.AddTypedSockets().AddHub<IEchoHub, EchoHub>();
await using var app = builder.Build();
app.MapTypedSockets("/ws");
await app.StartAsync();
Console.WriteLine($"listening on {app.Urls.Single()}");

// The end of standard input ends the server, also when whoever started it is gone.
Console.In.ReadToEnd();
