using TypedSockets.Generators.Model;

namespace TypedSockets.Generators.Emission;

/// <summary>Writes the codec of a payload type.</summary>
internal static class PayloadCodecEmitter
{
    /// <summary>Writes the whole file.</summary>
    internal static string Emit(PayloadModel payload) => payload.Type;
}
