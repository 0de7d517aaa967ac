namespace TypedSockets.Integration.Tests.Kit.Catalogue;

public readonly record struct Point(double X, double Y);
