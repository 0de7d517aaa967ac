using System.CommandLine;
using Chat;
using TypedSockets;

var join = new Option<string?>("--join") { Description = "Joins the chat at this address instead of starting one.", HelpName = "ADDRESS" };
var listen = new Option<string>("--listen") { Description = "Where to start the chat.", HelpName = "ADDRESS", DefaultValueFactory = _ => "http://localhost:5080" };
var name = new Option<string>("--name") { Description = "The name that others see.", DefaultValueFactory = _ => Environment.UserName };
var room = new Option<string>("--room") { Description = "The room to enter.", DefaultValueFactory = _ => "general" };

var command = new RootCommand("A chat: without --join it starts the server and joins it, with --join it joins one that runs.") { join, listen, name, room };
command.SetAction(async (arguments, cancel) =>
{
    var address = arguments.GetValue(join);
    await using var server = address is null ? await ChatServer.StartAsync(arguments.GetRequiredValue(listen)) : null;
    var screen = new Screen(Console.Out, isTerminal: !Console.IsOutputRedirected);
    var terminal = new ChatTerminal(address ?? arguments.GetRequiredValue(listen), arguments.GetRequiredValue(name), arguments.GetRequiredValue(room), screen);
    try
    {
        await terminal.RunAsync(Console.IsInputRedirected ? Console.In : null);
    }
    catch (TypedSocketException error)
    {
        await Console.Error.WriteLineAsync(error.Message);
        return 1;
    }

    if (server is not null && Console.IsInputRedirected)
    {
        // Nobody sits here: the chat goes on for the others until it is stopped.
        await server.WaitForShutdownAsync(cancel);
    }

    return 0;
});
return await command.Parse(args).InvokeAsync();
