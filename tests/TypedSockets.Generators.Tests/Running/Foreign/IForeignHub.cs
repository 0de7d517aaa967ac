namespace TypedSockets.Generators.Tests.Running.Foreign;

/// <summary>A hub whose payloads are written for the MessagePack package.</summary>
[SocketHub<IForeignClient>("foreign")]
public partial interface IForeignHub
{
    void Holes(WithHoles value);

    void Named(WithNames value);

    void ByProperty(WithPropertyNames value);

    void Inherited(DerivedKeys value);

    void Record(KeyedRecord value);

    void Union(IAnimal value);

    void Marked(MarkedConstructor value);

    void Nested(KeyedRecord?[] value);
}
