namespace TypedSockets.Architecture.Tests.Projects;

/// <summary>What a project of the product may reference.</summary>
/// <param name="Name">The project.</param>
internal sealed record ProjectReferences(string Name)
{
    public string[] Packages { get; init; } = [];

    public string[] Projects { get; init; } = [];

    public string[] Frameworks { get; init; } = [];
}
