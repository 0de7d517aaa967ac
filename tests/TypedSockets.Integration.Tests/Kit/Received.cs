using System.Threading.Channels;

namespace TypedSockets.Integration.Tests.Kit;

/// <summary>What a client was told, in order.</summary>
public sealed class Received
{
    private readonly Channel<int> _numbers = Channel.CreateUnbounded<int>();

    public Received(HubClient<IProbeHub> hub) => hub.On.Told(number => _numbers.Writer.TryWrite(number));

    public async Task<int> Next() => await _numbers.Reader.ReadAsync().AsTask().WaitAsync(Limit.Long);

    /// <summary>What has come so far, without waiting.</summary>
    public List<int> Now()
    {
        var numbers = new List<int>();
        while (_numbers.Reader.TryRead(out var number))
        {
            numbers.Add(number);
        }

        return numbers;
    }
}
