namespace Peers.SignalR;

/// <summary>What the generator offers.</summary>
public interface ILoadClient
{
    /// <summary>An event to everyone, or a pushed one.</summary>
    Task Event(byte[] data);
}
