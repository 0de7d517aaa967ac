using TypedSockets.Codecs;
using TypedSockets.Protocol;

namespace TypedSockets.Hubs;

/// <summary>Encodes values into bodies, and the other way round.</summary>
internal static class BodyCodec
{
    /// <summary>Encodes a value into a body from the pool, which goes back there if the value cannot be encoded.</summary>
    public static MessageBody Encode<T, TCodec>(T value)
        where TCodec : struct, ISocketCodec<T>
    {
        var body = MessageBody.Rent();
        try
        {
            var writer = new PayloadWriter(body);
            TCodec.Write(ref writer, value);
            writer.Flush();
            return body;
        }
        catch
        {
            body.Release();
            throw;
        }
    }

    /// <summary>Decodes a body, and releases it.</summary>
    /// <exception cref="PayloadException">The bytes do not fit; <paramref name="place"/> is where.</exception>
    public static T Decode<T, TCodec>(MessageBody body, string place)
        where TCodec : struct, ISocketCodec<T>
    {
        try
        {
            var reader = new PayloadReader(body.Span);
            return reader.ReadAll<T, TCodec>();
        }
        catch (Exception error)
        {
            throw PayloadException.At(error, [], -1).In(place);
        }
        finally
        {
            body.Release();
        }
    }
}
