using MessagePack;

namespace TypedSockets.Integration.Tests.Kit.Catalogue;

[MessagePackObject]
public sealed record Cat([property: Key(0)] int Lives) : IAnimal;
