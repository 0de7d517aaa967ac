namespace TypedSockets.Generators.Tests.Running;

public sealed record Item(string Name, int Count);
