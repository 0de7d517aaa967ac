using System.CommandLine;
using TypedSockets.Fuzz;

var inputs = new Option<long>("--inputs") { Description = "How many inputs, over all targets.", HelpName = "N", DefaultValueFactory = _ => 1_000_000 };
var seed = new Option<int>("--seed") { Description = "Decides the inputs; random by default.", HelpName = "S", DefaultValueFactory = _ => Random.Shared.Next() };
var target = new Option<string?>("--target") { Description = "Only targets whose names begin so.", HelpName = "NAME" };

var command = new RootCommand("Feeds everything that reads bytes with damaged, senseless and random ones: no exception but the documented ones, no hang, no memory beyond the input's size times a small constant.")
{
    inputs, seed, target,
};
command.SetAction(arguments => FuzzCommand.Run(arguments.GetValue(inputs), arguments.GetValue(seed), arguments.GetValue(target) ?? "", Console.Out));
return command.Parse(args).Invoke();
