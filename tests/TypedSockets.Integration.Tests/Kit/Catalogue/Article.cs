namespace TypedSockets.Integration.Tests.Kit.Catalogue;

public sealed record Article(string Name, decimal Price)
{
    public string? Picture { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }
}
