using TypedSockets;

namespace OldLanguage;

[SocketHub<IOldClient>("old")]
public partial interface IOldHub
{
    void Say(string text);
}

public interface IOldClient
{
    void Said(string text);
}
