namespace TypedSockets.Generators.Model;

/// <summary>The parts of a contract member's documentation that its generated members repeat, each as the XML of one line.</summary>
/// <param name="Summary">What stands in the summary; empty if there is none.</param>
/// <param name="Remarks">What stands in the remarks; empty if there are none.</param>
/// <param name="Parameters">What is said of each parameter, the token included, in their order; empty unless all of them are documented.</param>
internal sealed record DocumentationModel(string Summary, string Remarks, EquatableArray<string> Parameters)
{
    /// <summary>No documentation.</summary>
    public static DocumentationModel None { get; } = new("", "", default);
}
