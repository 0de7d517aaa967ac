using Load.Sockets;

namespace Load.Wires;

/// <summary>One connection's bytes in one peer's protocol: prepared once, patched where they must differ.</summary>
internal abstract class Wire(ILoad load)
{
    public const string Player = "sixteen letters.";
    public const int X = 123456;
    public const double Y = 1.5;

    public ILoad Load { get; } = load;

    public Connection Connection { get; private set; } = null!;

    public virtual void Attach(Connection connection) => Connection = connection;

    /// <summary>Says the first bytes.</summary>
    public abstract void Open();

    /// <summary>Reads whole messages.</summary>
    /// <returns>How many bytes were read; the rest comes again, with more.</returns>
    public abstract int Read(ReadOnlySpan<byte> bytes);

    /// <summary>A call with a text of 16 bytes, an integer and a double, which answers with the same.</summary>
    public abstract void Call();

    /// <summary>So many events of the same arguments, in one frame.</summary>
    public abstract void Emit(int count);

    /// <summary>Asks for an event to everyone.</summary>
    public abstract void Publish();

    /// <summary>Asks for so many events of so many bytes.</summary>
    public abstract void Push(int count, int bytes);

    /// <summary>Says goodbye.</summary>
    /// <returns>False if there is no way to say it.</returns>
    public virtual bool Leave() => false;

    /// <summary>Called once a second.</summary>
    public virtual void Tick()
    {
    }
}
