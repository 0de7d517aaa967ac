namespace TypedSockets.Chaos.Tests.Model;

/// <summary>When all is quiet nothing can be on its way any more, so whatever was not delivered must have been reported.</summary>
internal static class Quiescence
{
    public static bool IsQuiet(ModelState state)
    {
        var client = state.Client;
        if (!client.IsOpen || !client.End.IsFlushed)
        {
            return false;
        }

        var socket = state.Sockets[client.Socket];
        if (socket.IsCut || !socket.ToServer.IsEmpty || !socket.ToClient.IsEmpty)
        {
            return false;
        }

        // A client whose session the server has lost learns so at its next dial, and is not at rest before.
        var index = state.FindSession(client.SessionId);
        return index >= 0 && state.Sessions[index].Socket == client.Socket && state.Sessions[index].End.IsFlushed;
    }

    /// <summary>Names an emit of which nobody knows that it was lost, or null.</summary>
    public static string? FindSilentLoss(ModelState state)
    {
        for (var emit = 1; emit <= state.Client.Made; emit++)
        {
            if (!state.DeliveredToServer.Contains(emit) && !state.Reported.Contains(emit))
            {
                return $"silent loss: emit {emit} of the client was neither delivered nor reported";
            }
        }

        for (var emit = 1; emit <= state.ServerMade; emit++)
        {
            if (!state.DeliveredToClient.Contains(emit) && !state.LostWithSession.Contains(emit))
            {
                return $"silent loss: emit {emit} of the server was not delivered, and its session lives";
            }
        }

        return null;
    }
}
