using System.Text.Json;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using MessagePack;
using TypedSockets.Codecs;
using TypedSockets.Generated.Micro.Codecs;

namespace Micro.Codecs;

/// <summary>An object of ten mixed members, one of them a list of three nested objects: its generated codec beside other serializers.</summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class ObjectBenchmarks
{
    private readonly CodecOutput _output = new();
    private readonly Order _order = SampleOrder.Create();
    private readonly PackedOrder _packed = SampleOrder.CreatePacked();
    private byte[] _bytes = [];
    private byte[] _json = [];

    /// <summary>Encodes what is read.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _output.WritePacked(_packed);
        _bytes = _output.ToArray();
        Write();
        if (!_output.ToArray().AsSpan().SequenceEqual(_bytes))
        {
            throw new InvalidOperationException("The codec writes other bytes than MessagePack's own serializer: the figures could not be compared.");
        }

        WriteJson();
        _json = _output.ToArray();
    }

    /// <summary>Gives back what the JSON writer holds.</summary>
    [GlobalCleanup]
    public void Cleanup() => _output.Dispose();

    /// <summary>Writes with the generated codec.</summary>
    [Benchmark(Description = "generated codec", Baseline = true), BenchmarkCategory("write")]
    public int Write() => _output.Write<Order, OrderCodec>(_order);

    /// <summary>Writes with MessagePack's own serializer.</summary>
    [Benchmark(Description = "MessagePack"), BenchmarkCategory("write")]
    public int WritePacked() => _output.WritePacked(_packed);

    /// <summary>Writes with System.Text.Json.</summary>
    [Benchmark(Description = "System.Text.Json"), BenchmarkCategory("write")]
    public int WriteJson() => _output.WriteJson(_order, JsonPayloads.Default.Order);

    /// <summary>Reads with the generated codec.</summary>
    [Benchmark(Description = "generated codec", Baseline = true), BenchmarkCategory("read")]
    public Order Read()
    {
        var reader = new PayloadReader(_bytes);
        return reader.ReadArguments<Order, OrderCodec>();
    }

    /// <summary>Reads with MessagePack's own serializer.</summary>
    [Benchmark(Description = "MessagePack"), BenchmarkCategory("read")]
    public PackedOrder ReadPacked() => MessagePackSerializer.Deserialize<PackedOrder>(_bytes, MessagePackSerializerOptions.Standard);

    /// <summary>Reads with System.Text.Json.</summary>
    [Benchmark(Description = "System.Text.Json"), BenchmarkCategory("read")]
    public Order? ReadJson() => JsonSerializer.Deserialize(_json, JsonPayloads.Default.Order);
}
