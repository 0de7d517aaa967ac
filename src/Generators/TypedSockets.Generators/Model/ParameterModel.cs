namespace TypedSockets.Generators.Model;

/// <summary>A parameter of a contract method that goes over the wire.</summary>
/// <param name="Member">What it is on the wire; of a stream, its items.</param>
/// <param name="HasDefault">Whether a C# caller may leave it out.</param>
/// <param name="IsParams">Whether a C# caller may list its elements.</param>
internal sealed record ParameterModel(PayloadMemberModel Member, bool HasDefault, bool IsParams)
{
    /// <summary>Its name, not escaped.</summary>
    public string Name => Member.Name;

    /// <summary>Whether it is a stream, which does not go with the other arguments.</summary>
    public bool IsStream { get; init; }

    /// <summary>Its type, fully qualified.</summary>
    public string Type => IsStream ? $"global::System.Collections.Generic.IAsyncEnumerable<{Member.Value.Type}>" : Member.Value.Type;
}
