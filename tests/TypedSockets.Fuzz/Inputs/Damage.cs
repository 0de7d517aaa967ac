namespace TypedSockets.Fuzz.Inputs;

/// <summary>Damages bytes that are right, as a broken or hostile end might.</summary>
internal sealed class Damage(Random random)
{
    // What means something in MessagePack, in varints and in frames.
    private static readonly byte[] Telling =
        [0x00, 0x01, 0x41, 0x7F, 0x80, 0x81, 0x8F, 0x90, 0x91, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xC4, 0xC6, 0xC7, 0xCB, 0xCF, 0xD3, 0xD6, 0xD9, 0xDB, 0xDC, 0xDD, 0xDE, 0xDF, 0xE0, 0xFF];

    /// <summary>Bytes without any sense.</summary>
    public byte[] Noise(int maxLength)
    {
        var bytes = new byte[random.Next(maxLength)];
        random.NextBytes(bytes);
        return bytes;
    }

    /// <summary>Changes a place or a few, each further one half as likely.</summary>
    /// <param name="original">What was right.</param>
    /// <param name="other">Something else that was right, of which pieces may be put in.</param>
    public byte[] Apply(byte[] original, byte[] other)
    {
        var bytes = original.ToList();
        do
        {
            if (bytes.Count == 0)
            {
                break;
            }

            var at = random.Next(bytes.Count);
            var most = Math.Min(bytes.Count - at, 20);
            switch (random.Next(9))
            {
                case 0: bytes[at] ^= (byte)(1 << random.Next(8)); break;
                case 1: bytes[at] = Telling[random.Next(Telling.Length)]; break;
                case 2: bytes[at] = (byte)(bytes[at] + random.Next(-2, 3)); break;
                case 3: bytes.RemoveRange(at, bytes.Count - at); break;
                case 4: bytes.RemoveRange(at, random.Next(1, most + 1)); break;
                case 5: bytes.Insert(at, Telling[random.Next(Telling.Length)]); break;
                case 6: bytes.InsertRange(at, bytes.GetRange(at, random.Next(1, most + 1))); break;
                case 7: bytes.InsertRange(at, Piece(other)); break;
                default: bytes.AddRange(Piece(other)); break;
            }
        }
        while (random.Next(2) == 0);

        return [.. bytes];
    }

    private byte[] Piece(byte[] bytes)
    {
        var start = random.Next(bytes.Length + 1);
        return bytes[start..(start + random.Next(Math.Min(64, bytes.Length - start) + 1))];
    }
}
