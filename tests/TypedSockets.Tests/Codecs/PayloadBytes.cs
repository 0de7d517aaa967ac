using TypedSockets.Codecs;
using TypedSockets.Protocol;

namespace TypedSockets.Tests.Codecs;

/// <summary>
/// Writes and reads one value as generated code does: what a codec throws becomes a <see cref="PayloadException"/>, and nothing is left over.
/// </summary>
internal static class PayloadBytes
{
    public static byte[] Write<T, TCodec>(T value)
        where TCodec : struct, ISocketCodec<T>
    {
        var body = MessageBody.Rent();
        try
        {
            var writer = new PayloadWriter(body);
            TCodec.Write(ref writer, value);
            writer.Flush();
            return body.Span.ToArray();
        }
        catch (Exception error)
        {
            throw PayloadException.At(error, [], -1);
        }
        finally
        {
            body.Release();
        }
    }

    public static string WriteHex<T, TCodec>(T value)
        where TCodec : struct, ISocketCodec<T> => Convert.ToHexStringLower(Write<T, TCodec>(value));

    public static T Read<T, TCodec>(ReadOnlyMemory<byte> bytes)
        where TCodec : struct, ISocketCodec<T>
    {
        var reader = new PayloadReader(bytes.Span);
        try
        {
            return reader.ReadAll<T, TCodec>();
        }
        catch (Exception error)
        {
            throw PayloadException.At(error, [], -1);
        }
    }

    public static T Read<T, TCodec>(string hex)
        where TCodec : struct, ISocketCodec<T> => Read<T, TCodec>(Convert.FromHexString(hex));

    public static PayloadException Refused<T, TCodec>(string hex)
        where TCodec : struct, ISocketCodec<T> => Assert.Throws<PayloadException>(() => Read<T, TCodec>(hex));

    public static PayloadException Refused<T, TCodec>(byte[] bytes)
        where TCodec : struct, ISocketCodec<T> => Assert.Throws<PayloadException>(() => Read<T, TCodec>(bytes));

    public static PayloadException NotWritten<T, TCodec>(T value)
        where TCodec : struct, ISocketCodec<T> => Assert.Throws<PayloadException>(() => Write<T, TCodec>(value));
}
