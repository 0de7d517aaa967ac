using System.Text;
using TypedSockets.Protocol;

namespace TypedSockets;

/// <summary>The groups that the caller is in. A group exists as long as it has members; its name is compared ordinally. Thread-safe.</summary>
public sealed class HubGroups
{
    private readonly Action<string> _join;
    private readonly Action<string> _leave;

    internal HubGroups(Action<string> join, Action<string> leave)
    {
        _join = join;
        _leave = leave;
    }

    /// <summary>Puts the caller into a group. It leaves it by itself when its session ends.</summary>
    /// <param name="group">The group's name, 1 to 256 bytes of UTF-8.</param>
    /// <returns>Completes when the caller gets what is sent to the group.</returns>
    /// <exception cref="ArgumentException">The name is empty or too long.</exception>
    public ValueTask Join(string group)
    {
        Check(group);
        _join(group);
        return default;
    }

    /// <summary>Takes the caller out of a group.</summary>
    /// <param name="group">The group's name.</param>
    /// <returns>Completes when the caller gets no more of what is sent to the group.</returns>
    public ValueTask Leave(string group)
    {
        Check(group);
        _leave(group);
        return default;
    }

    internal static void Check(string group)
    {
        ArgumentException.ThrowIfNullOrEmpty(group);
        if (Encoding.UTF8.GetByteCount(group) > ProtocolLimits.MaxNameBytes)
        {
            throw new ArgumentException($"A group's name has at most {ProtocolLimits.MaxNameBytes} bytes of UTF-8.", nameof(group));
        }
    }
}
