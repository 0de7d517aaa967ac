namespace TypedSockets.Chaos.Tests.Simulation;

/// <summary>One socket's line, with what waits at its ends.</summary>
internal sealed class SimLine(int id)
{
    public int Id => id;

    public LineWay ToServer { get; } = new();

    public LineWay ToClient { get; } = new();

    /// <summary>The client's end; null once it has abandoned the line.</summary>
    public ClientSocket? Client { get; set; }

    /// <summary>The server's end; null once it has gone.</summary>
    public ServerSocket? Server { get; set; }

    /// <summary>The session that the server has welcomed the client to.</summary>
    public SimServerSession? Session { get; set; }

    public bool IsOver => Client is null && Server is null;
}
