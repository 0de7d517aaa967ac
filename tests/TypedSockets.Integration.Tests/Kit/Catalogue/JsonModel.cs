using System.Text.Json.Serialization;

namespace TypedSockets.Integration.Tests.Kit.Catalogue;

public sealed class JsonModel
{
    [JsonPropertyName("n")]
    public string Name { get; set; } = "";

    [JsonIgnore]
    public int Ignored { get; set; }

    [JsonRequired]
    public int Count { get; set; }
}
