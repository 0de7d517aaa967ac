namespace TypedSockets.Integration.Tests.Kit.Catalogue;

public sealed record Basket(Dictionary<string, int> Counts, Basket? Earlier);
