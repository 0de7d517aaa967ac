namespace TypedSockets.Chaos.Tests.Model;

/// <summary>One step of one actor: what a path is told in.</summary>
internal enum ModelAction : byte
{
    ClientEmits,
    ClientDials,
    ClientNumbers,
    ClientResends,
    ClientAcks,
    ClientNoticesCut,
    ClientOpens,
    ClientStartsAnew,
    ClientHearsAck,
    ClientTakes,
    ClientSkips,
    ServerEmits,
    ServerNumbers,
    ServerResends,
    ServerAcks,
    ServerNoticesCut,
    ServerStartsSession,
    ServerResumes,
    ServerAnswersLost,
    ServerRefusesStaleHello,
    ServerDropsFrame,
    ServerHearsAck,
    ServerTakes,
    ServerSkips,
    SocketIsCut,
    ServerCrashes,
    SessionExpires,
}
