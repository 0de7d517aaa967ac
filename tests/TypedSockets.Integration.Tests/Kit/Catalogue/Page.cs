namespace TypedSockets.Integration.Tests.Kit.Catalogue;

public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
