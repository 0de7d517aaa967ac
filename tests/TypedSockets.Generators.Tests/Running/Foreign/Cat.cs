using MessagePack;

namespace TypedSockets.Generators.Tests.Running.Foreign;

[MessagePackObject]
public sealed record Cat([property: Key(0)] int Lives) : IAnimal;
