using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MessagePack;
using TypedSockets.Codecs;

namespace Micro.Codecs;

/// <summary>
/// One buffer that every write begins anew: the same discipline for all serializers. Each of them gets what it needs to allocate nothing: the JSON writer is
/// kept too.
/// </summary>
internal sealed class CodecOutput : IDisposable
{
    private readonly ArrayBufferWriter<byte> _buffer = new(4096);
    private readonly Utf8JsonWriter _json;

    public CodecOutput() => _json = new Utf8JsonWriter(_buffer, new JsonWriterOptions { SkipValidation = true });

    public int Write<T, TCodec>(T value)
        where TCodec : struct, ISocketCodec<T>
    {
        _buffer.ResetWrittenCount();
        var writer = new PayloadWriter(_buffer);
        TCodec.Write(ref writer, value);
        writer.Flush();
        return _buffer.WrittenCount;
    }

    public int WritePacked<T>(T value)
    {
        _buffer.ResetWrittenCount();
        MessagePackSerializer.Serialize(_buffer, value, MessagePackSerializerOptions.Standard);
        return _buffer.WrittenCount;
    }

    public int WriteJson<T>(T value, JsonTypeInfo<T> type)
    {
        _buffer.ResetWrittenCount();
        _json.Reset();
        JsonSerializer.Serialize(_json, value, type);
        _json.Flush();
        return _buffer.WrittenCount;
    }

    /// <summary>What was written last.</summary>
    public byte[] ToArray() => _buffer.WrittenSpan.ToArray();

    public void Dispose() => _json.Dispose();
}
