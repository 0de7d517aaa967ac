using System.Threading.Tasks;
using Contract;
using TypedSockets;

namespace Server;

public sealed class EchoHub : SocketHub<IEchoClient>, IEchoHub
{
    public Task<Greeting> Greet(string name) => Task.FromResult(new Greeting("Hello " + name, name.Length));

    public void Shout(string text) => Clients.All.Shouted(new Greeting(text.ToUpperInvariant(), text.Length));
}
