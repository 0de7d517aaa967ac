using MessagePack;

namespace TypedSockets.Integration.Tests.Kit.Catalogue;

[MessagePackObject]
public sealed record Dog([property: Key(0)] string Name) : IAnimal;
