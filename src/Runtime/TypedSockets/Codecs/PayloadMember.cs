namespace TypedSockets.Codecs;

/// <summary>One position of an encoded object, for reading by name and for error texts.</summary>
/// <param name="Name">The member's name, which is also its key when the object comes as a map.</param>
/// <param name="WireType">What is expected there, as the manifest names it.</param>
public readonly record struct PayloadMember(string Name, string WireType);
