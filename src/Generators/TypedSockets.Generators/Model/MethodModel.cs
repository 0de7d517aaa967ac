namespace TypedSockets.Generators.Model;

/// <summary>One member of a contract.</summary>
/// <param name="Name">Its C# name, not escaped.</param>
/// <param name="DeclaringType">The interface that declares it, fully qualified.</param>
/// <param name="DeclaringName">That interface's simple name, as it stands in logs and error texts.</param>
/// <param name="Cref">Its documentation id, for references to it.</param>
/// <param name="IsCall">Whether the caller awaits the handler's end; otherwise it is an emit.</param>
/// <param name="Return">What the member returns.</param>
/// <param name="Result">The result of a call, or the items of a stream; null if there is none.</param>
/// <param name="Parameters">The parameters that go over the wire, streams among them.</param>
/// <param name="Token">The name of the trailing cancellation token; null if there is none.</param>
internal sealed record MethodModel(
    string Name,
    string DeclaringType,
    string DeclaringName,
    string Cref,
    bool IsCall,
    ReturnKind Return,
    ValueModel? Result,
    EquatableArray<ParameterModel> Parameters,
    string? Token)
{
    /// <summary>Whether it returns a stream.</summary>
    public bool IsStream => Return == ReturnKind.Stream;

    /// <summary>The parameters that go with the message itself.</summary>
    public IReadOnlyList<ParameterModel> Values => Where(isStream: false);

    /// <summary>The parameters that are streams.</summary>
    public IReadOnlyList<ParameterModel> Streams => Where(isStream: true);

    /// <summary>Its name on the wire.</summary>
    public string WireName { get; init; } = Name;

    /// <summary>How long a call may take, in milliseconds; null if the contract says nothing.</summary>
    public int? Timeout { get; init; }

    /// <summary>The errors that a call declares, in the order of their codes.</summary>
    public EquatableArray<ValueModel> Errors { get; init; }

    /// <summary>Whether its handler may run beside others.</summary>
    public bool IsConcurrent { get; init; }

    /// <summary>Whether it is sent at once or not at all.</summary>
    public bool IsVolatile { get; init; }

    /// <summary>C# that makes, of the parameters, the key by which an emit replaces unsent ones; null if it replaces none.</summary>
    public string? CoalesceKey { get; init; }

    /// <summary>The attributes that its generated members repeat, as C#.</summary>
    public EquatableArray<string> Attributes { get; init; }

    /// <summary>Whether using it is a compile error, so that only obsolete code may.</summary>
    public bool IsUnusable { get; init; }

    /// <summary>The documentation that its generated members repeat.</summary>
    public DocumentationModel Documentation { get; init; } = DocumentationModel.None;

    private List<ParameterModel> Where(bool isStream)
    {
        var found = new List<ParameterModel>();
        foreach (var parameter in Parameters)
        {
            if (parameter.IsStream == isStream)
            {
                found.Add(parameter);
            }
        }

        return found;
    }
}
