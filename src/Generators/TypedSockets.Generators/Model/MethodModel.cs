namespace TypedSockets.Generators.Model;

/// <summary>One member of a contract.</summary>
/// <param name="Name">Its C# name, not escaped.</param>
/// <param name="DeclaringType">The interface that declares it, fully qualified.</param>
/// <param name="DeclaringName">That interface's simple name, as it stands in logs and error texts.</param>
/// <param name="Cref">How documentation refers to it.</param>
/// <param name="IsCall">Whether the caller awaits the handler's end; otherwise it is an emit.</param>
/// <param name="Return">What the member returns.</param>
/// <param name="Result">The result of a call; null if there is none.</param>
/// <param name="Parameters">The parameters that go over the wire.</param>
/// <param name="Token">The name of the trailing cancellation token; null if there is none.</param>
/// <param name="IsConcurrent">Whether its handler may run beside others.</param>
/// <param name="Obsolete">The <c>[Obsolete]</c> attribute to carry over; null if there is none.</param>
/// <param name="Summary">The inner XML of the documentation's summary; empty if there is none.</param>
internal sealed record MethodModel(
    string Name,
    string DeclaringType,
    string DeclaringName,
    string Cref,
    bool IsCall,
    ReturnKind Return,
    ValueModel? Result,
    EquatableArray<PayloadMemberModel> Parameters,
    string? Token,
    bool IsConcurrent,
    string? Obsolete,
    string Summary);
