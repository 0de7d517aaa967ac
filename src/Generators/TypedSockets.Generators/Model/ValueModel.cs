namespace TypedSockets.Generators.Model;

/// <summary>A value that goes over the wire, wherever it stands: a parameter, a result, a member, an element.</summary>
/// <param name="Type">The C# type, fully qualified with <c>global::</c>, nullable annotations included.</param>
/// <param name="Codec">The codec's type, fully qualified with <c>global::</c>.</param>
/// <param name="WireType">Its name in manifests and error texts: <c>list(int32)</c>, <c>string?</c>, a payload type's full name.</param>
/// <param name="IsNullable">Whether nil is a valid value of it.</param>
internal sealed record ValueModel(string Type, string Codec, string WireType, bool IsNullable)
{
    /// <summary>Whether the C# type is a class, an interface or an array.</summary>
    public bool IsReferenceType { get; init; }
}
