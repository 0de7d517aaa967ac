using System.Diagnostics;
using TypedSockets.Protocol;

namespace TypedSockets.Sessions;

/// <summary>The bytes of many small messages of one lane, one behind another in one pooled body. Callers hold the session's lock.</summary>
/// <param name="packer">Fills it, and gets it back when all its messages are released.</param>
internal sealed class BodyBlock(BodyPacker packer)
{
    private MessageBody? _bytes;
    private int _parts;

    /// <summary>Adds the bytes of a message.</summary>
    /// <returns>False if there is no room for them.</returns>
    public bool TryAdd(ReadOnlySpan<byte> bytes, out OutboundBody part)
    {
        _bytes ??= MessageBody.Rent();
        var start = _bytes.Length;
        var room = MessageBodyPool.MaxKeptCapacity - start;
        if (room <= bytes.Length)
        {
            part = default;
            return false;
        }

        bytes.CopyTo(_bytes.GetSpan(room));
        _bytes.Advance(bytes.Length);
        part = new OutboundBody(this, start, bytes.Length);
        _parts++;
        return true;
    }

    public ReadOnlySpan<byte> Slice(int start, int length) => _bytes!.Span.Slice(start, length);

    public void Release()
    {
        Debug.Assert(_parts > 0, "a part was released too often");
        if (--_parts > 0)
        {
            return;
        }

        // A session that waits for nothing holds no buffer.
        _bytes!.Release();
        _bytes = null;
        packer.Return(this);
    }
}
