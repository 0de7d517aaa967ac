using TypedSockets;

namespace Unfixed;

[SocketHub<IForgottenHub>("forgotten")]
public interface IForgottenHub
{
    void Say(string text);
}
