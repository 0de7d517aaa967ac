using TypedSockets;

namespace Alone;

public sealed class ClockHub : SocketHub<IClockClient>, IClockHub
{
    public void Start(Interval interval) => Clients.Caller.Ticked(interval);
}
