using TypedSockets.Architecture.Tests.Sources;

namespace TypedSockets.Architecture.Tests.Layers;

/// <summary>A folder of the runtime and what it may use.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Below">The folders that it may use all of.</param>
internal sealed record Layer(string Folder, params string[] Below)
{
    /// <summary>The types of other folders that it may use besides.</summary>
    public string[] Exceptions { get; init; } = [];

    public bool Allows(TypeUse use) =>
        use.Folder.Length == 0 || use.Folder == Folder || Below.Contains(use.Folder) || Exceptions.Contains(use.Type.Name);
}
