namespace TypedSockets.Chaos.Tests.Simulation;

/// <summary>A gap as the client's application was told it.</summary>
/// <param name="Session">Which of the client's sessions was lost.</param>
/// <param name="Lost">What stood for it at the server; null if the client never had an answer.</param>
/// <param name="Received">How many messages of the server the line had handed to the client in it.</param>
/// <param name="Gap">What was told.</param>
internal sealed record ToldGap(int Session, SimServerSession? Lost, long Received, Gap Gap);
