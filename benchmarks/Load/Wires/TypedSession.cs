using System.Security.Cryptography;

namespace Load.Wires;

/// <summary>What outlives a socket at the generator's end of a session (docs/protocol/sessions.md).</summary>
internal sealed class TypedSession
{
    public byte[] Id { get; } = RandomNumberGenerator.GetBytes(16);

    public byte[] Secret { get; } = RandomNumberGenerator.GetBytes(32);

    public int Attempt { get; set; }

    /// <summary>The number of the last message that was sent.</summary>
    public ushort Sent { get; set; }

    /// <summary>The number of the last message that was received.</summary>
    public long Received { get; set; }

    /// <summary>How many events were taken of the one channel.</summary>
    public uint Taken { get; set; }

    public uint Calls { get; set; }
}
