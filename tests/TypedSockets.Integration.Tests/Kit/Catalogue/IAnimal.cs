using MessagePack;

namespace TypedSockets.Integration.Tests.Kit.Catalogue;

[Union(0, typeof(Cat))]
[Union(1, typeof(Dog))]
public interface IAnimal;
