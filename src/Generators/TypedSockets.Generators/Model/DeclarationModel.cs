namespace TypedSockets.Generators.Model;

/// <summary>Where an interface is declared, so that a part can be added to it.</summary>
/// <param name="Namespace">Its namespace as C#; empty if it is the global one.</param>
/// <param name="Containers">The declarations of the types that it is nested in, from the outside in: <c>partial class Outer</c>.</param>
/// <param name="Name">Its name, escaped.</param>
internal sealed record DeclarationModel(string Namespace, EquatableArray<string> Containers, string Name);
