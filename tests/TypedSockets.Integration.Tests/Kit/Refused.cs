namespace TypedSockets.Integration.Tests.Kit;

public readonly record struct Refused(string? Why);
