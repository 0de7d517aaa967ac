namespace TypedSockets.Integration.Tests.Kit.Versions.V2;

public sealed record Book(string Title, int Pages, string? Author = "unknown");
