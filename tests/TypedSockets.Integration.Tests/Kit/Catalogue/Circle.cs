namespace TypedSockets.Integration.Tests.Kit.Catalogue;

public sealed record Circle(double Radius) : IShape;
