using System.Buffers.Binary;

namespace TypedSockets.Fuzz.Inputs;

/// <summary>Makes MessagePack that is well formed and means nothing, and some that is almost well formed.</summary>
internal sealed class MessagePackBytes(Random random)
{
    private const int MaxDepth = 6;

    // The first bytes of everything that is announced by a length of four, two or one bytes.
    private static readonly byte[] Announcing = [0xC4, 0xC5, 0xC6, 0xC7, 0xC8, 0xC9, 0xD9, 0xDA, 0xDB, 0xDC, 0xDD, 0xDE, 0xDF];

    private readonly List<byte> _bytes = [];

    public byte[] Next()
    {
        _bytes.Clear();
        var values = random.Next(4) == 0 ? random.Next(8) : 1;
        for (var i = 0; i < values; i++)
        {
            Value(MaxDepth);
        }

        return [.. _bytes];
    }

    private void Value(int depth)
    {
        switch (random.Next(depth > 0 ? 12 : 9))
        {
            case 0: _bytes.Add((byte)random.Next(0x80)); break;
            case 1: _bytes.Add((byte)random.Next(0xE0, 0x100)); break;
            case 2: _bytes.Add((byte)random.Next(0xC0, 0xC4)); break;
            case 3: Fixed((byte)random.Next(0xCA, 0xD4)); break;
            case 4: Text(); break;
            case 5: Binary(); break;
            case 6: Extension(); break;
            case 7: Lie(); break;
            case 8: Timestamp(); break;
            case 9: Many(0x90, 0xDC, depth, perItem: 1); break;
            case 10: Many(0x80, 0xDE, depth, perItem: 2); break;
            default: Deep(); break;
        }
    }

    private void Fixed(byte code)
    {
        int[] sizes = [4, 8, 1, 2, 4, 8, 1, 2, 4, 8];
        _bytes.Add(code);
        Noise(sizes[code - 0xCA]);
    }

    private void Text()
    {
        var length = random.Next(40);
        if (length < 32)
        {
            _bytes.Add((byte)(0xA0 | length));
        }
        else
        {
            _bytes.AddRange([0xD9, (byte)length]);
        }

        for (var i = 0; i < length; i++)
        {
            // Now and then no UTF-8, or the digits and signs of numbers, dates and ids.
            _bytes.Add(random.Next(30) == 0 ? (byte)random.Next(256) : (byte)"0123456789-.:TZabcdefE+/ "[random.Next(25)]);
        }
    }

    private void Binary()
    {
        var length = random.Next(70);
        _bytes.AddRange([0xC4, (byte)length]);
        Noise(length);
    }

    private void Extension()
    {
        var size = 1 << random.Next(5);
        _bytes.AddRange([(byte)(0xD4 + random.Next(5)), (byte)random.Next(256)]);
        Noise(size);
    }

    private void Timestamp()
    {
        byte[][] heads = [[0xD6, 0xFF], [0xD7, 0xFF], [0xC7, 12, 0xFF]];
        var at = random.Next(3);
        _bytes.AddRange(heads[at]);
        Noise(at switch { 0 => 4, 1 => 8, _ => 12 });
    }

    // Announces much, and has little.
    private void Lie()
    {
        _bytes.Add(Announcing[random.Next(Announcing.Length)]);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(length, random.Next(2) == 0 ? uint.MaxValue : (uint)random.Next());
        _bytes.AddRange(length);
        Noise(random.Next(8));
    }

    private void Many(byte small, byte large, int depth, int perItem)
    {
        var count = random.Next(random.Next(10) == 0 ? 40 : 6);
        if (count < 16)
        {
            _bytes.Add((byte)(small | count));
        }
        else
        {
            _bytes.AddRange([large, 0, (byte)count]);
        }

        for (var i = 0; i < count * perItem; i++)
        {
            Value(depth - 1);
        }
    }

    private void Deep()
    {
        for (var i = random.Next(200); i > 0; i--)
        {
            _bytes.Add(random.Next(2) == 0 ? (byte)0x91 : (byte)0x92);
        }
    }

    private void Noise(int length)
    {
        for (var i = 0; i < length; i++)
        {
            _bytes.Add((byte)random.Next(256));
        }
    }
}
