using System.Collections.Immutable;

namespace TypedSockets.Chaos.Tests.Model;

/// <summary>All that can go wrong next.</summary>
internal sealed class Faults(ModelRules rules)
{
    public void Collect(ModelState state, Steps steps)
    {
        for (var i = 0; i < state.Sockets.Length; i++)
        {
            if (CutMatters(state, i))
            {
                steps.Add(ModelAction.SocketIsCut, state.WithSocket(i, state.Sockets[i].Cut()));
            }
        }

        if (state.Faults < rules.Bounds.Faults && state.Sessions.Length > 0)
        {
            Crash(state, steps);
            Expire(state, steps);
        }
    }

    // A socket that both ends have forgotten, with nothing under way, is as good as cut.
    private static bool CutMatters(ModelState state, int index)
    {
        var socket = state.Sockets[index];
        var isEmpty = socket.ToServer.IsEmpty && socket.ToClient.IsEmpty;
        return !socket.IsCut && (socket.IsServed || index == state.Client.Socket || !isEmpty);
    }

    // The next process knows no session, and no id that ended.
    private static void Crash(ModelState state, Steps steps)
    {
        var lost = state.LostWithSession;
        foreach (var session in state.Sessions)
        {
            lost = lost.AddAll(session.Emits);
        }

        var sockets = ImmutableArray.CreateBuilder<SocketState>(state.Sockets.Length);
        foreach (var socket in state.Sockets)
        {
            sockets.Add(socket.CloseByServer());
        }

        steps.Add(ModelAction.ServerCrashes, state with
        {
            Faults = state.Faults + 1,
            Sessions = [],
            Sockets = sockets.MoveToImmutable(),
            LostWithSession = lost,
            Tombstones = default,
        });
    }

    private static void Expire(ModelState state, Steps steps)
    {
        for (var i = 0; i < state.Sessions.Length; i++)
        {
            var session = state.Sessions[i];
            if (!session.IsAttached)
            {
                steps.Add(ModelAction.SessionExpires, state with
                {
                    Faults = state.Faults + 1,
                    Sessions = state.Sessions.RemoveAt(i),
                    LostWithSession = state.LostWithSession.AddAll(session.Emits),
                    Tombstones = state.Tombstones.Add(session.Id),
                });
            }
        }
    }
}
