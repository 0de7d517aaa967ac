using System.Threading.Tasks;
using TypedSockets;

namespace Contract;

[SocketHub<IEchoClient>("echo")]
public partial interface IEchoHub
{
    Task<Greeting> Greet(string name);

    void Shout(string text);
}
