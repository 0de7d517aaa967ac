namespace TypedSockets.Chaos.Tests.Model;

/// <summary>A session as the server has it.</summary>
/// <param name="Id">The id that the client made.</param>
/// <param name="Attempt">The attempt of the last Hello that it accepted.</param>
/// <param name="Socket">The index of its socket, or <see cref="ClientState.NoSocket"/> while it is detached.</param>
/// <param name="End">The server's end of the session.</param>
internal readonly record struct SessionState(int Id, int Attempt, int Socket, EndState End)
{
    public bool IsAttached => Socket != ClientState.NoSocket;

    /// <summary>All emits that end with the session.</summary>
    public EmitList Emits => End.Numbered.AddAll(End.Pending);
}
