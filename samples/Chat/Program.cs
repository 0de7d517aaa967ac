using System.CommandLine;
using Chat;
using TypedSockets;
using TypedSockets.Testing;

var join = new Option<string?>("--join") { Description = "Joins the chat at this address instead of starting one.", HelpName = "ADDRESS" };
var listen = new Option<string>("--listen") { Description = "Where to start the chat.", HelpName = "ADDRESS", DefaultValueFactory = _ => "http://localhost:5080" };
var name = new Option<string>("--name") { Description = "The name that others see.", DefaultValueFactory = _ => Environment.UserName };
var room = new Option<string>("--room") { Description = "The room to enter.", DefaultValueFactory = _ => "general" };
var chaos = new Option<bool>("--chaos") { Description = "Puts a bad network between: /cut cuts the line to the server, /mend mends it." };

var command = new RootCommand("A chat: without --join it starts the server and joins it, with --join it joins one that runs.") { join, listen, name, room, chaos };
command.SetAction(async (arguments, cancel) =>
{
    var address = arguments.GetValue(join);
    await using var server = address is null ? await ChatServer.StartAsync(arguments.GetRequiredValue(listen)) : null;
    var screen = new Screen(Console.Out, isTerminal: !Console.IsOutputRedirected);
    address ??= arguments.GetRequiredValue(listen);
    await using var line = arguments.GetValue(chaos) ? await FaultProxy.StartAsync(new Uri(address), cancel: cancel) : null;
    var terminal = new ChatTerminal(line?.Address.ToString() ?? address, arguments.GetRequiredValue(name), arguments.GetRequiredValue(room), screen, line);
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

// A server that is stopped hands over first; two seconds, the default, may not be enough for that.
return await command.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });
