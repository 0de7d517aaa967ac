using System.Collections.Concurrent;
using System.Threading.Channels;

namespace TypedSockets.Integration.Tests.Kit;

/// <summary>What the hubs saw, and the gates at which a test holds them.</summary>
public sealed class Probe
{
    public Channel<int> Notes { get; } = Channel.CreateUnbounded<int>();

    public Channel<string> Happened { get; } = Channel.CreateUnbounded<string>();

    public TaskCompletionSource Blocked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource Unblock { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ConcurrentDictionary<string, TaskCompletionSource> Gates { get; } = new();

    public Func<Task>? OnConnecting { get; set; }

    public async Task<List<int>> TakeNotes(int count)
    {
        var notes = new List<int>();
        while (notes.Count < count)
        {
            notes.Add(await Notes.Reader.ReadAsync().AsTask().WaitAsync(Limit.Long));
        }

        return notes;
    }

    public async Task<string> NextHappened() => await Happened.Reader.ReadAsync().AsTask().WaitAsync(Limit.Long);
}
