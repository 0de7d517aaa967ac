using System.Runtime.CompilerServices;
using System.Text;

namespace TypedSockets.Codecs;

/// <summary>Walks over the members of one encoded object, whether it came as an array or as a map.</summary>
public ref struct ObjectCursor
{
    private readonly bool _byName;
    private readonly int _count;
    private int _next;

    internal ObjectCursor(int count, bool byName)
    {
        _count = count;
        _byName = byName;
    }

    /// <summary>Goes to the next member.</summary>
    /// <param name="reader">The reader that began the object.</param>
    /// <param name="members">The members that the type has, in wire order.</param>
    /// <param name="position">The position of the member whose value comes next; -1 for one that the type does not have, to be skipped.</param>
    /// <returns>False at the object's end.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MoveNext(ref PayloadReader reader, ReadOnlySpan<PayloadMember> members, out int position)
    {
        // Until its name is read, what goes wrong is the object's own, not the previous member's.
        position = -1;
        if (_next == _count)
        {
            return false;
        }

        position = _byName ? ReadName(ref reader, members) : _next < members.Length ? _next : -1;
        _next++;
        return true;
    }

    private static int ReadName(ref PayloadReader reader, ReadOnlySpan<PayloadMember> members)
    {
        if (reader.NextType != MessagePack.MessagePackType.String)
        {
            PayloadErrors.ThrowUnexpected("a member's name", reader.NextType);
        }

        Span<char> buffer = stackalloc char[256];
        var utf8 = reader.ReadText();
        if (utf8.Length > buffer.Length || !Encoding.UTF8.TryGetChars(utf8, buffer, out var length))
        {
            return -1;
        }

        for (var i = 0; i < members.Length; i++)
        {
            if (buffer[..length].SequenceEqual(members[i].Name))
            {
                return i;
            }
        }

        return -1;
    }
}
