namespace TypedSockets.Chaos.Tests.Simulation;

/// <summary>What can happen in a run: the words of its history, and what is counted to know that runs reach everything.</summary>
internal enum Happening
{
    // The line.
    Dialled, DialFailed, DialAbandoned, FrameSent, FrameHeard, FrameAfterEnd, CloseHeard, LossHeard,
    CutBothWays, CutInSilence, Blackhole, FrameDoubled, FrameMissing, HandshakeTimedOut,

    // The handshake.
    HelloHeard, HelloStale, HelloLost, HelloOutdated, Founded, AttachWaited, WelcomeNew, WelcomeResumed, WelcomeLost, WelcomeNotWritten, Disagreed, OldSocketReplaced,

    // The ends of sockets.
    OutOfSequence, HeartbeatMissed, ClosedByServer, RefusedInHandshake,

    // The ends of sessions.
    ServerCrashed, SessionExpired, SessionEvicted, SessionOverflowed, SessionLeft, SessionOver, ClientDisposed, ClientClosed,

    // What clients are told.
    GapToServer, GapFromServer, GapFromServerCounted,
    ReasonUnknown, ReasonExpired, ReasonEvicted, ReasonOverflow, ReasonEnded, ReasonDrained, ReasonSuperseded, ReasonServerRestart, ReasonOwnerLost, ReasonPositionMismatch,

    // Messages.
    Emitted, EmitFull, EmitWaited, EmitEnded, VolatileSent, CallStarted, Numbered, CarriedOver, UrgentSent,
    DroppedFull, DroppedCoalesced, DroppedExpired, DroppedTooLarge, DroppedVolatile, DroppedDisposed, Unknown, Unconfirmed, UnconfirmedButDelivered,
    HandlerStarted, HandlerFinishedLate, HandlerThrew,
    CallAnswered, CallFailed, CallNotDelivered, CallUnknown, CallTimedOut, CallFull,

    // The rest.
    Ticked, TimeJumped, HubOpenedLater, HubAskedFor, SetUpStarted, SetUpFinished, LaterRun, Quiet,
}
