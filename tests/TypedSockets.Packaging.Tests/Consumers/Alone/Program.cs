using System;
using Alone;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using TypedSockets.Hubs;

var builder = WebApplication.CreateSlimBuilder();
builder.Services.AddTypedSockets().AddHub<IClockHub, ClockHub>();
await using var app = builder.Build();
app.MapTypedSockets("/ws");
Console.WriteLine($"generated: {Methods<IClockHub>()}");

static string Methods<THub>()
    where THub : class, IHubContract<THub> => string.Join(",", THub.Server.Methods[0].Name);
