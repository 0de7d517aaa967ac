namespace TypedSockets.Generators.Model;

/// <summary>A client interface, once for all hubs of the assembly that share it.</summary>
/// <param name="Side">The interface.</param>
/// <param name="EmitsSide">Whether its side is written here; not if it is a hub of its own, which has it.</param>
/// <param name="EmitsRecipients">Whether its recipients are written here; not if a referenced assembly has them.</param>
internal sealed record ClientModel(InterfaceModel Side, bool EmitsSide, bool EmitsRecipients);
