namespace TypedSockets.Chaos.Tests.Model;

/// <summary>The client: one session after the other, each over one socket after the other.</summary>
/// <param name="SessionId">The id that it made, from 1.</param>
/// <param name="Creates">Whether it has seen no Welcome of this session.</param>
/// <param name="Attempt">How often it has said Hello in this session.</param>
/// <param name="Socket">The index of its socket, or <see cref="NoSocket"/>. It reads no other.</param>
/// <param name="IsOpen">Whether this socket's Welcome has come.</param>
/// <param name="Made">How many emits its application has made.</param>
/// <param name="End">Its end of the session.</param>
internal readonly record struct ClientState(int SessionId, bool Creates, int Attempt, int Socket, bool IsOpen, int Made, EndState End)
{
    public const int NoSocket = -1;

    public bool HasSocket => Socket != NoSocket;
}
