using Micro.Codecs;

namespace Micro.Dispatch;

/// <summary>Adds up what it is told, so that nothing of the way to it can be left out.</summary>
internal sealed class CountingHub : IMicroHub
{
    public long Sum { get; private set; }

    public void Tick(int number, long at, double value) => Sum += number;

    public void Say(string text) => Sum += text.Length;

    public void Note(string text, int number, double value) => Sum += text.Length + number;

    public void Place(Order order) => Sum += order.Number;

    public void Broadcast(int count) => Sum += count;
}
