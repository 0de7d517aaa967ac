namespace Load.Wires;

/// <summary>What the peer says of its contract when it starts: the fingerprint, and the methods in the order of their numbers.</summary>
internal sealed class TypedContract
{
    public TypedContract(string details)
    {
        var parts = details.Split('|');
        Fingerprint = Convert.FromHexString(parts[0]);
        var methods = parts[1].Split(',');
        Call = Id(methods, "Call");
        Emit = Id(methods, "Emit");
        Publish = Id(methods, "Publish");
        Push = Id(methods, "Push");
    }

    public byte[] Fingerprint { get; }

    public byte Call { get; }

    public byte Emit { get; }

    public byte Publish { get; }

    public byte Push { get; }

    private static byte Id(string[] methods, string name) =>
        Array.IndexOf(methods, name) is var id and >= 0 ? (byte)id : throw new InvalidOperationException($"The peer has no method '{name}'.");
}
