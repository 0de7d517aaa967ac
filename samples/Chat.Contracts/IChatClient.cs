using TypedSockets;

namespace Chat;

/// <summary>What a chat client offers.</summary>
public interface IChatClient
{
    /// <summary>Someone said something in the room.</summary>
    /// <param name="message">What was said.</param>
    void Posted(Message message);

    /// <summary>Someone in the room is typing.</summary>
    /// <param name="name">Who.</param>
    [Volatile]
    void SomeoneTypes(string name);

    /// <summary>Someone came into the room.</summary>
    /// <param name="name">Who.</param>
    void SomeoneCame(string name);

    /// <summary>Someone left the room.</summary>
    /// <param name="name">Who.</param>
    void SomeoneLeft(string name);
}
