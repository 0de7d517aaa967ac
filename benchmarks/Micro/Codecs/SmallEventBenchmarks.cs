using System.Text.Json;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using MessagePack;
using TypedSockets.Codecs;
using TypedSockets.Generated.Micro;

namespace Micro.Codecs;

/// <summary>A text of 16 characters, an int and a double: the generated codec of an event's arguments beside other serializers.</summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class SmallEventBenchmarks
{
    private readonly CodecOutput _output = new();
    private readonly MicroHub_NoteArguments _arguments = new("sixteen letters.", 123456, 12.5);
    private readonly Note _note = new() { Text = "sixteen letters.", Number = 123456, Value = 12.5 };
    private byte[] _bytes = [];
    private byte[] _json = [];

    /// <summary>Encodes what is read.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _output.WritePacked(_note);
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
    public int Write() => _output.Write<MicroHub_NoteArguments, MicroHub_NoteArguments.Codec>(_arguments);

    /// <summary>Writes with MessagePack's own serializer.</summary>
    [Benchmark(Description = "MessagePack"), BenchmarkCategory("write")]
    public int WritePacked() => _output.WritePacked(_note);

    /// <summary>Writes with System.Text.Json.</summary>
    [Benchmark(Description = "System.Text.Json"), BenchmarkCategory("write")]
    public int WriteJson() => _output.WriteJson(_note, JsonPayloads.Default.Note);

    /// <summary>Reads with the generated codec.</summary>
    [Benchmark(Description = "generated codec", Baseline = true), BenchmarkCategory("read")]
    public int Read()
    {
        var reader = new PayloadReader(_bytes);
        return reader.ReadArguments<MicroHub_NoteArguments, MicroHub_NoteArguments.Codec>().number;
    }

    /// <summary>Reads with MessagePack's own serializer.</summary>
    [Benchmark(Description = "MessagePack"), BenchmarkCategory("read")]
    public int ReadPacked() => MessagePackSerializer.Deserialize<Note>(_bytes, MessagePackSerializerOptions.Standard).Number;

    /// <summary>Reads with System.Text.Json.</summary>
    [Benchmark(Description = "System.Text.Json"), BenchmarkCategory("read")]
    public int ReadJson() => JsonSerializer.Deserialize(_json, JsonPayloads.Default.Note).Number;
}
