using System.Buffers;
using System.Diagnostics;

namespace TypedSockets.Sessions;

/// <summary>The bytes of many small messages of one lane, one behind another in one pooled buffer. Callers hold the session's lock.</summary>
/// <param name="packer">Fills it, and gets it back when all its messages are released.</param>
internal sealed class BodyBlock(BodyPacker packer)
{
    private const int Size = 4096;

    private byte[] _bytes = [];
    private int _used;
    private int _parts;

    /// <summary>Adds the bytes of a message.</summary>
    /// <returns>False if there is no room for them.</returns>
    public bool TryAdd(ReadOnlySpan<byte> bytes, out OutboundBody part)
    {
        if (_bytes.Length == 0)
        {
            _bytes = ArrayPool<byte>.Shared.Rent(Size);
        }

        if (!bytes.TryCopyTo(_bytes.AsSpan(_used)))
        {
            part = default;
            return false;
        }

        part = new OutboundBody(this, _used, bytes.Length);
        _used += bytes.Length;
        _parts++;
        return true;
    }

    public ReadOnlySpan<byte> Slice(int start, int length) => _bytes.AsSpan(start, length);

    public void Release()
    {
        Debug.Assert(_parts > 0, "a part was released too often");
        if (--_parts > 0)
        {
            return;
        }

        // A session that waits for nothing holds no buffer.
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        _used = 0;
        packer.Return(this);
    }
}
