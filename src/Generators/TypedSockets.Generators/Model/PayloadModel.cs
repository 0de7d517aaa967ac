namespace TypedSockets.Generators.Model;

/// <summary>A user's payload type. It follows from the type alone, so that two hubs which share the type have equal models.</summary>
/// <param name="Type">The C# type, fully qualified with <c>global::</c>.</param>
/// <param name="WireName">Its name in manifests and error texts: <c>Chat.Page&lt;Chat.Message&gt;</c>.</param>
/// <param name="Name">What its codec is called.</param>
/// <param name="Layout">The wire layout as canonical JSON, for the manifest and the fingerprint.</param>
internal abstract record PayloadModel(string Type, string WireName, CodecName Name, string Layout);
