using System.Diagnostics.CodeAnalysis;
using TypedSockets.Codecs;
using TypedSockets.Protocol;

namespace TypedSockets.Hubs;

/// <summary>An error that a contract declares for a method. Created by generated code.</summary>
public abstract class DeclaredError
{
    /// <summary>The code of the first error of a method; the others follow it.</summary>
    internal const SocketErrorCode FirstCode = (SocketErrorCode)100;

    /// <summary>Whether a code is the application's. Codes are unsigned on the wire.</summary>
    internal static bool Owns(SocketErrorCode code) => (uint)code >= (uint)FirstCode;

    private protected DeclaredError()
    {
    }

    /// <summary>Encodes what a handler threw, if it is this error.</summary>
    internal abstract bool TryEncode(Exception thrown, [NotNullWhen(true)] out MessageBody? body);

    /// <summary>Reads what came.</summary>
    /// <exception cref="PayloadException">It is not this error.</exception>
    internal abstract SocketRemoteException Decode(SocketErrorCode code, string method, ref PayloadReader reader);
}

/// <summary>An error of one type.</summary>
/// <typeparam name="TError">The error.</typeparam>
/// <typeparam name="TCodec">Its codec.</typeparam>
public sealed class DeclaredError<TError, TCodec> : DeclaredError
    where TError : notnull
    where TCodec : struct, ISocketCodec<TError>
{
    internal override bool TryEncode(Exception thrown, [NotNullWhen(true)] out MessageBody? body)
    {
        body = null;
        if (thrown is not SocketRemoteException<TError> { Error: var error })
        {
            return false;
        }

        body = MessageBody.Rent();
        try
        {
            var writer = new PayloadWriter(body);
            TCodec.Write(ref writer, error);
            writer.Flush();
            return true;
        }
        catch
        {
            body.Release();
            throw;
        }
    }

    internal override SocketRemoteException Decode(SocketErrorCode code, string method, ref PayloadReader reader) =>
        new SocketRemoteException<TError>(reader.ReadAll<TError, TCodec>(), code, method);
}
