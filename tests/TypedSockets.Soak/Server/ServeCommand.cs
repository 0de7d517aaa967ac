using System.CommandLine;

namespace TypedSockets.Soak.Server;

/// <summary>Runs the server alone, to be killed: it says on its output what it has heard and done.</summary>
public static class ServeCommand
{
    public static Command Create()
    {
        var port = new Option<int>("--port") { Description = "The port on the loopback address.", Required = true };
        var pace = new Option<double>("--pace") { Description = "The milliseconds between two messages to a client; 0 for as fast as it takes them." };
        var persistent = new Option<bool>("--persistent") { Description = "Goes on sending while it shuts down." };
        var stuckAt = new Option<long>("--stuck-at") { Description = "The number of the emit of each client whose handling does not end; 0 for none." };
        var pendingCalls = new Option<int>("--pending-calls") { Description = "How many calls of a client may be in flight.", DefaultValueFactory = _ => 256 };
        var spread = new Option<double>("--spread") { Description = "Over how many seconds clients spread their return.", DefaultValueFactory = _ => 2 };
        var drain = new Option<double>("--drain") { Description = "How many seconds a shutdown may take.", DefaultValueFactory = _ => 10 };

        var command = new Command("serve", "Runs the server alone, until it is stopped or its input ends.") { port, pace, persistent, stuckAt, pendingCalls, spread, drain };
        command.SetAction(async (arguments, cancel) =>
        {
            var backend = new PrintingBackend(Console.Out)
            {
                Pace = TimeSpan.FromMilliseconds(arguments.GetValue(pace)),
                IsPersistent = arguments.GetValue(persistent),
                StuckAt = arguments.GetValue(stuckAt),
            };
            await using var server = await SoakServer.StartAsync(backend, arguments.GetValue(port), options =>
            {
                options.MaxPendingCalls = arguments.GetValue(pendingCalls);
                options.ReconnectSpread = TimeSpan.FromSeconds(arguments.GetValue(spread));
                options.DrainTimeout = TimeSpan.FromSeconds(arguments.GetValue(drain));
            });
            await Console.Out.WriteLineAsync($"listening {server.Urls.First()}");
            StopWithInput(server);
            await server.WaitForShutdownAsync(cancel);
            await Console.Out.WriteLineAsync("stopped");
        });
        return command;
    }

    // Whoever has started the process holds its input, and may itself be killed.
    private static void StopWithInput(WebApplication server) => _ = Task.Run(() =>
    {
        while (Console.In.ReadLine() is not null)
        {
        }

        server.Lifetime.StopApplication();
    });
}
