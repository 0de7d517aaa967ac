using System.Net;

namespace TypedSockets;

/// <summary>A snapshot of the HTTP request that opened the socket.</summary>
/// <param name="Path">The path.</param>
/// <param name="Query">The query's values, by name; of several values of one name, the last.</param>
/// <param name="RemoteAddress">The client's address, if the server knows it.</param>
public sealed record SocketRequest(string Path, IReadOnlyDictionary<string, string> Query, IPAddress? RemoteAddress);
