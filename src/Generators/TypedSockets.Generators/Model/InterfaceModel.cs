namespace TypedSockets.Generators.Model;

/// <summary>One side of a contract: what the server offers, or what the client offers.</summary>
/// <param name="Type">The interface, fully qualified.</param>
/// <param name="Names">What it and its generated types are called.</param>
/// <param name="Accessibility"><c>public</c> or <c>internal</c>.</param>
/// <param name="Methods">The members, inherited ones included, in the order of their wire numbers.</param>
/// <param name="IsComplete">Whether every member is valid, so that a proxy can implement the interface.</param>
/// <param name="Suppressions">The ids by which the compiler warns of the interface or its members, for instance of experimental ones.</param>
internal sealed record InterfaceModel(
    string Type,
    InterfaceNames Names,
    string Accessibility,
    EquatableArray<MethodModel> Methods,
    bool IsComplete,
    EquatableArray<string> Suppressions);
