using TypedSockets;

namespace Locked;

[SocketHub<IDoorClient>("door")]
public partial interface IDoorHub
{
    void Open(string key);
}

public interface IDoorClient;
