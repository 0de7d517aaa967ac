namespace TypedSockets.Generators.Model;

/// <summary>A user's payload type. It follows from the type alone, so that two hubs which share the type have equal models.</summary>
/// <param name="Type">The C# type, fully qualified with <c>global::</c>.</param>
/// <param name="WireName">Its name in manifests and error texts: <c>Chat.Page&lt;Chat.Message&gt;</c>.</param>
/// <param name="CodecNamespace">The namespace of its codec.</param>
/// <param name="CodecName">The name of its codec.</param>
/// <param name="IsReferenceType">Whether null has to be refused.</param>
/// <param name="Members">The wire members, in wire order.</param>
/// <param name="ConstructorMembers">The indexes of the members that the constructor takes, in its parameters' order.</param>
internal sealed record PayloadModel(
    string Type,
    string WireName,
    string CodecNamespace,
    string CodecName,
    bool IsReferenceType,
    EquatableArray<PayloadMemberModel> Members,
    EquatableArray<int> ConstructorMembers)
{
    /// <summary>The file's name without <c>.g.cs</c>.</summary>
    public string HintName { get; init; } = "";

    /// <summary>The wire layout as canonical JSON, for the manifest and the fingerprint.</summary>
    public string Layout { get; init; } = "";
}
