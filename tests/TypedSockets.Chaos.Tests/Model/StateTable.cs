using System.Buffers.Binary;

namespace TypedSockets.Chaos.Tests.Model;

/// <summary>
/// The states that a search has reached, in the order of their discovery, and how each was reached. All keys lie in one array, since
/// a million small ones would cost more in headers than in bytes.
/// </summary>
internal sealed class StateTable
{
    private byte[] _keys = new byte[1 << 20];
    private int[] _ends = new int[1 << 15];
    private int[] _parents = new int[1 << 15];
    private ModelAction[] _actions = new ModelAction[1 << 15];

    // One more than the index of the state, or 0; open addressing, at most half full.
    private int[] _slots = new int[1 << 16];

    public int Count { get; private set; }

    /// <summary>Adds a state that was not seen before, as the last.</summary>
    public bool TryAdd(ReadOnlySpan<byte> key, int parent, ModelAction action)
    {
        if (Count * 2 == _slots.Length)
        {
            Rehash();
        }

        var slot = FindSlot(key);
        if (_slots[slot] != 0)
        {
            return false;
        }

        Append(key, parent, action);
        _slots[slot] = Count;
        return true;
    }

    /// <summary>The actions that lead to a state.</summary>
    public List<ModelAction> PathTo(int index)
    {
        var path = new List<ModelAction>();
        for (; index > 0; index = _parents[index])
        {
            path.Add(_actions[index]);
        }

        path.Reverse();
        return path;
    }

    private void Append(ReadOnlySpan<byte> key, int parent, ModelAction action)
    {
        var start = Count == 0 ? 0 : _ends[Count - 1];
        if (start + key.Length > _keys.Length)
        {
            Array.Resize(ref _keys, _keys.Length * 2);
        }

        if (Count == _ends.Length)
        {
            Array.Resize(ref _ends, Count * 2);
            Array.Resize(ref _parents, Count * 2);
            Array.Resize(ref _actions, Count * 2);
        }

        key.CopyTo(_keys.AsSpan(start));
        _ends[Count] = start + key.Length;
        _parents[Count] = parent;
        _actions[Count] = action;
        Count++;
    }

    private void Rehash()
    {
        _slots = new int[_slots.Length * 2];
        for (var i = 0; i < Count; i++)
        {
            _slots[FindSlot(KeyOf(i))] = i + 1;
        }
    }

    private int FindSlot(ReadOnlySpan<byte> key)
    {
        var mask = _slots.Length - 1;
        for (var slot = (int)Hash(key) & mask; ; slot = (slot + 1) & mask)
        {
            if (_slots[slot] == 0 || KeyOf(_slots[slot] - 1).SequenceEqual(key))
            {
                return slot;
            }
        }
    }

    private ReadOnlySpan<byte> KeyOf(int index)
    {
        var start = index == 0 ? 0 : _ends[index - 1];
        return _keys.AsSpan(start, _ends[index] - start);
    }

    // Multiply and fold. The high half is taken, since the low bits of a product know nothing of the high ones of its factors.
    private static uint Hash(ReadOnlySpan<byte> key)
    {
        const ulong Factor = 0x9E3779B97F4A7C15;
        var hash = (ulong)key.Length;
        for (; key.Length >= sizeof(ulong); key = key[sizeof(ulong)..])
        {
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(key));
        }

        foreach (var rest in key)
        {
            hash = Mix(hash ^ rest);
        }

        return (uint)(hash >> 32);

        static ulong Mix(ulong value) => (value ^ (value >> 32)) * Factor;
    }
}
