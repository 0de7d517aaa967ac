namespace TypedSockets.Integration.Tests.Kit.Catalogue;

public sealed record Square(double Side) : IShape;
