namespace TypedSockets.Generators.Model;

/// <summary>A record, class or struct, which goes over the wire as its members.</summary>
/// <param name="Type">The C# type, fully qualified with <c>global::</c>.</param>
/// <param name="WireName">Its name in manifests and error texts.</param>
/// <param name="Name">What its codec is called.</param>
/// <param name="Layout">The wire layout as canonical JSON.</param>
/// <param name="Members">The wire members, in wire order.</param>
/// <param name="ConstructorMembers">The indexes of the members that the constructor takes, in its parameters' order.</param>
internal sealed record ObjectModel(
    string Type, string WireName, CodecName Name, string Layout, EquatableArray<PayloadMemberModel> Members, EquatableArray<int> ConstructorMembers)
    : PayloadModel(Type, WireName, Name, Layout)
{
    /// <summary>Whether null has to be refused.</summary>
    public bool IsReferenceType { get; init; }

    /// <summary>Whether it is written as a map of its members' names; otherwise as an array. Both are read.</summary>
    public bool IsMap { get; init; }
}
