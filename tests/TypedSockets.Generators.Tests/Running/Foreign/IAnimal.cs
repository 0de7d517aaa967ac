using MessagePack;

namespace TypedSockets.Generators.Tests.Running.Foreign;

[Union(7, typeof(Cat))]
[Union(300, typeof(Dog))]
public interface IAnimal;
