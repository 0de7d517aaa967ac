namespace TypedSockets.Generators.Model;

/// <summary>An abstract class or interface, which goes over the wire as a tag and one of its cases.</summary>
/// <param name="Type">The C# type, fully qualified with <c>global::</c>.</param>
/// <param name="WireName">Its name in manifests and error texts.</param>
/// <param name="Name">What its codec is called.</param>
/// <param name="Layout">The wire layout as canonical JSON.</param>
/// <param name="Cases">The cases, in the order of their tags.</param>
internal sealed record UnionModel(string Type, string WireName, CodecName Name, string Layout, EquatableArray<UnionCaseModel> Cases)
    : PayloadModel(Type, WireName, Name, Layout)
{
    /// <summary>Whether the tags are names instead of numbers.</summary>
    public bool IsNamed => Cases.Count > 0 && Cases[0].Name is not null;
}
