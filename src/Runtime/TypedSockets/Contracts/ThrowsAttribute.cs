namespace TypedSockets;

/// <summary>
/// Declares an error that a call may fail with, as data. The handler throws <see cref="SocketRemoteException{TError}"/> with it, and the caller catches the same.
/// </summary>
/// <remarks>
/// A call may have several; they are numbered as they are declared, and the numbers go over the wire, so add new ones at the end. What a handler throws without having declared it
/// reaches the caller as any other failure does, without its data.
/// </remarks>
/// <typeparam name="TError">The error, a payload type.</typeparam>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class ThrowsAttribute<TError> : Attribute
    where TError : notnull;
