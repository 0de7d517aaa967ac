using MessagePack;

namespace TypedSockets.Generators.Tests.Running.Foreign;

[MessagePackObject]
public sealed record Dog([property: Key(0)] string Name) : IAnimal;
