namespace TypedSockets.Hubs;

/// <summary>The arguments of one contract method; the generator writes a struct for each.</summary>
public interface IMethodArguments
{
    /// <summary>Boxes the arguments, for those who look at every event.</summary>
    /// <returns>The arguments, in the contract's order, without the token.</returns>
    object?[] ToArray();
}
