using System.Text.Json.Serialization;

namespace Micro.Codecs;

/// <summary>What System.Text.Json's generator writes for the same payloads.</summary>
[JsonSerializable(typeof(Note))]
[JsonSerializable(typeof(Order))]
internal sealed partial class JsonPayloads : JsonSerializerContext;
