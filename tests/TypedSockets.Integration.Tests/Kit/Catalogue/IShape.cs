namespace TypedSockets.Integration.Tests.Kit.Catalogue;

[SocketUnion(0, typeof(Circle))]
[SocketUnion(1, typeof(Square))]
public interface IShape;
