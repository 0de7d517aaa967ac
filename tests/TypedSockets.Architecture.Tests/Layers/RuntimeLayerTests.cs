using TypedSockets.Architecture.Tests.Sources;

namespace TypedSockets.Architecture.Tests.Layers;

/// <summary>The folders of the runtime are its layers. Namespaces cannot say so: what users name lies in one namespace for all of them.</summary>
public sealed class RuntimeLayerTests
{
    private static readonly Layer[] Layers =
    [
        new("Contracts"),
        new("Codecs", "Contracts"),
        new("Protocol", "Contracts", "Codecs"),
        new("Hubs", "Contracts", "Codecs", "Protocol"),
        new("Sessions", "Contracts", "Codecs", "Protocol", "Hubs"),

        // A transport moves opaque frames: all it shares with the protocol is how large they may be, and how a socket is closed:
        // with a code and a text that is cut to what a close frame holds.
        new("Transports", "Contracts") { Exceptions = ["ProtocolErrors", "ProtocolException", "ProtocolLimits", "ShortText", "SocketCloseCode"] },
        new("Connections", "Contracts", "Codecs", "Protocol", "Hubs", "Sessions", "Transports"),
        new("Client", "Contracts", "Codecs", "Protocol", "Hubs", "Sessions", "Transports", "Connections"),
        new("CompilerServices", "Contracts"),
    ];

    public static TheoryData<string> Folders => [.. Layers.Select(layer => layer.Folder)];

    [Fact]
    public void Every_folder_of_the_runtime_is_a_layer() =>
        Assert.Equal(Layers.Select(layer => layer.Folder).Order(), CompiledProject.Runtime.Folders.Order());

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_layer_uses_only_the_layers_below_it(string folder)
    {
        var layer = Layers.Single(layer => layer.Folder == folder);

        Violations.None(CompiledProject.Runtime.UsesIn(folder).Where(use => !layer.Allows(use)));
    }
}
