using System.CommandLine;
using TypedSockets.Soak;
using TypedSockets.Soak.Client;
using TypedSockets.Soak.Server;

var minutes = new Option<double>("--minutes") { Description = "How long messages flow.", HelpName = "N", DefaultValueFactory = _ => 10 };
var clients = new Option<int>("--clients") { Description = "How many clients.", HelpName = "N", DefaultValueFactory = _ => 4 };
var seed = new Option<int>("--seed") { Description = "Decides where connections are cut; random by default.", HelpName = "S", DefaultValueFactory = _ => Random.Shared.Next() };

var command = new RootCommand("Sends numbered messages both ways while connections are cut all the time, and checks that each comes once and in order.")
{
    minutes, clients, seed, ServeCommand.Create(), JoinCommand.Create(),
};
command.SetAction(async (arguments, cancel) =>
{
    var plan = new SoakPlan(TimeSpan.FromMinutes(arguments.GetValue(minutes)), Math.Max(1, arguments.GetValue(clients)), arguments.GetValue(seed));
    var result = await new SoakRun(plan, Console.Out).RunAsync(cancel);
    return result.IsGood ? 0 : 1;
});

// The default of 2 s would end a server in the middle of its drain.
return await command.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromMinutes(1) });
