using System.Globalization;
using EndToEnd;
using EndToEnd.Roles;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

// Without a role it starts itself again as each client.
return args switch
{
    [] => await Comparison.RunAsync(Plan.Full),
    ["--quick"] => await Comparison.RunAsync(Plan.Quick),
    ["load", var kind, var port, var server] => LoadRole.Run(kind, int.Parse(port), int.Parse(server)),
    ["memory", var kind, var port, var count] => await MemoryRole.RunAsync(kind, int.Parse(port), int.Parse(count)),
    ["first", var kind, var port] => await FirstMessageRole.RunAsync(kind, int.Parse(port)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: EndToEnd [--quick]");
    return 2;
}
