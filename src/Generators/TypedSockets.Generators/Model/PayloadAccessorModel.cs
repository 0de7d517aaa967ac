namespace TypedSockets.Generators.Model;

/// <summary>What a member is reached through that C# does not let generated code name: an <c>init</c> property after construction, or a member that is not public.</summary>
/// <param name="Kind">What it reaches.</param>
/// <param name="DeclaringType">The type that declares the member, with its own type parameters: <c>global::Chat.Page&lt;T&gt;</c>.</param>
/// <param name="MemberType">The member's type in terms of those type parameters.</param>
/// <param name="TypeParameters">The declaring type's type parameters, <c>&lt;T&gt;</c>; empty if it is not generic.</param>
/// <param name="TypeArguments">What they are in the payload, <c>&lt;global::Chat.Message&gt;</c>; empty if it is not generic.</param>
/// <param name="Constraints">The type parameters' constraints, each a <c>where</c> clause.</param>
/// <param name="IsStruct">Whether the declaring type is a struct, and is passed by reference.</param>
internal sealed record PayloadAccessorModel(
    AccessorKind Kind, string DeclaringType, string MemberType, string TypeParameters, string TypeArguments, string Constraints, bool IsStruct);
