using Micro.Codecs;
using TypedSockets;

namespace Micro;

/// <summary>Counts what comes in, and sends what it is asked for.</summary>
public sealed class MicroHub(Arrivals arrivals) : SocketHub<IMicroClient>, IMicroHub
{
    /// <inheritdoc />
    public void Tick(int number, long at, double value) => arrivals.Note();

    /// <inheritdoc />
    public void Say(string text) => arrivals.Note();

    /// <inheritdoc />
    public void Note(string text, int number, double value) => arrivals.Note();

    /// <inheritdoc />
    public void Place(Order order) => arrivals.Note();

    /// <inheritdoc />
    public void Broadcast(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Clients.All.Ticked(i, i, i);
        }
    }
}
