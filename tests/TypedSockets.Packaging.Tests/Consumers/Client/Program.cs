using System;
using System.Threading.Tasks;
using Contract;
using TypedSockets;

await using var socket = new TypedSocketClient(args[0]);
HubClient<IEchoHub> echo = socket.Hub<IEchoHub>();
var shouted = new TaskCompletionSource<Greeting>(TaskCreationOptions.RunContinuationsAsynchronously);
echo.On.Shouted(shouted.SetResult);
await socket.ConnectAsync();
Console.WriteLine($"greeted: {await echo.Emit.Greet("Ada")}");
echo.Emit.Shout("hey");
Console.WriteLine($"heard: {await shouted.Task.WaitAsync(TimeSpan.FromSeconds(30))}");
