namespace TypedSockets.Integration.Tests.Kit;

public sealed record OutOfStock(string Item, int Left);
