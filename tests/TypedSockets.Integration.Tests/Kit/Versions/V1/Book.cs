namespace TypedSockets.Integration.Tests.Kit.Versions.V1;

public sealed record Book(string Title, int Pages);
