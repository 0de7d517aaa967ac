using TypedSockets;

namespace Alone;

[SocketHub<IClockClient>("clock")]
public partial interface IClockHub
{
    void Start(Interval interval);
}
