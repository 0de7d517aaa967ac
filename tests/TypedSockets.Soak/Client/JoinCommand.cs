using System.CommandLine;
using TypedSockets.Soak.Traffic;

namespace TypedSockets.Soak.Client;

/// <summary>Runs one client alone, to be killed.</summary>
public static class JoinCommand
{
    public static Command Create()
    {
        var address = new Argument<string>("ADDRESS") { Description = "Where the server is." };
        var command = new Command("join", "Runs one client alone, which sends until its input ends and then leaves.") { address };
        command.SetAction(async (arguments, cancel) =>
        {
            var traffic = new SoakTraffic(clients: 1);
            var client = new SoakClient(new Uri(arguments.GetRequiredValue(address)), index: 0, traffic, new Random());
            await client.ConnectAsync(cancel);
            var sending = client.SendAsync();
            await Console.Out.WriteLineAsync("connected");
            await Task.Run(Console.In.ReadToEnd, cancel);
            traffic.Gate.Finish();
            await sending;
            await client.DisposeAsync();
        });
        return command;
    }
}
