namespace TypedSockets.Chaos.Tests.Model;

/// <summary>How the server answers a Hello.</summary>
internal sealed class ServerHandshake(ModelRules rules)
{
    public void Answer(ModelState state, int socketIndex, Frame hello, Steps steps)
    {
        var index = state.FindSession(hello.SessionId);
        if (index >= 0)
        {
            Resume(state, socketIndex, index, hello, steps);
        }
        else if (hello.Creates && (!state.Tombstones.Contains(hello.SessionId) || rules.Lacks(Mutations.NoTombstone)))
        {
            var session = new SessionState(hello.SessionId, hello.Attempt, socketIndex, default);
            var welcomed = Welcome(state, socketIndex, Outcome.New, received: 0, hello.SessionId);
            steps.Add(ModelAction.ServerStartsSession, welcomed with { Sessions = state.Sessions.Add(session) });
        }
        else
        {
            steps.Add(ModelAction.ServerAnswersLost, Welcome(state, socketIndex, Outcome.Lost, received: 0, sessionId: 0));
        }
    }

    private void Resume(ModelState state, int socketIndex, int index, Frame hello, Steps steps)
    {
        var session = state.Sessions[index];
        if (hello.Attempt <= session.Attempt && !rules.Lacks(Mutations.NoAttemptFence))
        {
            steps.Add(ModelAction.ServerRefusesStaleHello, state.WithSocket(socketIndex, state.Sockets[socketIndex].CloseByServer()));
            return;
        }

        var end = session.End;
        var position = rules.Lacks(Mutations.BlindResend) ? end.Acked : hello.Received;
        if (!end.CanResumeAt(position))
        {
            steps.Violate(ModelAction.ServerResumes, $"the server cannot resume at {position}: {end.Acked} acked, {end.Numbered.Count} numbered");
            return;
        }

        // The old socket goes before the answer says what was received: nothing of it may be taken after that.
        if (session.IsAttached && !rules.Lacks(Mutations.OldSocketRead))
        {
            state = state.WithSocket(session.Socket, state.Sockets[session.Socket].CloseByServer());
        }

        var resumed = new SessionState(session.Id, hello.Attempt, socketIndex, end.ResumeAt(position));
        steps.Add(ModelAction.ServerResumes, Welcome(state, socketIndex, Outcome.Resumed, end.Received, session.Id).WithSession(index, resumed));
    }

    private static ModelState Welcome(ModelState state, int socketIndex, Outcome outcome, int received, int sessionId)
    {
        var socket = state.Sockets[socketIndex].WithFrameToClient(Frame.Welcome(outcome, received));
        return state.WithSocket(socketIndex, socket with { SessionId = sessionId });
    }
}
