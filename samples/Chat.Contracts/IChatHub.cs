using TypedSockets;

namespace Chat;

/// <summary>What the chat server offers.</summary>
[SocketHub<IChatClient>("chat")]
public partial interface IChatHub
{
    /// <summary>Enters a room under a name, and leaves the one before.</summary>
    /// <param name="room">The room.</param>
    /// <param name="name">The name that others see.</param>
    /// <returns>The last messages of the room, oldest first.</returns>
    Task<Message[]> Join(string room, string name);

    /// <summary>Says something in the room.</summary>
    /// <param name="text">The text.</param>
    [OneWay]
    ValueTask Post(string text);

    /// <summary>Tells the others in the room that one is typing.</summary>
    [Volatile]
    void Typing();

    /// <summary>Asks who is in the room.</summary>
    /// <returns>The names, in alphabetical order.</returns>
    ValueTask<string[]> WhoIsHere();
}
