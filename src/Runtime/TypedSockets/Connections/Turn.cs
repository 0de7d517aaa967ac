namespace TypedSockets.Connections;

/// <summary>
/// A handler's hold on its channel. It lets go when it asks the other end for something, because two ends that ask each other would
/// otherwise both wait for ever.
/// </summary>
internal sealed class Turn
{
    private static readonly AsyncLocal<Turn?> Ambient = new();
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The turn of the handler that is running here, if it has one.</summary>
    public static Turn? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    public Task Released => _released.Task;

    public void Release() => _released.TrySetResult();
}
